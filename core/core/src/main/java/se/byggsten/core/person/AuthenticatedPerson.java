package se.byggsten.core.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;

/**
 * Somebody who has logged in, and how sure we are of it.
 *
 * <p>Made only by a login that verified its proof. Holds a personal number, an affiliation, an
 * identity of another country, or several of them. {@link #toString()} shows neither them nor the
 * name.
 */
public final class AuthenticatedPerson {
  private final @Nullable PersonIdentifier identifier;
  private final @Nullable PersonIdentifier previousIdentifier;
  private final List<OrganisationAffiliation> affiliations;
  private final @Nullable ForeignIdentity foreign;
  private final String givenName;
  private final String surname;
  private final String displayName;
  private final AssuranceLevel level;
  private final Instant authenticatedAt;
  private final String identityProvider;
  private final ProtectedIdentity protectedIdentity;

  private AuthenticatedPerson(Builder builder) {
    identifier = builder.identifier;
    previousIdentifier = builder.previousIdentifier;
    affiliations = List.copyOf(builder.affiliations);
    foreign = builder.foreign;
    if (identifier == null && affiliations.isEmpty() && foreign == null) {
      throw new IllegalArgumentException(
          "A person has a personal number, an affiliation or an identity of another country");
    }
    givenName = builder.givenName;
    surname = builder.surname;
    displayName = builder.displayName;
    level = Objects.requireNonNull(builder.level, "level");
    authenticatedAt = Objects.requireNonNull(builder.authenticatedAt, "authenticatedAt");
    identityProvider = Objects.requireNonNull(builder.identityProvider, "identityProvider");
    protectedIdentity = builder.protectedIdentity;
  }

  /**
   * Returns a builder; level, instant, identity provider and a number, an affiliation or an
   * identity of another country are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the personal number.
   *
   * @return the number, or empty for a login by affiliation or from another country alone
   */
  public Optional<PersonIdentifier> identifier() {
    return Optional.ofNullable(identifier);
  }

  /**
   * Returns the number that the person had before, so that older cases can be found: somebody who
   * moves to Sweden has a samordningsnummer first and a personnummer then.
   *
   * @return the number, or empty when the login did not tell of any
   */
  public Optional<PersonIdentifier> previousIdentifier() {
    return Optional.ofNullable(previousIdentifier);
  }

  /**
   * Returns the place in an organisation; the first, when there are {@link #affiliations()
   * several}.
   *
   * @return the affiliation, or empty for a private person's login
   */
  public Optional<OrganisationAffiliation> affiliation() {
    return affiliations.stream().findFirst();
  }

  /**
   * Returns the places in organisations, such as those of somebody who works for two
   * municipalities.
   *
   * @return the affiliations, in the order in which the login told of them; may be empty
   */
  public List<OrganisationAffiliation> affiliations() {
    return affiliations;
  }

  /**
   * Returns the identity of another country.
   *
   * @return the identity, or empty for a login with a Swedish eID
   */
  public Optional<ForeignIdentity> foreign() {
    return Optional.ofNullable(foreign);
  }

  /**
   * Returns the given name.
   *
   * @return the name, or an empty text when the login did not give it
   */
  public String givenName() {
    return givenName;
  }

  /**
   * Returns the surname.
   *
   * @return the name, or an empty text when the login did not give it
   */
  public String surname() {
    return surname;
  }

  /**
   * Returns the whole name for a page.
   *
   * @return given name and surname, or else the name that the login gave for pages, such as {@code
   *     Handläggare 7}; empty when it gave no name at all
   */
  public String displayName() {
    String name = (givenName + " " + surname).strip();
    return name.isEmpty() ? displayName : name;
  }

  /**
   * Returns how sure the identification is.
   *
   * @return the level
   */
  public AssuranceLevel level() {
    return level;
  }

  /**
   * Returns when the person identified themselves.
   *
   * @return the instant
   */
  public Instant authenticatedAt() {
    return authenticatedAt;
  }

