package se.byggsten.conformance.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.fill.FormInputs;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;

/** One run of a form along a trace. */
final class TraceRun {
  private final FormRun run;
  private final TraceStart start;
  private final TraceClock clock;
  private final Locale language;
  private FormState state;

  private TraceRun(Trace trace, FormDefinition form, Function<Clock, FormRun> runs) {
    DataView view = trace.view();
    clock = new TraceClock(Trace.instant(view.required("at")));
    run = runs.apply(clock);
    language = Locale.forLanguageTag(view.required("language").text());
    start = new TraceStart(clock.instant());
    FormState begun =
        run.start(start.known(view.optional("known")), start.rows(view.optional("known-rows")));
    state =
        view.optional("inputs")
            .map(inputs -> run.withInputs(begun, FormInputs.of(form, inputs)))
            .orElse(begun);
  }

  /** What each step leads to, and last what would be stored. */
  static List<Map<String, Object>> of(
      Trace trace, FormDefinition form, Function<Clock, FormRun> runs) {
    TraceRun walk = new TraceRun(trace, form, runs);
    List<Map<String, Object>> facts = new ArrayList<>();
    for (DataView step : trace.steps()) {
      facts.add(walk.step(step));
    }
    facts.add(StoredFacts.of(walk.run, walk.state, walk.language));
    return facts;
  }

  private Map<String, Object> step(DataView step) {
    step.optional("at").ifPresent(clock::move);
    step.optional("inputs")
        .ifPresent(inputs -> state = run.withInputs(state, FormInputs.of(run.form(), inputs)));
    FormRun mine = step.optional("as").map(this::party).orElse(run);
    String page = step.required("page").text();
    boolean posts =
        step.optional("post").isPresent()
            || step.optional("remove").isPresent()
            || !step.list("files").isEmpty();
    try {
      PageView view = PageView.of(language, "", "");
      if (!posts) {
        return opened(mine, mine.open(state, page), view);
      }
      PostedFields posted = posted(step, page);
      StepResult result = mine.post(state, page, posted);
      state = result.state();
      PageView after =
          view.after(result).fromReview(posted.control(PostedFields.FROM_REVIEW).isPresent());
      return result
          .page()
          .map(next -> opened(mine, next, after))
          .orElseGet(() -> new LinkedHashMap<>(Map.of("complete", true)));
    } catch (DataException e) {
      throw e;
    } catch (ByggstenException e) {
      return new LinkedHashMap<>(Map.of("refused", e.code().value()));
    }
  }

  /** A page tells at once what was let through on it although it is wrong. */
  private Map<String, Object> opened(FormRun mine, String page, PageView view) {
    PageView told = view.violations().isEmpty() ? view.telling(mine.waiting(state, page)) : view;
    return PageFacts.of(mine, state, page, told);
  }

  private FormRun party(DataView as) {
    String party = as.text();
    if (run.form().parties().stream().map(PartyDefinition::id).noneMatch(party::equals)) {
      throw as.problem(DataException.BAD_VALUE, "the form has no such party");
    }
    return run.as(party);
  }

  private PostedFields posted(DataView step, String page) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    step.optional("post")
        .ifPresent(post -> post.entries().forEach((name, value) -> values.put(name, texts(value))));
    step.optional("remove")
        .ifPresent(remove -> values.put(PostedFields.REMOVE, List.of(file(remove, page))));
    List<PostedFile> files = step.list("files").stream().map(MadeFile::of).toList();
    return PostedFields.of(values, files);
  }

  private static List<String> texts(DataView value) {
    return value.isList()
        ? value.list().stream().map(one -> one.exact(100_000)).toList()
        : List.of(value.exact(100_000));
  }

  /** Files have random ids, so a trace counts them. */
  private String file(DataView remove, String page) {
    Place place = Place.of(page).orElse(Place.TOP);
    List<AttachmentRef> files = state.attachments(place.path(remove.required("field").text()));
    int number = remove.required("number").integer(1, 100);
    if (number > files.size()) {
      throw remove.problem(DataException.BAD_VALUE, "the field has no such file at that step");
    }
    return files.get(number - 1).id();
  }

  /** A clock that stands still until a step moves it forward. */
  private static final class TraceClock extends Clock {
    private Instant now;

    TraceClock(Instant now) {
      this.now = now;
    }

    void move(DataView at) {
      Instant then = Trace.instant(at);
      if (then.isBefore(now)) {
        throw at.problem(DataException.BAD_VALUE, "must not be before the step before");
      }
      now = then;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
