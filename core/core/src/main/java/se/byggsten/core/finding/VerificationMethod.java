package se.byggsten.core.finding;

/** The way in which a requirement can be verified. */
public enum VerificationMethod {
  /** From the HTML and the style sheets as served. */
  STATIC_HTML,
  /** From the running service over HTTP and TLS. */
  LIVE_HTTP,
  /** In a real browser. */
  BROWSER,
  /** From a package, document or signature that the service made. */
  PACKAGE,
  /** From the classpath or by a contract test of an adapter. */
  CLASSPATH,
  /** From an OpenAPI description. */
  OPENAPI,
  /** From the definition of a form or flow. */
  FORM_DEFINITION,
  /** From evidence in the service manifest. */
  MANIFEST,
  /** By a person. */
  MANUAL
}
