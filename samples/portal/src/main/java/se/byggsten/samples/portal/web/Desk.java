package se.byggsten.samples.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.testidp.TestPersons;

/**
 * Who fills in, for whom and under which address.
 *
 * @param base the address that pages lie under
 * @param owner whose the draft is
 * @param person who has logged in; empty where nobody needs to
 * @param entry for whom, when staff fills in
 * @param completes the id of the case whose answers are changed in a supplement
 */
record Desk(
    String base,
    DraftOwner owner,
    Optional<AuthenticatedPerson> person,
    Optional<AssistedEntry> entry,
    Optional<String> completes) {
  /** The addresses of staff's entries. */
  static final String ASSISTED = "/handlaggare/ombud";

  static Desk own(Exchange x, String base) {
    return new Desk(
        base,
        DraftOwner.person(x.citizen()),
        Optional.of(x.requiredSession().person()),
        Optional.empty(),
        Optional.empty());
  }

  /** The desk of a citizen who changes what they have sent, since a supplement was asked for. */
  static Desk completing(Exchange x, String caseId) {
    return new Desk(
        "/mina-arenden/" + caseId + SupplementDesks.CHANGE,
        DraftOwner.completing(x.citizen(), caseId),
        Optional.of(x.requiredSession().person()),
        Optional.empty(),
        Optional.of(caseId));
  }

  /** The desk of whoever has a code, without a login. */
  static Desk open(String base, DraftOwner owner) {
    return new Desk(base, owner, Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isOpen() {
    return person.isEmpty();
  }

  static Desk assisted(Exchange x, AssistedEntry entry) {
    return new Desk(
        ASSISTED + "/" + entry.id(),
        entry.owner(),
        Optional.of(x.requiredSession().person()),
        Optional.of(entry),
        Optional.empty());
  }

  static String official(Exchange x) {
    return x.requiredSession()
        .person()
        .affiliation()
        .map(OrganisationAffiliation::userId)
        .orElseThrow(() -> new IllegalArgumentException("The route does not require staff"));
  }

  /** What the login, or the official, already told, so that it need not be written again. */
  Map<String, PrefillValue> known(Clock clock) {
    Map<String, PrefillValue> known = new HashMap<>();
    if (entry.isPresent()) {
      AssistedEntry of = entry.get();
      Instant now = clock.instant();
      String name = (of.givenName() + " " + of.surname()).strip();
      known.put("login.name", new PrefillValue(name, "handläggaren", now));
      known.put("login.givenName", new PrefillValue(of.givenName(), "handläggaren", now));
      known.put("login.surname", new PrefillValue(of.surname(), "handläggaren", now));
    } else {
      person.ifPresent(who -> known(who, known));
    }
    entry
        .map(AssistedEntry::person)
        .or(() -> person.flatMap(AuthenticatedPerson::identifier))
        .flatMap(number -> PopulationRegister.address(number, clock.instant()))
        .ifPresent(address -> known.put("population.address", address));
    return known;
  }

  private static void known(AuthenticatedPerson who, Map<String, PrefillValue> known) {
    Instant at = who.authenticatedAt();
    known.put("login.name", new PrefillValue(who.displayName(), "e-legitimationen", at));
    known.put("login.givenName", new PrefillValue(who.givenName(), "e-legitimationen", at));
    known.put("login.surname", new PrefillValue(who.surname(), "e-legitimationen", at));
  }

  /**
   * Who applies; for staff's entries identified by the official in the way that the level says, not
   * by a login. Empty when nobody knows.
   */
  Optional<AuthenticatedPerson> applicant() {
    if (entry.isEmpty() || person.isEmpty()) {
      return person;
    }
    AssistedEntry of = entry.get();
    PersonIdentifier number = of.person();
    return Optional.of(
        AuthenticatedPerson.builder()
            .identifier(number)
            .name(of.givenName(), of.surname())
            .level(AssuranceLevel.of("urn:eksta:handlaggare:" + of.identification().name()))
            .authenticatedAt(of.arrivedAt())
            .identityProvider("urn:eksta:handlaggare")
            .build()
            .withProtectedIdentity(TestPersons.protectionOf(number)));
  }

  /** When the authority had it: stated by the official, else now (22 § förvaltningslagen). */
  Instant receivedAt(Clock clock) {
    return entry.map(AssistedEntry::arrivedAt).orElseGet(clock::instant);
  }

  /** The page that the first page goes back to. */
  String before() {
    if (completes.isPresent()) {
      return receipt(completes.get());
    }
    return isOpen() ? base : entry.isPresent() ? "/handlaggare" : "/";
  }

  String receipt(String caseId) {
    if (completes.isPresent()) {
      return "/mina-arenden/" + caseId;
    }
    if (isOpen()) {
      // Whoever has no login has no case that an address could find: the draft's outcome knows it.
      return base + "/kvittens";
    }
    return entry.isPresent() ? "/handlaggare/" + caseId : "/kvittens/" + caseId;
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "Desk[" + (isOpen() ? "open" : entry.isPresent() ? "staff" : "own") + "]";
  }
}
