package se.byggsten.identity;

import java.time.Instant;
import java.time.LocalDate;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ForeignIdentity;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.core.person.ProtectedIdentity;

/** People to log in. */
public final class TestPeople {
  public static final String NUMBER = "198401042380";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private TestPeople() {}

  public static AuthenticatedPerson citizen() {
    return AuthenticatedPerson.builder()
        .identifier(PersonIdentifier.parse(NUMBER, DAY))
        .name("Åsa", "Öberg")
        .level(AssuranceLevel.LOA3)
        .authenticatedAt(Instant.parse("2026-11-22T10:15:29.5Z"))
        .identityProvider("https://idp.example")
        .protectedIdentity(ProtectedIdentity.MARKED)
        .build();
  }

  public static AuthenticatedPerson employee() {
    return AuthenticatedPerson.builder()
        .affiliation(
            OrganisationAffiliation.of("karek", Organisationsnummer.parse("2120002999", DAY)))
        .name("Karin", "Ek")
        .level(AssuranceLevel.LOA3)
        .authenticatedAt(Instant.parse("2026-11-22T10:15:29.5Z"))
        .identityProvider("https://idp.example")
        .build();
  }

  public static AuthenticatedPerson anonymousOfTwo() {
    return AuthenticatedPerson.builder()
        .affiliation(OrganisationAffiliation.of("h7", Organisationsnummer.parse("2120002999", DAY)))
        .affiliation(OrganisationAffiliation.of("x", Organisationsnummer.parse("2120001637", DAY)))
        .displayName("Handläggare 7")
        .level(AssuranceLevel.LOA3)
        .authenticatedAt(Instant.parse("2026-11-22T10:15:29.5Z"))
        .identityProvider("https://idp.example")
        .build();
  }

  public static AuthenticatedPerson norwegian() {
    return AuthenticatedPerson.builder()
        .foreign(
            ForeignIdentity.of("NO:05068907693", ForeignIdentity.Persistence.A)
                .withEidasPersonIdentifier("NO/SE/05068907693")
                .bornOn(LocalDate.of(1989, 6, 5)))
        .previousIdentifier(PersonIdentifier.parse(NUMBER, DAY))
        .name("Kåre", "Øen")
        .level(AssuranceLevel.EIDAS_NF_SUBSTANTIAL)
        .authenticatedAt(Instant.parse("2026-11-22T10:15:29.5Z"))
        .identityProvider("https://idp.example")
        .build();
  }
}
