package se.byggsten.saml.protocol;

/**
 * A process by which a Swedish number has been mapped to a foreign eID.
 *
 * <p>A service uses a mapped number only when it trusts one of the processes that the person went
 * through. Source: Sweden Connect, Binding of eIDAS Identities to Records in the Swedish Population
 * Register (8 May 2024), section 3; Attribute Specification, section 3.3.2.
 *
 * @param uri the URI of the process
 */
public record IdentityBinding(String uri) {
  /**
   * Names and day of birth agree with one record of the population register and with no other, and
   * the person holds a copy of the record.
   */
  public static final IdentityBinding POPULATION_REGISTER =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/populationregister");

  /** The person has signed the copy of the record with a Swedish eID of level 3 or higher. */
  public static final IdentityBinding SWEDISH_EID =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/swedish-eid");

  /**
   * The record has an identity number of another Nordic country, which the foreign eID tells too.
   */
  public static final IdentityBinding NORDIC_ID =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/nordicid");

  /** A registered relative has vouched for the person, with an eID of level 3 or higher. */
  public static final IdentityBinding RELATIVE =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/relative");

  @Override
  public String toString() {
    return uri;
  }
}
