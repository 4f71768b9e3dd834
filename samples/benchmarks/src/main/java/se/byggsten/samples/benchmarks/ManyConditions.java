package se.byggsten.samples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormYaml;

/**
 * A post that changes an answer which three conditions read, in a form of 2,002 questions of which
 * none, ten or a thousand have a condition of their own.
 *
 * <p>The page of those three is the same whether the form has ten or a thousand, so that only the
 * conditions that the answer does not touch differ. What the post takes without any condition is to
 * be taken off: the rest is the time of the conditions. The other questions are left empty, since
 * the copying of two thousand answers would take many times as long as what is measured; and the
 * conditions are long ones, so that their time stands out from the rest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyConditions {
  private static final int PAGES = 100;
  private static final int PER_PAGE = 20;
  private static final int CONDITIONS_PER_PAGE = 10;
  private static final int TOUCHED = 3;
  private static final String CONDITION =
      "%1$s != 'x%2$d' && size(%1$s) < 40 && !['av', 'bort', 'slut', 'stopp'].exists(word,"
          + " %1$s.startsWith(word))";
  private static final PostedFields ONE = PostedFields.with("styr", "ett", "annan", "ja");
  private static final PostedFields TWO = PostedFields.with("styr", "tva", "annan", "ja");

  /** How many questions have a condition. */
  @Param({"0", "10", "1000"})
  public int conditions = 10;

  private @Nullable FormRun run;
  private @Nullable FormState state;
  private boolean turn;

  /** Goes through every page, so that all of them are known to be complete, and warms up. */
  @Setup
  public void warmUp() {
    prepare();
    WarmUp.until(this::post);
  }

  /** Goes through every page. */
  void prepare() {
    FormRun made =
        FormRun.of(
            form(conditions), Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    FormState answered = made.post(made.start(Map.of()), "styrning", ONE).state();
    for (int page = 0; page < PAGES; page++) {
      StepResult step = made.post(answered, "p" + page, PostedFields.of(Map.of()));
      if (!step.violations().isEmpty()) {
        throw new IllegalArgumentException("The page must be complete");
      }
      answered = step.state();
    }
    run = made;
    state = answered;
  }

  /** The form: the first three conditions read what the post changes. */
  static FormDefinition form(int conditions) {
    Map<String, String> texts = new TreeMap<>(Map.of("form.title", "Villkor"));
    StringBuilder yaml =
        new StringBuilder(
            """
            form: 1
            id: villkor
            version: 1
            languages: [sv]
            facts: {purpose: Mäta, legal-basis: Avtal, retention: dispose P1Y}
            pages:
              - id: styrning
                fields:
                  - {id: styr, type: text}
                  - {id: annan, type: text}
            """);
    for (int page = 0; page < PAGES; page++) {
      yaml.append("  - id: p").append(page).append("\n    fields:\n");
      for (int i = 0; i < PER_PAGE; i++) {
        int number = page * PER_PAGE + i;
        yaml.append("      - {id: f").append(number).append(", type: text");
        int condition = page * CONDITIONS_PER_PAGE + i;
        if (i < CONDITIONS_PER_PAGE && condition < conditions) {
          String read = condition < TOUCHED ? "styr" : "annan";
          yaml.append(", show-if: \"").append(CONDITION.formatted(read, number)).append('"');
        }
        yaml.append("}\n");
      }
    }
    yaml.append("  - {id: granska, kind: review}\n");
    return FormYaml.read(
        "villkor.yaml",
        yaml.toString().getBytes(StandardCharsets.UTF_8),
        FormTexts.of(Map.of("sv", texts)));
  }

  /**
   * Takes the post, which each time answers something else than before.
   *
   * @return what follows
   */
  @Benchmark
  public StepResult post() {
    FormRun now = run;
    FormState before = state;
    if (now == null || before == null) {
      throw new IllegalArgumentException("Prepare first");
    }
    turn = !turn;
    StepResult step = now.post(before, "styrning", turn ? TWO : ONE);
    state = step.state();
    return step;
  }
}
