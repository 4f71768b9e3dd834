package se.byggsten.forms.run;

import java.time.Instant;

/**
 * A value known before the citizen has written anything.
 *
 * @param value the value as it would be posted; a date as {@code 2014-06-30}
 * @param source who says so, such as {@code login} or {@code folkbokföringen}, for the citizen
 * @param at when it was fetched
 */
public record PrefillValue(String value, String source, Instant at) {
  /** Leaves out the value. */
  @Override
  public String toString() {
    return "PrefillValue[" + source + ", " + at + "]";
  }
}
