package se.byggsten.core.person;

import java.util.List;

/**
 * How sure an identification is, named by its URI.
 *
 * <p>There is no order between the Swedish levels and the eIDAS levels, so a service names each
 * level that it accepts. A level that an identity provider reaches without having been approved by
 * Digg is called uncertified. Source: Sweden Connect, Registry for identifiers, section 3.1.1.
 *
 * @param uri the URI of the level
 */
public record AssuranceLevel(String uri) {
  /** Swedish level 1. */
  public static final AssuranceLevel LOA1 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa1");

  /** Swedish level 2. */
  public static final AssuranceLevel LOA2 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa2");

  /** Swedish level 3. */
  public static final AssuranceLevel LOA3 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa3");

  /** Swedish level 4. */
  public static final AssuranceLevel LOA4 =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/loa4");

  /** Swedish level 2 for somebody who is not in the population register. */
  public static final AssuranceLevel LOA2_NONRESIDENT =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/loa2-nonresident");

  /** Swedish level 3 for somebody who is not in the population register. */
  public static final AssuranceLevel LOA3_NONRESIDENT =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/loa3-nonresident");

  /** Swedish level 4 for somebody who is not in the population register. */
  public static final AssuranceLevel LOA4_NONRESIDENT =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/loa4-nonresident");

  /** Level 2 by self-declaration. */
  public static final AssuranceLevel UNCERTIFIED_LOA2 =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-loa2");

  /** Level 3 by self-declaration; BankID through a third party's identity provider comes so. */
  public static final AssuranceLevel UNCERTIFIED_LOA3 =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-loa3");

  /** A foreign eID of level low, notified or not. */
  public static final AssuranceLevel EIDAS_LOW =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-low");

  /** A foreign eID of level substantial, notified or not. */
  public static final AssuranceLevel EIDAS_SUBSTANTIAL =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-sub");

  /** A foreign eID of level high, notified or not. */
  public static final AssuranceLevel EIDAS_HIGH =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-high");

  /** A notified foreign eID of level low. */
  public static final AssuranceLevel EIDAS_NF_LOW =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-nf-low");

  /** A notified foreign eID of level substantial. */
  public static final AssuranceLevel EIDAS_NF_SUBSTANTIAL =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-nf-sub");

  /** A notified foreign eID of level high. */
  public static final AssuranceLevel EIDAS_NF_HIGH =
      new AssuranceLevel("http://id.elegnamnden.se/loa/1.0/eidas-nf-high");

  /** A level like eIDAS low by self-declaration. */
  public static final AssuranceLevel UNCERTIFIED_EIDAS_LOW =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-low");

  /** A level like eIDAS substantial by self-declaration. */
  public static final AssuranceLevel UNCERTIFIED_EIDAS_SUBSTANTIAL =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub");

  /** A level like eIDAS high by self-declaration. */
  public static final AssuranceLevel UNCERTIFIED_EIDAS_HIGH =
      new AssuranceLevel("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-high");

  /** All levels of the Swedish registry, in no order. */
  public static final List<AssuranceLevel> REGISTERED =
      List.of(
          LOA1,
          LOA2,
          LOA3,
          LOA4,
          LOA2_NONRESIDENT,
          LOA3_NONRESIDENT,
          LOA4_NONRESIDENT,
          UNCERTIFIED_LOA2,
          UNCERTIFIED_LOA3,
          EIDAS_LOW,
          EIDAS_SUBSTANTIAL,
          EIDAS_HIGH,
          EIDAS_NF_LOW,
          EIDAS_NF_SUBSTANTIAL,
          EIDAS_NF_HIGH,
          UNCERTIFIED_EIDAS_LOW,
          UNCERTIFIED_EIDAS_SUBSTANTIAL,
          UNCERTIFIED_EIDAS_HIGH);

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
