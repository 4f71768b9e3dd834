package se.byggsten.saml.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import se.byggsten.core.ErrorCode;

/**
 * The rules that a federation has agreed on, by name and version.
 *
 * <p>Sources: Deployment Profile for the Swedish eID Framework 1.8 (December 2024) and 1.9 (draft
 * of 16 October 2025), which differ in section 6.3.5 alone; SAML 2.0 Core, Bindings and Profiles.
 */
public enum SamlProfile {
  /** Sweden Connect, version 1.9: the clocks may differ by one minute. */
  SWEDEN_CONNECT_1_9("sweden-connect-1.9", true, Duration.ofMinutes(1)),
  /** Sweden Connect, version 1.8: the clocks may differ by five minutes. */
  SWEDEN_CONNECT_1_8("sweden-connect-1.8", true, Duration.ofMinutes(5)),
  /**
   * For identity providers outside the Swedish profile, with the same security: the assertion need
   * not be encrypted, a signed assertion will do where the response is not signed, and any level
   * may be asked for or none.
   */
  GENERIC("generic", false, Duration.ofMinutes(5));

  private final String id;
  private final boolean swedish;
  private final Duration mostSkew;

  SamlProfile(String id, boolean swedish, Duration mostSkew) {
    this.id = id;
    this.swedish = swedish;
    this.mostSkew = mostSkew;
  }

  /**
   * Finds a profile by its name.
   *
   * @param id such as {@code sweden-connect-1.9}; {@code sweden-connect} is the newest
   * @return the profile
   * @throws SamlException with code {@code SAML-PROFILE} when there is none of that name
   */
  public static SamlProfile of(String id) {
    if (id.equals("sweden-connect")) {
      return SWEDEN_CONNECT_1_9;
    }
    return Arrays.stream(values())
        .filter(profile -> profile.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new SamlException(
                    ErrorCode.of("SAML-PROFILE"),
                    "There is no such profile; there are "
                        + Arrays.stream(values())
                            .map(SamlProfile::id)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Returns the name with its version.
   *
   * @return the name
   */
  public String id() {
    return id;
  }

  /**
   * Returns the version of the profile.
   *
   * @return such as {@code 1.9}; empty for {@link #GENERIC}
   */
  public Optional<String> version() {
    return swedish ? Optional.of(id.substring(id.lastIndexOf('-') + 1)) : Optional.empty();
  }

  /**
   * Says whether it is the Swedish profile, of any version.
   *
   * @return false for {@link #GENERIC}
   */
  public boolean isSwedish() {
    return swedish;
  }

  /**
   * Returns by how much the clocks may at most be allowed to differ.
   *
   * @return the difference
   */
  public Duration mostSkew() {
    return mostSkew;
  }

  @Override
  public String toString() {
    return id;
  }
}
