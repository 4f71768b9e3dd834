package se.byggsten.core.cases;

/** What a document is in its case. */
public enum DocumentRole {
  /** The answers as data, with the form's id, version and hash. */
  ANSWERS,
  /** The application for a person to read, as well-formed XHTML. */
  APPLICATION,
  /** The application as PDF for preservation. */
  APPLICATION_PDF,
  /** A file that the citizen sent with the application. */
  ATTACHMENT,
  /** Text or a file that the citizen sent in afterwards. */
  SUPPLEMENT,
  /** The authority's decision. */
  DECISION
}
