package se.byggsten.core.manifest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * What is preserved and what is disposed of (arkivlagen 1990:782 3, 6 and 10 §§).
 *
 * @param plan the id of the decided retention plan (<i>informationshanteringsplan</i>)
 * @param decided when the plan was decided
 * @param rules a rule for each type of document
 */
public record Retention(Optional<String> plan, Optional<LocalDate> decided, List<Rule> rules) {
  /** Nothing is decided. */
  public static final Retention NONE = new Retention(Optional.empty(), Optional.empty(), List.of());

  /** Copies the rules. */
  public Retention {
    rules = List.copyOf(rules);
  }

  /** What happens to a document. */
  public enum Action {
    /** It is kept for ever. */
    PRESERVE,
    /** It is disposed of after the term. */
    DISPOSE
  }

  /**
   * The rule for one type of document.
   *
   * @param id the id of the rule in the plan
   * @param documentType the type of document (<i>handlingstyp</i>)
   * @param classification its class in the classification scheme
   * @param action what happens to it
   * @param termYears after how many years; there when it is disposed of
   */
  public record Rule(
      String id,
      String documentType,
      String classification,
      Action action,
      Optional<Integer> termYears) {
    static Rule from(DataView map) {
      map.onlyKeys("id", "documentType", "classification", "action", "termYears");
      Action action = map.required("action").oneOf(Action.class);
      Optional<Integer> term = map.optional("termYears").map(v -> v.integer(0, 500));
      if (term.isPresent() != (action == Action.DISPOSE)) {
        throw map.problem(
            DataException.BAD_VALUE, "'termYears' belongs to action 'dispose', and only there");
      }
      return new Rule(
          map.required("id").text(),
          map.required("documentType").text(),
          map.required("classification").text(),
          action,
          term);
    }
  }

  static Retention from(DataView map) {
    map.onlyKeys("plan", "decided", "rules");
    return new Retention(
        map.optional("plan").map(DataView::text),
        map.optional("decided").map(DataView::date),
        map.list("rules").stream().map(Rule::from).toList());
  }
}
