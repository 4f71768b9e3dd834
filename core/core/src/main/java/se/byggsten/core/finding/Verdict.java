package se.byggsten.core.finding;

/** What a check concluded about one requirement. */
public enum Verdict {
  /** The requirement is met, and the evidence shows it. */
  PASS,
  /** The requirement is broken, and a finding says where. */
  FAIL,
  /** The requirement does not concern this service, and the evidence says why. */
  NOT_APPLICABLE,
  /** There is no evidence either way; never counted as met. */
  NOT_VERIFIED
}
