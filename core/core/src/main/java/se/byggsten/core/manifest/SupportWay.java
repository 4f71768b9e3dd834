package se.byggsten.core.manifest;

import se.byggsten.core.data.DataView;

/**
 * Help for somebody who finds the service hard to use.
 *
 * @param need what makes it hard
 * @param help the help that is given
 */
public record SupportWay(Need need, String help) {
  /** What makes a service hard to use. */
  public enum Need {
    /** Another language, or hard words. */
    LANGUAGE,
    /** A disability. */
    DISABILITY,
    /** No computer, or little practice. */
    NO_COMPUTER,
    /** No electronic identification. */
    NO_EID
  }

  static SupportWay from(DataView map) {
    map.onlyKeys("need", "help");
    return new SupportWay(map.required("need").oneOf(Need.class), map.required("help").text());
  }
}