  /**
   * Returns who vouches for the identity.
   *
   * @return the entity id or issuer of the identity provider
   */
  public String identityProvider() {
    return identityProvider;
  }

  /**
   * Returns the protection of the person in the population register, where it is known.
   *
   * @return the protection
   */
  public ProtectedIdentity protectedIdentity() {
    return protectedIdentity;
  }

  /**
   * Returns the same person with the protection that a register tells of.
   *
   * @param protection the protection
   * @return the person
   */
  public AuthenticatedPerson withProtectedIdentity(ProtectedIdentity protection) {
    Builder copy = new Builder();
    copy.identifier = identifier;
    copy.previousIdentifier = previousIdentifier;
    copy.affiliations.addAll(affiliations);
    copy.foreign = foreign;
    return copy.name(givenName, surname)
        .displayName(displayName)
        .level(level)
        .authenticatedAt(authenticatedAt)
        .identityProvider(identityProvider)
        .protectedIdentity(protection)
        .build();
  }

  @Override
  public String toString() {
    return "AuthenticatedPerson[level=" + level + "]";
  }

  /** Gathers the parts of an {@link AuthenticatedPerson}. */
  public static final class Builder {
    private @Nullable PersonIdentifier identifier;
    private @Nullable PersonIdentifier previousIdentifier;
    private final List<OrganisationAffiliation> affiliations = new ArrayList<>();
    private @Nullable ForeignIdentity foreign;
    private String givenName = "";
    private String surname = "";
    private String displayName = "";
    private @Nullable AssuranceLevel level;
    private @Nullable Instant authenticatedAt;
    private @Nullable String identityProvider;
    private ProtectedIdentity protectedIdentity = ProtectedIdentity.NONE;

    private Builder() {}

    /**
     * Sets the personal number.
     *
     * @param value the number
     * @return this builder
     */
    public Builder identifier(PersonIdentifier value) {
      identifier = value;
      return this;
    }

    /**
     * Sets the number that the person had before.
     *
     * @param value the number
     * @return this builder
     */
    public Builder previousIdentifier(PersonIdentifier value) {
      previousIdentifier = value;
      return this;
    }

    /**
     * Sets the identity of another country.
     *
     * @param value the identity
     * @return this builder
     */
    public Builder foreign(ForeignIdentity value) {
      foreign = value;
      return this;
    }

    /**
     * Adds a place in an organisation.
     *
     * @param value the affiliation
     * @return this builder
     */
    public Builder affiliation(OrganisationAffiliation value) {
      affiliations.add(value);
      return this;
    }

    /**
     * Sets the name.
     *
     * @param given the given name
     * @param family the surname
     * @return this builder
     */
    public Builder name(String given, String family) {
      givenName = given;
      surname = family;
      return this;
    }

    /**
     * Sets the name for pages, which is shown when there is no given name and no surname: an
     * organisation may let its staff be anonymous (Swedish eID Attribute Specification 2.4).
     *
     * @param value the name
     * @return this builder
     */
    public Builder displayName(String value) {
      displayName = value;
      return this;
    }

    /**
     * Sets how sure the identification is.
     *
     * @param value the level
     * @return this builder
     */
    public Builder level(AssuranceLevel value) {
      level = value;
      return this;
    }

    /**
     * Sets when the person identified themselves.
     *
     * @param value the instant
     * @return this builder
     */
    public Builder authenticatedAt(Instant value) {
      authenticatedAt = value;
      return this;
    }

    /**
     * Sets who vouches for the identity.
     *
     * @param value the entity id or issuer
     * @return this builder
     */
    public Builder identityProvider(String value) {
      identityProvider = value;
      return this;
    }

    /**
     * Sets the protection in the population register.
     *
     * @param value the protection
     * @return this builder
     */
    public Builder protectedIdentity(ProtectedIdentity value) {
      protectedIdentity = value;
      return this;
    }

    /**
     * Builds the person.
     *
     * @return the person
     * @throws IllegalArgumentException when there is no number, affiliation or foreign identity
     */
    public AuthenticatedPerson build() {
      return new AuthenticatedPerson(this);
    }
  }
}
