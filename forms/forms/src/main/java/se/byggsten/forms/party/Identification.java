package se.byggsten.forms.party;

/** How staff made sure of who the person is that they fill in for. */
public enum Identification {
  /** The person showed an identity document. */
  IDENTITY_DOCUMENT,
  /** The person is known to the official. */
  KNOWN,
  /** The person answered control questions on the telephone. */
  CONTROL_QUESTIONS,
  /** The person signed a paper form. */
  SIGNATURE
}
