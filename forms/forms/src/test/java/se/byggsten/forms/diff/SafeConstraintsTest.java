package se.byggsten.forms.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;

/** What is complete stays complete where the constraints are said to be milder. */
class SafeConstraintsTest {
  private static final List<String> KINDS =
      List.of("text", "long-text", "number", "amount", "date", "month", "time", "checkboxes");

  @ParameterizedTest
  @CsvSource({
    "text, 1000, 0, BREAKS_DRAFTS, CONSTRAINT-TIGHTENED",
    "text, 300, 200, BREAKS_DRAFTS, CONSTRAINT-TIGHTENED",
    "text, 100, 0, SAFE, CONSTRAINT-LOOSENED",
    "text, 0, 1000, SAFE, CONSTRAINT-LOOSENED",
    "long-text, 0, 1000, BREAKS_DRAFTS, CONSTRAINT-TIGHTENED"
  })
  void the_limits_of_the_kind_count_where_the_form_has_none(
      String kind, long before, long after, Impact impact, String what) {
    assertThat(FormDiff.between(sized(1, kind, before), sized(2, kind, after)))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.impact()).isEqualTo(impact);
              assertThat(change.kind().value()).isEqualTo("FORM-DIFF-" + what);
            });
  }

  private static FormDefinition sized(int version, String kind, long max) {
    return form(
        version,
        kind,
        max == 0 ? List.of() : List.of(new ConstraintRule("Size", Map.of("max", max))));
  }

  @Test
  void digits_and_files_have_the_usual_limits() {
    ConstraintRule digits = new ConstraintRule("Digits", Map.of("integer", 15L, "fraction", 2L));
    assertThat(FormDiff.isSafe(form(1, "number", List.of(digits)), form(2, "number", List.of())))
        .isFalse();
    ConstraintRule more = new ConstraintRule("Attachments", Map.of("max", 9L));
    assertThat(FormDiff.isSafe(form(1, "files", List.of(more)), form(2, "files", List.of())))
        .isFalse();
    assertThat(FormDiff.isSafe(form(1, "files", List.of()), form(2, "files", List.of(more))))
        .isTrue();
  }

  @Property(tries = 30)
  void whatever_is_called_safe_leaves_a_complete_draft_complete(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    List<ConstraintRule> rules = rules(kind, random);
    FormDefinition old = form(1, kind, rules);
    FormRun before = FormRun.of(old, Forms.CLOCK);
    FormState state = complete(before, kind, random);
    for (int i = 0; i < 4; i++) {
      FormDefinition now = form(2, kind, changed(rules, kind, random));
      if (FormDiff.isSafe(old, now) && before.isComplete(state)) {
        FormRun after = FormRun.of(now, Forms.CLOCK);
        FormState moved = DraftMigration.migrate(before, after, state).orElseThrow();
        assertThat(after.isComplete(moved))
            .as(FormDiff.between(old, now).toString() + after.violations(moved))
            .isTrue();
      }
    }
  }

  /** The first of some answers that the form takes. */
  private static FormState complete(FormRun run, String kind, SplittableRandom random) {
    FormState state = run.start(Map.of());
    for (int i = 0; i < 6 && !run.isComplete(state); i++) {
      state = run.post(state, "ett", PostedFields.of(answer(kind, random))).state();
      if (run.current(state).equals("granska")) {
        state = run.post(state, "granska", PostedFields.with()).state();
      }
    }
    return state;
  }

  private static Map<String, List<String>> answer(String kind, SplittableRandom random) {
    Map<String, List<String>> posted = new TreeMap<>();
    switch (kind) {
      case "text", "long-text" -> posted.put("a", List.of("x".repeat(random.nextInt(1, 1200))));
      case "number", "amount" ->
          posted.put(
              "a",
              List.of(
                  "9".repeat(random.nextInt(1, 16))
                      + (random.nextBoolean() ? "" : "," + "5".repeat(random.nextInt(1, 3)))));
      case "time" -> posted.put("a", List.of("%02d:30".formatted(random.nextInt(24))));
      case "checkboxes" -> posted.put("a", List.of("x", "y", "z").subList(0, random.nextInt(4)));
      default -> {
        if (kind.equals("date")) {
          posted.put("a-day", List.of(String.valueOf(random.nextInt(1, 28))));
        }
        posted.put("a-month", List.of(String.valueOf(random.nextInt(1, 13))));
        posted.put("a-year", List.of(String.valueOf(random.nextInt(2020, 2032))));
      }
    }
    return posted;
  }

  private static List<ConstraintRule> changed(
      List<ConstraintRule> rules, String kind, SplittableRandom random) {
    List<ConstraintRule> next = new ArrayList<>(rules);
    if (!next.isEmpty() && random.nextBoolean()) {
      next.remove(random.nextInt(next.size()));
    }
    for (ConstraintRule rule : rules(kind, random)) {
      if (random.nextBoolean()) {
        next.removeIf(other -> other.name().equals(rule.name()));
        next.add(rule);
      }
    }
    return next;
  }

  private static List<ConstraintRule> rules(String kind, SplittableRandom random) {
    List<ConstraintRule> all = new ArrayList<>();
    switch (kind) {
      case "text", "long-text", "checkboxes" -> {
        long most =
            kind.equals("checkboxes")
                ? 3
                : List.of(100L, 200L, 300L, 1000L, 4000L, 5000L).get(random.nextInt(6));
        Map<String, Object> size = new TreeMap<>();
        if (random.nextBoolean()) {
          size.put("min", (long) random.nextInt(3));
        }
        if (random.nextBoolean() || size.isEmpty()) {
          size.put("max", most);
        }
        all.add(new ConstraintRule("Size", size));
        if (!kind.equals("checkboxes")) {
          all.add(new ConstraintRule("Pattern", Map.of("regexp", "x{1,900}")));
        }
      }
      case "number", "amount" -> {
        all.add(
            new ConstraintRule(
                "Digits",
                Map.of(
                    "integer",
                    (long) random.nextInt(1, 16),
                    "fraction",
                    (long) random.nextInt(3))));
        all.add(
            new ConstraintRule(
                "DecimalMin",
                Map.of("value", "" + random.nextInt(5), "inclusive", random.nextBoolean())));
        all.add(
            new ConstraintRule("DecimalMax", Map.of("value", "9".repeat(random.nextInt(1, 16)))));
      }
      case "date" ->
          all.add(
              new ConstraintRule(
                  List.of("Past", "PastOrPresent", "Future", "FutureOrPresent")
                      .get(random.nextInt(4)),
                  Map.of()));
      case "month" ->
          all.add(
              new ConstraintRule(
                  "Month", Map.of("earliest", "20" + random.nextInt(20, 30) + "-01")));
      default ->
          all.add(new ConstraintRule("Time", Map.of("earliest", "0" + random.nextInt(10) + ":00")));
    }
    all.add(
        new ConstraintRule(
            "Rule", Map.of("id", "regel", "holds", random.nextBoolean() ? "true" : "today != ''")));
    all.removeIf(rule -> random.nextInt(3) == 0);
    return all;
  }

  private static FormDefinition form(int version, String kind, List<ConstraintRule> rules) {
    FieldType type = FieldTypes.standard().find(kind).orElseThrow();
    FieldDefinition.Builder field = FieldDefinition.builder("a", type).constraints(rules);
    if (kind.equals("checkboxes")) {
      field.options(List.of("x", "y", "z").stream().map(OptionDefinition::of).toList());
    }
    return FormDefinition.builder("prov", version)
        .languages(List.of("sv"))
        .pages(
            List.of(
                PageDefinition.of("ett", PageKind.QUESTIONS, List.of(field.build())),
                PageDefinition.of("granska", PageKind.REVIEW, List.of())))
        .texts(FormTexts.of(Map.of("sv", Map.of("form.title", "Prov"))))
        .build();
  }
}
