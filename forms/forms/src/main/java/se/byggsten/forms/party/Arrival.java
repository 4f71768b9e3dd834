package se.byggsten.forms.party;

/** By which way an application came that staff fills in. */
public enum Arrival {
  /** The person came to the counter. */
  COUNTER,
  /** The person telephoned. */
  TELEPHONE,
  /** A paper form came, by post or to the letter box. */
  PAPER
}
