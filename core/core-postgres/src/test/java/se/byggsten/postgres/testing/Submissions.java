package se.byggsten.postgres.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.FormReference;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.OrganisationAffiliation;

/** Submissions to Eksta kommun, and the people in them. */
public final class Submissions {
  public static final Instant RECEIVED = Instant.parse("2026-03-02T08:15:30.123456Z");
  public static final Authority KFN =
      new Authority(
          "KFN",
          "Kultur- och fritidsnämnden",
          Organisationsnummer.parse("212000-0142", LocalDate.of(2026, 1, 1)));
  public static final AuthenticatedPerson TOLVAN = person("191212121212", "Tolvan", "Tolvansson");
  public static final AuthenticatedPerson OTHER = person("198112189876", "Åsa", "Öberg");
  public static final Actor HANDLER =
      Actor.staff(
          AuthenticatedPerson.builder()
              .affiliation(OrganisationAffiliation.of("haha01", KFN.organisation()))
              .name("Hanna", "Handläggare")
              .level(AssuranceLevel.LOA3)
              .authenticatedAt(RECEIVED)
              .identityProvider("https://idp.example.se")
              .build());

  private Submissions() {}

  /** A person with a number. */
  public static AuthenticatedPerson person(String number, String given, String family) {
    return AuthenticatedPerson.builder()
        .identifier(PersonIdentifier.parse(number, LocalDate.of(2026, 1, 1)))
        .name(given, family)
        .level(AssuranceLevel.LOA3)
        .authenticatedAt(RECEIVED)
        .identityProvider("https://idp.example.se")
        .build();
  }

  /** A key that nobody has used. */
  public static String key() {
    return UUID.randomUUID().toString();
  }

  /** An application by Tolvan with a key of its own; change what the test is about. */
  public static Submission.Builder application() {
    return Submission.builder()
        .key(key())
        .eService("kolloplats")
        .form(new FormReference("kolloplats", "1.0", "ab".repeat(32)))
        .applicant(TOLVAN)
        .receivedAt(RECEIVED)
        .titles("Ansökan om kolloplats för Lillan Tolvansson", "Ansökan om kolloplats")
        .retention(
            new RetentionRule("3.7.2", Optional.of(Period.ofYears(2)), "Informationsplan 2026"))
        .documents(
            List.of(
                document(DocumentRole.ANSWERS, "svar.json", "{\"barn\":\"Lillan\"}"),
                document(DocumentRole.APPLICATION, "ansökan.html", "<p>Åäö</p>")));
  }

  /** A document with this text. */
  public static NewDocument document(DocumentRole role, String name, String text) {
    return NewDocument.of(role, name, "text/plain", text.getBytes(UTF_8));
  }

  /** A decision that grants. */
  public static Decision granted() {
    return new Decision(
        Decision.Outcome.GRANTED,
        "Du uppfyller villkoren.",
        "Hanna Handläggare",
        RECEIVED.plusSeconds(86_400),
        "Du kan överklaga inom tre veckor.",
        false);
  }
}
