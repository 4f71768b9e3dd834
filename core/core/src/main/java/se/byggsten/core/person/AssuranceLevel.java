package se.byggsten.core.person;

/**
 * How sure an identification is, named by its URI.
 *
 * <p>There is no order between the Swedish levels and the eIDAS levels, so a service names each
 * level that it accepts. Source: Sweden Connect, Registry for identifiers, section 3.1.1.
 *
 * @param uri the URI of the level
 */
public record AssuranceLevel(String uri) {
  /** Swedish level 2. */
  public static final AssuranceLevel LOA2 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa2");

  /** Swedish level 3. */
  public static final AssuranceLevel LOA3 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa3");

  /** Swedish level 4. */
  public static final AssuranceLevel LOA4 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa4");

  /** Level 3 by self-declaration; BankID through a third party's identity provider comes so. */
  public static final AssuranceLevel UNCERTIFIED_LOA3 =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-loa3");

  /** A notified foreign eID of level substantial. */
  public static final AssuranceLevel EIDAS_NF_SUBSTANTIAL =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-nf-sub");

  /** A notified foreign eID of level high. */
  public static final AssuranceLevel EIDAS_NF_HIGH =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-nf-high");

  /**
   * Checks that there is a URI.
   *
   * @throws IllegalArgumentException when it is blank
   */
  public AssuranceLevel {
    if (uri.isBlank()) {
      throw new IllegalArgumentException("An assurance level has a URI");
    }
  }

  /**
   * Returns the level with this URI.
   *
   * @param uri the URI
   * @return the level
   */
  public static AssuranceLevel of(String uri) {
    return new AssuranceLevel(uri);
  }

  @Override
  public String toString() {
    return uri;
  }
}
