package se.byggsten.samples.portal.kollo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import se.byggsten.core.data.DataView;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormYaml;

/**
 * Right answers to the whole application, by the name that is posted.
 *
 * <p>They are those of {@code byggsten.yaml}, with which the kit walks through the portal, so that
 * a change of the form is one change here too. They do for every page and for the first row of
 * every group.
 */
public final class KolloAnswers {
  /** The form. */
  public static final FormDefinition FORM =
      FormYaml.load(KolloAnswers.class.getClassLoader(), "forms/kolloplats");

  /** What the service says of places, when there are places everywhere. */
  public static final Map<String, Object> EVERY_PLACE =
      Map.of(
          "lediga",
          List.of(
              "solvik-v26",
              "solvik-v27",
              "solvik-v28",
              "grindso-v26",
              "grindso-v27",
              "grindso-v28",
              "skogsro-v26",
              "skogsro-v27",
              "skogsro-v28"));

  private final Map<String, List<String>> values;

  private KolloAnswers(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Right answers to everything. */
  public static KolloAnswers complete() {
    try (InputStream yaml = KolloAnswers.class.getResourceAsStream("/byggsten.yaml")) {
      byte[] bytes = Objects.requireNonNull(yaml).readAllBytes();
      DataView view = DataView.of("byggsten.yaml", DataReader.yaml().read("byggsten.yaml", bytes));
      return new KolloAnswers(
          new LinkedHashMap<>(EServiceManifest.from(view).verification().orElseThrow().answers()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same but for one answer. */
  public KolloAnswers with(String name, String... value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return new KolloAnswers(changed);
  }

  /** The pages that these answers lead over and that ask something, in order. */
  public static List<String> asking() {
    Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    FormRun run = FormRun.of(FORM, noon);
    FormState state = run.withInputs(run.start(Map.of()), EVERY_PLACE);
    List<String> pages = new ArrayList<>();
    complete().walk(run, state, "granska", pages::add);
    pages.removeIf(page -> page(page).fields().stream().noneMatch(FieldDefinition::isAsked));
    return List.copyOf(pages);
  }

  /** The definition of the page with a path. */
  public static PageDefinition page(String path) {
    return FORM.page(Place.name(path)).orElseThrow();
  }

  /** All of them, by the name that is posted. */
  public Map<String, List<String>> values() {
    return values;
  }

  /** Those of one page, as a browser would post them. */
  public Map<String, List<String>> of(String path) {
    return new SampleWalk("", FORM, EVERY_PLACE, values).of(path);
  }

  /** Walks with them from a page to the next, until the page is reached. */
  public FormState walk(FormRun run, FormState from, String until) {
    return walk(run, from, until, page -> {});
  }

  private FormState walk(FormRun run, FormState from, String until, Consumer<String> visited) {
    FormState state = from;
    String at = run.current(from);
    while (!at.equals(until)) {
      visited.accept(at);
      StepResult step = run.post(state, at, PostedFields.of(of(at)));
      if (step.page().filter(at::equals).isPresent()) {
        throw new AssertionError(at + " stays, with " + step.violations() + step.revealed());
      }
      state = step.state();
      at = step.page().orElseThrow();
    }
    return state;
  }
}
