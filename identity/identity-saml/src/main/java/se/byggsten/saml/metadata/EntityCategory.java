package se.byggsten.saml.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A category that a service or an identity provider declares in its metadata.
 *
 * <p>Source: Sweden Connect, Entity Categories for the Swedish eID Framework. Any URI can be one;
 * what an unknown one means is told by its beginning, where the federation has given that out.
 *
 * @param uri the URI of the category
 */
public record EntityCategory(String uri) {
  /** Wants a personal number at level 2. */
  public static final EntityCategory LOA2_PNR =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/loa2-pnr");

  /** Wants a personal number at level 3. */
  public static final EntityCategory LOA3_PNR =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/loa3-pnr");

  /** Wants a personal number at level 4. */
  public static final EntityCategory LOA4_PNR =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/loa4-pnr");

  /**
   * Wanted a personal number at uncertified level 3; deprecated, {@link #LOA3_PNR} is used instead.
   */
  public static final EntityCategory UNCERTIFIED_LOA3_PNR =
      new EntityCategory("http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr");

  /** Takes people with an eID from another country of eIDAS. */
  public static final EntityCategory EIDAS_NATURAL_PERSON =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/eidas-naturalperson");

  /**
   * Tells the Swedish eIDAS node who somebody in Sweden is, for services of other countries; for
   * nobody but that node and the identity providers that answer it.
   */
  public static final EntityCategory EIDAS_PNR_DELIVERY =
      new EntityCategory("http://id.elegnamnden.se/ec/1.0/eidas-pnr-delivery");

  /** Wants an HSA id, as staff of health care have, at level 3. */
  public static final EntityCategory LOA3_HSAID =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa3-hsaid");

  /** Wants an HSA id at uncertified level 3. */
  public static final EntityCategory UNCERTIFIED_LOA3_HSAID =
      new EntityCategory("http://id.swedenconnect.se/ec/sc/uncertified-loa3-hsaid");

  /** Wants an organisational identity at level 2. */
  public static final EntityCategory LOA2_ORGID =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa2-orgid");

  /** Wants an organisational identity at level 3. */
  public static final EntityCategory LOA3_ORGID =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa3-orgid");

  /** Wants an organisational identity at level 4. */
  public static final EntityCategory LOA4_ORGID =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa4-orgid");

  /** Wants a name without any number at level 2. */
  public static final EntityCategory LOA2_NAME =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa2-name");

  /** Wants a name without any number at level 3. */
  public static final EntityCategory LOA3_NAME =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa3-name");

  /** Wants a name without any number at level 4. */
  public static final EntityCategory LOA4_NAME =
      new EntityCategory("http://id.swedenconnect.se/ec/1.0/loa4-name");

  /** Is made for mobile devices. */
  public static final EntityCategory MOBILE_AUTH =
      new EntityCategory("http://id.elegnamnden.se/sprop/1.0/mobile-auth");

  /** Signs with keys under the signer's sole control (SCAL2). */
  public static final EntityCategory SCAL2 =
      new EntityCategory("http://id.elegnamnden.se/sprop/1.0/scal2");

  /** Is a signature service. */
  public static final EntityCategory SIGNATURE_SERVICE =
      new EntityCategory("http://id.elegnamnden.se/st/1.0/sigservice");

  /** Belongs to the public sector, as a municipality does. */
  public static final EntityCategory PUBLIC_SECTOR =
      new EntityCategory("http://id.elegnamnden.se/st/1.0/public-sector-sp");

  /** Belongs to the private sector. */
  public static final EntityCategory PRIVATE_SECTOR =
      new EntityCategory("http://id.elegnamnden.se/st/1.0/private-sector-sp");

  /** Has the contract of Sweden Connect. */
  public static final EntityCategory CONTRACT_SWEDEN_CONNECT =
      new EntityCategory("http://id.swedenconnect.se/contract/sc/sweden-connect");

  /** Is in the authorisation system for eID, from January 2026. */
  public static final EntityCategory CONTRACT_EID_AUTHORIZATION_SYSTEM =
      new EntityCategory("http://id.swedenconnect.se/contract/sc/eid-authorization-system");

  /** Was in the system of choice for eID of 2017, which is closed. */
  public static final EntityCategory CONTRACT_EID_CHOICE_2017 =
      new EntityCategory("http://id.swedenconnect.se/contract/sc/eid-choice-2017");

  /** Has the contract for eID of employees. */
  public static final EntityCategory CONTRACT_PREPAID_AUTH_2021 =
      new EntityCategory("http://id.swedenconnect.se/contract/sc/prepaid-auth-2021");

