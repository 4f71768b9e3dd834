package se.byggsten.core.cases;

/**
 * Which form, in exactly which version, a submission answered.
 *
 * @param id the form's id
 * @param version the form's version
 * @param sha256 the SHA-256 of the definition, 64 lower-case hexadecimal digits
 */
public record FormReference(String id, String version, String sha256) {}
