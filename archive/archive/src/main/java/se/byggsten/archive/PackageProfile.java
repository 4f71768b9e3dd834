package se.byggsten.archive;

import java.util.Arrays;

/** A specification that packages are written to and validated by, in exactly one version. */
public enum PackageProfile {
  /**
   * E-ARK CSIP 2.1.0 with E-ARK SIP 2.1.0.
   *
   * <p>The same as Riksarkivet's FGS Paketstruktur 2.0, in force since 2023-03-30. Riksarkivet's
   * own application of it asks for more; that is not part of this profile.
   *
   * <p>SIP2 names the profile's address without a version, where the latest is published; the
   * reference validator commons-ip asks for the address of exactly 2.1.0. Packages are written with
   * the latter, which stays true when the former moves on, and both are accepted.
   */
  CSIP_SIP_2_1_0("2.1.0", "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml");

  private final String version;
  private final String uri;

  PackageProfile(String version, String uri) {
    this.version = version;
    this.uri = uri;
  }

  /**
   * Returns the profile for a version of the specification.
   *
   * @param version the version, such as {@code 2.1.0}
   * @return the profile
   * @throws ArchiveException with {@code ARCHIVE-UNKNOWN-PROFILE} for any other version
   */
  public static PackageProfile of(String version) {
    return Arrays.stream(values())
        .filter(profile -> profile.version.equals(version))
        .findFirst()
        .orElseThrow(
            () ->
                new ArchiveException(
                    ArchiveException.UNKNOWN_PROFILE, "Use one of the profiles that are known."));
  }

  /**
   * Returns the version of the specification.
   *
   * @return the version, such as {@code 2.1.0}
   */
  public String version() {
    return version;
  }

  /**
   * Returns the address of the METS profile, as it stands in {@code mets/@PROFILE}.
   *
   * @return the address
   */
  public String uri() {
    return uri;
  }
}