  /** Binds the login to the browser in which it was begun. */
  public static final EntityCategory SECURE_AUTHENTICATOR_BINDING =
      new EntityCategory("http://id.swedenconnect.se/general-ec/1.0/secure-authenticator-binding");

  /** Takes people who have a samordningsnummer; without it identity providers must refuse them. */
  public static final EntityCategory ACCEPTS_COORDINATION_NUMBER =
      new EntityCategory("http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");

  /** Shows the message that a service sends with its request. */
  public static final EntityCategory SUPPORTS_USER_MESSAGE =
      new EntityCategory("http://id.swedenconnect.se/general-ec/1.0/supports-user-message");

  /** Is not to be offered for choice (REFEDS). */
  public static final EntityCategory HIDE_FROM_DISCOVERY =
      new EntityCategory("http://refeds.org/category/hide-from-discovery");

  private static final List<EntityCategory> REGISTRY =
      List.of(
          LOA2_PNR,
          LOA3_PNR,
          LOA4_PNR,
          UNCERTIFIED_LOA3_PNR,
          EIDAS_NATURAL_PERSON,
          EIDAS_PNR_DELIVERY,
          LOA3_HSAID,
          UNCERTIFIED_LOA3_HSAID,
          LOA2_ORGID,
          LOA3_ORGID,
          LOA4_ORGID,
          LOA2_NAME,
          LOA3_NAME,
          LOA4_NAME,
          MOBILE_AUTH,
          SCAL2,
          SIGNATURE_SERVICE,
          PUBLIC_SECTOR,
          PRIVATE_SECTOR,
          CONTRACT_SWEDEN_CONNECT,
          CONTRACT_EID_AUTHORIZATION_SYSTEM,
          CONTRACT_EID_CHOICE_2017,
          CONTRACT_PREPAID_AUTH_2021,
          SECURE_AUTHENTICATOR_BINDING,
          ACCEPTS_COORDINATION_NUMBER,
          SUPPORTS_USER_MESSAGE,
          HIDE_FROM_DISCOVERY);

  private static final Map<String, EntityCategoryKind> PREFIXES = prefixes();

  /**
   * Checks that there is a URI.
   *
   * @throws IllegalArgumentException when it is blank
   */
  public EntityCategory {
    if (uri.isBlank()) {
      throw new IllegalArgumentException("An entity category has a URI");
    }
  }

  /**
   * Returns all categories that are known by name here.
   *
   * @return the categories, by kind
   */
  public static List<EntityCategory> registry() {
    return REGISTRY;
  }

  /**
   * Returns of what kind the category is.
   *
   * @return the kind, by the beginning of the URI; {@link EntityCategoryKind#OTHER} when it is not
   *     given out by the Swedish federation
   */
  public EntityCategoryKind kind() {
    return PREFIXES.entrySet().stream()
        .filter(prefix -> uri.startsWith(prefix.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(EntityCategoryKind.OTHER);
  }

  /**
   * Returns the category that this one is matched as.
   *
   * @return {@link #LOA3_PNR} for the deprecated {@link #UNCERTIFIED_LOA3_PNR}, else this
   */
  public EntityCategory current() {
    return equals(UNCERTIFIED_LOA3_PNR) ? LOA3_PNR : this;
  }

  private static Map<String, EntityCategoryKind> prefixes() {
    Map<String, EntityCategoryKind> kinds = new LinkedHashMap<>();
    kinds.put("http://id.elegnamnden.se/ec/", EntityCategoryKind.SERVICE);
    kinds.put("http://id.swedenconnect.se/ec/", EntityCategoryKind.SERVICE);
    kinds.put("http://id.elegnamnden.se/sprop/", EntityCategoryKind.SERVICE_PROPERTY);
    kinds.put("http://id.swedenconnect.se/sprop/", EntityCategoryKind.SERVICE_PROPERTY);
    kinds.put("http://id.elegnamnden.se/st/", EntityCategoryKind.SERVICE_TYPE);
    kinds.put("http://id.swedenconnect.se/st/", EntityCategoryKind.SERVICE_TYPE);
    kinds.put("http://id.swedenconnect.se/contract/", EntityCategoryKind.CONTRACT);
    kinds.put("http://id.swedenconnect.se/general-ec/", EntityCategoryKind.GENERAL);
    return kinds;
  }

  @Override
  public String toString() {
    return uri;
  }
}
