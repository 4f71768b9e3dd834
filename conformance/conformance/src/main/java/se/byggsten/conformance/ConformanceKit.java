package se.byggsten.conformance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.core.finding.VerificationMethod;

/**
 * Runs every check on a subject and concludes about every requirement of the catalogue.
 *
 * <pre>{@code
 * ConformanceKit<Observation> kit = ConformanceKit.of(Catalogue.load(), checks, clock);
 * ConformanceReport report =
 *     kit.run(observation, new KitRun(profile, "https://localhost:8443/", "Kolloplats"));
 * }</pre>
 *
 * <p>A check that breaks is {@link Verdict#NOT_VERIFIED}, and the run goes on. A requirement
 * without a check is {@link Verdict#NOT_VERIFIED} with the reason. Nothing is met by silence.
 *
 * @param <S> what is checked
 */
public final class ConformanceKit<S> {
  /** A check broke; the requirement is not verified. */
  public static final ErrorCode CHECK_BROKE = ErrorCode.of("CONFORMANCE-CHECK-BROKE");

  /** An acceptance has passed its last day and no longer counts. */
  public static final ErrorCode ACCEPTANCE_EXPIRED = ErrorCode.of("CONFORMANCE-ACCEPTANCE-EXPIRED");

  /** An acceptance concerns a requirement that is not unverified, and does nothing. */
  public static final ErrorCode ACCEPTANCE_UNUSED = ErrorCode.of("CONFORMANCE-ACCEPTANCE-UNUSED");

  private static final Logger LOG = LoggerFactory.getLogger(ConformanceKit.class);
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final Catalogue catalogue;
  private final Map<RequirementId, List<Check<S>>> checks;
  private final Clock clock;

  private ConformanceKit(
      Catalogue catalogue, Map<RequirementId, List<Check<S>>> checks, Clock clock) {
    this.catalogue = catalogue;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * Returns a kit.
   *
   * @param <S> what is checked
   * @param catalogue the requirements
   * @param checks the checks, one or more for a requirement
   * @param clock tells the time of the run and the day on which acceptances expire
   * @return the kit
   * @throws IllegalArgumentException for a check whose requirement the catalogue lacks
   */
  public static <S> ConformanceKit<S> of(
      Catalogue catalogue, List<? extends Check<S>> checks, Clock clock) {
    Map<RequirementId, List<Check<S>>> byId = new LinkedHashMap<>();
    for (Check<S> check : checks) {
      RequirementId id = check.requirement();
      if (catalogue.find(id).isEmpty()) {
        throw new IllegalArgumentException("The catalogue lacks the requirement of a check: " + id);
      }
      byId.computeIfAbsent(id, i -> new ArrayList<>()).add(check);
    }
    return new ConformanceKit<>(catalogue, byId, clock);
  }

  /**
   * Runs all checks, those outside the profile too.
   *
   * @param subject what is checked
   * @param run by what the subject is judged
   * @return the report
   */
  public ConformanceReport run(S subject, KitRun run) {
    Instant at = clock.instant();
    LocalDate today = LocalDate.ofInstant(at, SWEDEN);
    List<RequirementResult> results = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      CheckResult result = conclude(entry, subject);
      Optional<Acceptance> acceptance = run.acceptances().find(entry.id());
      acceptance.ifPresent(a -> note(a, result, today, notes));
      results.add(
          new RequirementResult(
              entry,
              run.profile().requirements().contains(entry.id()),
              checks.containsKey(entry.id()),
              result.verdict(),
              result.evidence(),
              result.findings(),
              acceptance.filter(
                  a -> result.verdict() == Verdict.NOT_VERIFIED && !today.isAfter(a.expires()))));
    }
    return new ConformanceReport(
        KitVersion.current(),
        catalogue.version(),
        run.profile(),
        run.target(),
        run.service(),
        at,
        results,
        notes);
  }

  private CheckResult conclude(CatalogueEntry entry, S subject) {
    List<Check<S>> own = checks.getOrDefault(entry.id(), List.of());
    if (own.isEmpty()) {
      String methods =
          entry.requirement().methods().stream()
              .sorted()
              .map(ConformanceKit::inSwedish)
              .collect(Collectors.joining(", "));
      return CheckResult.notVerified(
          entry.id(),
          "Ingen kontroll finns ännu i denna version. Sätt att verifiera enligt katalogen: "
              + methods);
    }
    List<CheckResult> parts =
        own.stream().map(check -> runOne(check, entry.id(), subject)).toList();
    return parts.size() == 1 ? parts.get(0) : combine(entry.id(), parts);
  }

  private static String inSwedish(VerificationMethod method) {
    return switch (method) {
      case STATIC_HTML -> "sidornas HTML";
      case LIVE_HTTP -> "tjänsten i drift";
      case BROWSER -> "webbläsare";
      case PACKAGE -> "arkivpaket och handlingar";
      case CLASSPATH -> "programkod och kontraktstest";
      case OPENAPI -> "OpenAPI-beskrivning";
      case FORM_DEFINITION -> "formulärets definition";
      case MANIFEST -> "manifestet";
      case MANUAL -> "manuell prövning";
    };
  }

  /** What is broken in one part is broken; what is unseen in one part is not met. */
  private CheckResult combine(RequirementId id, List<CheckResult> parts) {
    List<String> evidence = parts.stream().flatMap(p -> p.evidence().stream()).toList();
    List<Finding> findings = parts.stream().flatMap(p -> p.findings().stream()).toList();
    List<Verdict> verdicts = parts.stream().map(CheckResult::verdict).toList();
    Verdict verdict = Verdict.NOT_APPLICABLE;
    for (Verdict candidate : List.of(Verdict.FAIL, Verdict.NOT_VERIFIED, Verdict.PASS)) {
      if (verdicts.contains(candidate)) {
        verdict = candidate;
        break;
      }
    }
    return new CheckResult(id, verdict, evidence, findings);
  }

  private CheckResult runOne(Check<S> check, RequirementId id, S subject) {
    try {
      CheckResult result = check.run(subject);
      return result.requirement().equals(id)
          ? result
          : broke(check, id, "answered for another requirement");
    } catch (ByggstenException e) {
      return broke(check, id, e.code().value());
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      // The message may hold what the service sent, so only the type is told.
      return broke(check, id, e.getClass().getSimpleName());
    }
  }

  private CheckResult broke(Check<S> check, RequirementId id, String why) {
    LOG.warn("The check of {} ({}) broke: {}", id, check.getClass().getName(), why);
    return CheckResult.notVerified(
        id, "Kontrollen kunde inte slutföras (" + CHECK_BROKE + ", " + why + ")");
  }

  private static void note(
      Acceptance acceptance, CheckResult result, LocalDate today, List<Finding> notes) {
    Location where = Location.in("allow-not-verified", acceptance.requirement().value());
    if (today.isAfter(acceptance.expires())) {
      notes.add(
          Finding.error(
              ACCEPTANCE_EXPIRED,
              acceptance.requirement(),
              where,
              "Godtagandet gällde till och med " + acceptance.expires() + " och räknas inte längre",
              "Verifiera kravet, eller besluta om ett nytt godtagande med nytt slutdatum."));
    } else if (result.verdict() != Verdict.NOT_VERIFIED) {
      notes.add(
          Finding.warning(
              ACCEPTANCE_UNUSED,
              acceptance.requirement(),
              where,
              "Godtagandet har ingen verkan, för kravet är bedömt: " + result.verdict(),
              "Ta bort raden. Ett brutet krav kan inte godtas."));
    }
  }
}
