package se.byggsten.core.person;

import se.byggsten.core.identifier.Organisationsnummer;

/**
 * A user's place in an organisation, from the scoped attribute {@code orgAffiliation}.
 *
 * <p>Source: Sweden Connect, Attribute Specification ({@code uid@orgnr}).
 */
public final class OrganisationAffiliation {
  private final String userId;
  private final Organisationsnummer organisation;

  private OrganisationAffiliation(String userId, Organisationsnummer organisation) {
    this.userId = userId;
    this.organisation = organisation;
  }

  /**
   * Returns an affiliation.
   *
   * @param userId the user's id within the organisation
   * @param organisation the organisation
   * @return the affiliation
   * @throws IllegalArgumentException when the user id is blank
   */
  public static OrganisationAffiliation of(String userId, Organisationsnummer organisation) {
    if (userId.isBlank()) {
      throw new IllegalArgumentException("An affiliation has a user id");
    }
    return new OrganisationAffiliation(userId, organisation);
  }

  /**
   * Returns the user's id within the organisation.
   *
   * @return the id
   */
  public String userId() {
    return userId;
  }

  /**
   * Returns the organisation.
   *
   * @return its number
   */
  public Organisationsnummer organisation() {
    return organisation;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrganisationAffiliation that
        && userId.equals(that.userId)
        && organisation.equals(that.organisation);
  }

  @Override
  public int hashCode() {
    return userId.hashCode() * 31 + organisation.hashCode();
  }

  @Override
  public String toString() {
    return "OrganisationAffiliation[masked]";
  }
}
