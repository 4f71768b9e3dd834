package se.byggsten.core.person;

/**
 * Protection of a person in the population register (<i>skyddade personuppgifter</i>).
 *
 * <p>Not the same as a secrecy mark on a document: this concerns the person in every case, view and
 * package. Source: offentlighets- och sekretesslagen 22 kap. 1 §, folkbokföringslagen 16 §.
 */
public enum ProtectedIdentity {
  /** No protection is known. */
  NONE,
  /** A warning that the data may need protection (<i>sekretessmarkering</i> in the register). */
  MARKED,
  /** Protected registration: another address than the real one (<i>skyddad folkbokföring</i>). */
  PROTECTED_REGISTRATION
}
