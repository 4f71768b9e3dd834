package se.byggsten.saml.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ForeignIdentity;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.core.time.SwedishTime;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.RequiredIdentity;
import se.byggsten.saml.protocol.SamlRefusal;

/** Makes a person of verified attributes (Swedish eID Attribute Specification). */
public final class PersonReader {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
  private static final Pattern USER_ID = Pattern.compile("[^\\p{Cntrl}\\s@]{1,128}");
  private static final Pattern EIDAS_ID =
      Pattern.compile("[A-Za-z]{2}/[A-Za-z]{2}/[^\\p{Cntrl}]{1,256}");
  private static final int MAX_NAME = 200;

  private final Set<IdentityBinding> trustedBindings;
  private final Map<String, List<String>> attributes;
  private final AssertionFacts facts;
  private final LocalDate today;

  /** Creates the reader of one login. */
  public PersonReader(AssertionFacts facts, Set<IdentityBinding> trustedBindings, Instant now) {
    this.facts = facts;
    this.attributes = facts.attributes();
    this.trustedBindings = trustedBindings;
    this.today = SwedishTime.day(now);
  }

  /** Returns the person, or refuses when what the service needs is not told. */
  public AuthenticatedPerson read(RequiredIdentity required) {
    Optional<ForeignIdentity> foreign = foreign();
    Optional<PersonIdentifier> number =
        number(SamlAttribute.PERSONAL_IDENTITY_NUMBER).or(this::mappedNumber);
    List<OrganisationAffiliation> affiliations = affiliations();
    boolean enough =
        switch (required) {
          case PERSONAL_NUMBER -> number.isPresent();
          case PERSON -> number.isPresent() || foreign.isPresent();
          case AFFILIATION -> !affiliations.isEmpty();
        };
    if (!enough) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_MISSING);
    }
    AuthenticatedPerson.Builder person =
        AuthenticatedPerson.builder()
            .name(name(SamlAttribute.GIVEN_NAME), name(SamlAttribute.SURNAME))
            .displayName(name(SamlAttribute.DISPLAY_NAME))
            .level(facts.level())
            .authenticatedAt(facts.authenticatedAt())
            .identityProvider(facts.identityProvider());
    number.ifPresent(person::identifier);
    number(SamlAttribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER).ifPresent(person::previousIdentifier);
    affiliations.forEach(person::affiliation);
    foreign.ifPresent(person::foreign);
    return person.build();
  }

  private Optional<PersonIdentifier> number(SamlAttribute attribute) {
    return value(attribute)
        .map(
            text -> {
              if (!TWELVE_DIGITS.matcher(text).matches()) {
                throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
              }
              return PersonIdentifier.tryParse(text, today)
                  .orElseThrow(() -> new RefusedException(SamlRefusal.ATTRIBUTE_INVALID));
            });
  }

  /**
   * A number that somebody has mapped to a foreign eID. All processes that were gone through are
   * told, with semicolons between, and one that the service trusts is enough: each stands for a
   * whole examination, to which the others only add (Attribute Specification 3.3.2; Identity
   * Binding 2.1).
   */
  private Optional<PersonIdentifier> mappedNumber() {
    return value(SamlAttribute.PERSONAL_IDENTITY_NUMBER_BINDING)
        .filter(
            uris ->
                Arrays.stream(uris.split(";", -1))
                    .map(uri -> new IdentityBinding(uri.strip()))
                    .anyMatch(trustedBindings::contains))
        .flatMap(trusted -> number(SamlAttribute.MAPPED_PERSONAL_IDENTITY_NUMBER));
  }

  private Optional<ForeignIdentity> foreign() {
    return value(SamlAttribute.PRID).map(this::foreign);
  }

  private ForeignIdentity foreign(String provisionalId) {
    try {
      ForeignIdentity identity =
          ForeignIdentity.of(
              inSmallLetters(provisionalId),
              value(SamlAttribute.PRID_PERSISTENCE)
                  .map(ForeignIdentity.Persistence::valueOf)
                  .orElse(ForeignIdentity.Persistence.C));
      Optional<String> eidas = value(SamlAttribute.EIDAS_PERSON_IDENTIFIER);
      if (eidas.filter(id -> !EIDAS_ID.matcher(id).matches()).isPresent()) {
        throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
      }
      ForeignIdentity named = eidas.map(identity::withEidasPersonIdentifier).orElse(identity);
      return value(SamlAttribute.DATE_OF_BIRTH)
          .map(LocalDate::parse)
          .map(named::bornOn)
          .orElse(named);
    } catch (IllegalArgumentException | DateTimeException wrongForm) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID, wrongForm);
    }
  }

  /** After the country, capitals mean the same (eIDAS Constructed Attributes 2.1). */
  private static String inSmallLetters(String provisionalId) {
    int colon = provisionalId.indexOf(':') + 1;
    return provisionalId.substring(0, colon)
        + provisionalId.substring(colon).toLowerCase(Locale.ROOT);
  }

  /**
   * There may be several (Attribute Specification 3.1). Their scopes have been judged where the
   * attributes were read.
   */
  private List<OrganisationAffiliation> affiliations() {
    return attributes.getOrDefault(SamlAttribute.ORG_AFFILIATION.name(), List.of()).stream()
        .map(this::affiliation)
        .distinct()
        .toList();
  }

  private OrganisationAffiliation affiliation(String text) {
    int at = text.lastIndexOf('@');
    if (at <= 0 || !USER_ID.matcher(text.substring(0, at)).matches()) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    return OrganisationAffiliation.of(
        text.substring(0, at),
        Organisationsnummer.tryParse(text.substring(at + 1), today)
            .orElseThrow(() -> new RefusedException(SamlRefusal.ATTRIBUTE_INVALID)));
  }

  private String name(SamlAttribute attribute) {
    String name = value(attribute).orElse("").strip();
    if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    return name;
  }

  private Optional<String> value(SamlAttribute attribute) {
    List<String> values = attributes.getOrDefault(attribute.name(), List.of());
    if (values.size() > 1) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    return values.stream().findFirst();
  }
}
