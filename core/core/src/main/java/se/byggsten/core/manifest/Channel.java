package se.byggsten.core.manifest;

import se.byggsten.core.data.DataView;

/**
 * A way in which a citizen can reach the service.
 *
 * @param kind the kind of way
 * @param details the number, address or path, and the hours
 */
public record Channel(Kind kind, String details) {
  /** The kinds of ways. */
  public enum Kind {
    /** The e-service. */
    WEB,
    /** The contact centre. */
    PHONE,
    /** A visit to the citizen office. */
    VISIT,
    /** A form on paper. */
    PAPER
  }

  static Channel from(DataView map) {
    map.onlyKeys("kind", "details");
    return new Channel(map.required("kind").oneOf(Kind.class), map.required("details").text());
  }
}
