package se.byggsten.conformance.walk;

/** Something that the kit tried besides the citizen's straight way. */
public enum Probe {
  /** An address that does not exist. */
  NOT_FOUND,
  /** The method TRACE on the start page. */
  TRACE,
  /** Addresses where administration, repositories and backups tend to lie open. */
  EXPOSED_PATHS,
  /** The service over plain HTTP. */
  PLAIN_HTTP,
  /** The file security.txt. */
  SECURITY_TXT,
  /** The accessibility statement. */
  STATEMENT,
  /** The information on personal data. */
  PRIVACY,
  /** The page for feedback. */
  FEEDBACK,
  /** The search page of the public diary. */
  DIARY,
  /** A search for the new case in the public diary. */
  DIARY_SEARCH,
  /** The start page in English. */
  ENGLISH,
  /** Filled-in answers without any token. */
  TOKEN_MISSING,
  /** Filled-in answers with somebody else's token. */
  TOKEN_WRONG,
  /** A page of questions sent empty. */
  EMPTY_ANSWERS,
  /** A personal number with a wrong check digit. */
  WRONG_CHECK_DIGIT,
  /** Values that the page's own HTML would stop. */
  VALUES_OUT_OF_BOUNDS,
  /** Hostile strings as answers. */
  HOSTILE_STRINGS,
  /** A program that is named as a document. */
  LYING_ATTACHMENT,
  /** A file above the size that the page states. */
  OVERSIZE_ATTACHMENT,
  /** Bytes that are no SAML response, sent to where responses go. */
  LOGIN_GARBAGE,
  /** A SAML response without a signature. */
  LOGIN_UNSIGNED,
  /** A SAML response with a document type and an entity. */
  LOGIN_DTD,
  /** The cases page in the browsers that sent false logins. */
  LOGIN_FALSE_SESSION,
  /** The same submission sent once more. */
  REPLAY,
  /** The list of cases after the replay. */
  CASES_AFTER_REPLAY,
  /** Review and sending without any answers. */
  SKIPPED_STEPS,
  /** The first person's pages asked for by the second. */
  OTHER_PERSON,
  /** The list of cases with the cookies from before the logout. */
  AFTER_LOGOUT
}
