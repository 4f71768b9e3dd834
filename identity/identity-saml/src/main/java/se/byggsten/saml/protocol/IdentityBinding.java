package se.byggsten.saml.protocol;

/**
 * A process by which a Swedish number has been mapped to a foreign eID.
 *
 * <p>A service uses a mapped number only when it trusts the process. Source: Sweden Connect,
 * Registry for identifiers, and Attribute Specification, section 2.5.
 *
 * @param uri the URI of the process
 */
public record IdentityBinding(String uri) {
  /** By facts of the population register, such as name and day of birth, and an official's hand. */
  public static final IdentityBinding POPULATION_REGISTER =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/populationregister");

  /** By the person themselves, who logged in with a Swedish eID too. */
  public static final IdentityBinding SWEDISH_EID =
      new IdentityBinding("http://id.swedenconnect.se/id-binding/process/swedish-eid");

  @Override
  public String toString() {
    return uri;
  }
}
