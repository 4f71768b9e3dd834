package se.byggsten.conformance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Verdict;

/**
 * What one run of the kit concluded about a service.
 *
 * @param toolVersion the version of the kit
 * @param catalogueVersion the version of the catalogue
 * @param profile the profile that the service is judged by
 * @param target what was checked, as an address without query
 * @param service the name of the service
 * @param at when the run began
 * @param results one result for each requirement of the catalogue, in its order
 * @param notes what is wrong with the run itself, such as an acceptance that has expired
 */
public record ConformanceReport(
    String toolVersion,
    String catalogueVersion,
    Profile profile,
    String target,
    String service,
    Instant at,
    List<RequirementResult> results,
    List<Finding> notes) {
  /** Copies the lists. */
  public ConformanceReport {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /**
   * Tells whether the service conforms to the profile.
   *
   * @return true when every applicable must-requirement of the profile is met, or accepted
   *     unverified
   */
  public boolean conforms() {
    return results.stream().noneMatch(RequirementResult::blocks);
  }

  /**
   * Returns the results of the profile.
   *
   * @return the results
   */
  public List<RequirementResult> inProfile() {
    return results.stream().filter(RequirementResult::inProfile).toList();
  }

  /**
   * Returns the results that keep the service from conforming.
   *
   * @return the results
   */
  public List<RequirementResult> blocking() {
    return results.stream().filter(RequirementResult::blocks).toList();
  }

  /**
   * Counts the results that are accepted unverified.
   *
   * @return how many
   */
  public long accepted() {
    return inProfile().stream().filter(r -> r.acceptance().isPresent()).count();
  }

  /**
   * Counts the verdicts.
   *
   * @param counted the results to count
   * @return how many of each verdict, zero included
   */
  public static Map<Verdict, Integer> counts(List<RequirementResult> counted) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    counted.forEach(r -> counts.merge(r.verdict(), 1, Integer::sum));
    return counts;
  }

  /**
   * Returns the conclusion in one Swedish sentence or two, with the number accepted unverified.
   *
   * @return the first line of every report
   */
  public String summary() {
    List<RequirementResult> gates = results.stream().filter(RequirementResult::gates).toList();
    Map<Verdict, Integer> counts = counts(gates);
    String conclusion = conforms() ? "Godkänd" : "Inte godkänd";
    return String.format(
        Locale.ROOT,
        "%s enligt profilen %s: %d av %d tillämpliga skall-krav är uppfyllda, %d brister, %d är"
            + " inte verifierade. %d godtas utan verifiering.",
        conclusion,
        profile.id(),
        counts.get(Verdict.PASS),
        gates.size() - counts.getOrDefault(Verdict.NOT_APPLICABLE, 0),
        counts.get(Verdict.FAIL),
        counts.get(Verdict.NOT_VERIFIED),
        accepted());
  }
}
