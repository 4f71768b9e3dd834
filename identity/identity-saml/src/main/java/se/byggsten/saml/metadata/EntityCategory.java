package se.byggsten.saml.metadata;

/**
 * A category that a service declares in its metadata, so that identity providers know what to
 * deliver.
 *
 * <p>Source: Sweden Connect, Entity Categories for the Swedish eID Framework.
 *
 * @param uri the URI of the category
 */
public record EntityCategory(String uri) {
  /** Wants a personal number at level 3. */
  public static final EntityCategory LOA3_PNR =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/loa3-pnr");

  /** Wants a personal number at level 4. */
  public static final EntityCategory LOA4_PNR =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/loa4-pnr");

  /** Wants an organisational identity at level 3. */
  public static final EntityCategory LOA3_ORGID =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa3-orgid");

  /** Belongs to the public sector, as a municipality does. */
  public static final EntityCategory PUBLIC_SECTOR =
      new EntityCategory("http://id.elegnamnden.se/st/1.0/public-sector-sp");

  /** Takes people who have a samordningsnummer; without it identity providers must refuse them. */
  public static final EntityCategory ACCEPTS_COORDINATION_NUMBER =
      new EntityCategory("http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");

  /** Has the contract of Sweden Connect. */
  public static final EntityCategory CONTRACT_SWEDEN_CONNECT =
      new EntityCategory("http://id.swedenconnect.se/contract/sc/sweden-connect");

  @Override
  public String toString() {
    return uri;
  }
}
