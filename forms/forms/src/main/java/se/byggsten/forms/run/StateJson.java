package se.byggsten.forms.run;

import static se.byggsten.forms.ScanState.PENDING;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.InputType;
import se.byggsten.forms.ScanState;

/** Writes a run as JSON and reads it back. */
final class StateJson {
  /** What a citizen wrote, with space around it and all, is bounded as a whole. */
  private static final int ANY = Integer.MAX_VALUE;

  private static final int FORMAT = 2;
  private static final DataLimits LIMITS = new DataLimits(16_000_000, 20, 400_000);

  private StateJson() {}

  static byte[] write(FormState state) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("state", FORMAT);
    data.put("form", state.formId());
    data.put("version", state.formVersion());
    data.put("sha256", state.formSha256());
    data.put("key", state.submissionKey());
    data.put("startedAt", state.startedAt().toString());
    data.put("changedAt", state.changedAt().toString());
    Map<String, Object> answers = new LinkedHashMap<>();
    state.answers().forEach((field, answer) -> answers.put(field, answer(answer)));
    data.put("answers", answers);
    Map<String, Object> files = new LinkedHashMap<>();
    state
        .attachments()
        .forEach((field, list) -> files.put(field, list.stream().map(StateJson::file).toList()));
    data.put("attachments", files);
    Map<String, Object> rows = new LinkedHashMap<>();
    state
        .rowNumbers()
        .forEach(
            (group, numbers) -> {
              List<Object> list = new ArrayList<>(numbers.numbers());
              list.add(0, numbers.next());
              rows.put(group, list);
            });
    data.put("rows", rows);
    Map<String, Object> inputs = new LinkedHashMap<>();
    state.inputs().forEach((name, value) -> inputs.put(name, input(value)));
    data.put("inputs", inputs);
    data.put("posted", List.copyOf(state.posted()));
    data.put("deferred", List.copyOf(state.deferred()));
    if (!state.writers().isEmpty()) {
      data.put("writers", new TreeMap<>(state.writers()));
    }
    state
        .settledOn()
        .ifPresent(
            day -> {
              data.put("settledOn", day.toString());
              data.put("settled", state.settled());
            });
    return readable(JsonWriter.compact().writeBytes(data));
  }

  /** What could not be read again must not replace what can. */
  private static byte[] readable(byte[] written) {
    if (written.length > LIMITS.nodes()) {
      try {
        DataReader.json().within(LIMITS).read("state", written);
      } catch (DataException e) {
        throw new FormException(
            FormException.TOO_LARGE, "The answers are more than can be kept; take some away");
      }
    }
    return written;
  }

  private static Map<String, Object> answer(Answer answer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("raw", answer.raw());
    answer
        .prefilled()
        .ifPresent(
            p -> {
              Map<String, Object> known = new LinkedHashMap<>();
              known.put("value", p.value());
              if (!p.parts().isEmpty()) {
                known.put("parts", new TreeMap<>(p.parts()));
              }
              known.put("source", p.source());
              known.put("at", p.at().toString());
              data.put("prefilled", known);
            });
    data.put("changed", answer.changed());
    return data;
  }

  private static Map<String, Object> file(AttachmentRef file) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", file.id());
    data.put("name", file.name());
    data.put("mediaType", file.mediaType());
    data.put("size", file.size());
    data.put("sha256", file.sha256());
    data.put("scan", file.scan().name());
    return data;
  }

  static FormState read(FormDefinition form, byte[] bytes) {
    try {
      DataView view = DataView.of("state", DataReader.json().within(LIMITS).read("state", bytes));
      if (view.required("state").integer(0, Integer.MAX_VALUE) != FORMAT) {
        throw new FormException(FormException.STATE, "The run was stored by another version");
      }
      if (!view.required("form").text().equals(form.id())
          || view.required("version").integer(1, Integer.MAX_VALUE) != form.version()
          || !view.required("sha256").text().equals(form.sha256())) {
        throw new FormException(
            FormException.OTHER_FORM,
            "The run belongs to another form or another version; load that definition");
      }
      return state(form, view);
    } catch (DataException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw new FormException(FormException.STATE, "The stored run is damaged; start a new one");
    }
  }

  private static FormState state(FormDefinition form, DataView view) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    view.required("answers").entries().forEach((field, data) -> answers.put(field, answer(data)));
    Map<String, List<AttachmentRef>> files = new LinkedHashMap<>();
    view.required("attachments")
        .entries()
        .forEach(
            (field, data) -> files.put(field, data.list().stream().map(StateJson::file).toList()));
    FormState.Draft draft =
        new FormState.Draft(
            form,
            view.required("key").text(),
            instant(view, "startedAt"),
            instant(view, "changedAt"));
    draft.answers().putAll(answers);
    draft.attachments().putAll(files);
    view.required("rows").entries().forEach((group, data) -> draft.rows().put(group, rows(data)));
    view.required("inputs")
        .entries()
        .forEach((name, data) -> draft.inputs().put(name, inputOf(form, name, data)));
    draft.posted().addAll(view.texts("posted"));
    draft.deferred().addAll(view.texts("deferred"));
    view.optional("writers")
        .ifPresent(
            parts ->
                parts
                    .entries()
                    .forEach((party, who) -> draft.writers().put(party, who.exact(ANY))));
    view.optional("settledOn")
        .ifPresent(
            day -> {
              draft.settledOn = LocalDate.parse(day.text());
              view.required("settled")
                  .entries()
                  .forEach((page, complete) -> draft.settled().put(page, complete.bool()));
            });
    return draft.build();
  }

  private static RowNumbers rows(DataView view) {
    List<Integer> numbers = new ArrayList<>();
    view.list().forEach(item -> numbers.add(item.integer(1, Integer.MAX_VALUE)));
    return new RowNumbers(numbers.subList(1, numbers.size()), numbers.get(0));
  }

  private static Object input(Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }

  static Object inputOf(FormDefinition form, String name, DataView view) {
    InputType type = form.inputs().get(name);
    if (type == null) {
      throw new FormException(FormException.STATE, "The stored run is damaged; start a new one");
    }
    return switch (type) {
      case TEXT -> view.exact(ANY);
      case NUMBER -> view.number();
      case DATE -> LocalDate.parse(view.text());
      case YES_NO -> view.bool();
      case TEXTS -> view.list().stream().map(text -> text.exact(ANY)).toList();
    };
  }

  private static Answer answer(DataView view) {
    List<String> raw = new ArrayList<>();
    view.required("raw").list().forEach(item -> raw.add(item.exact(ANY)));
    Optional<PrefillValue> prefilled =
        view.optional("prefilled")
            .map(
                p ->
                    new PrefillValue(
                        p.required("value").exact(ANY),
                        parts(p),
                        p.required("source").exact(ANY),
                        instant(p, "at")));
    return new Answer(raw, prefilled, view.required("changed").bool());
  }

  private static Map<String, String> parts(DataView prefilled) {
    Map<String, String> parts = new LinkedHashMap<>();
    prefilled
        .optional("parts")
        .ifPresent(
            view -> view.entries().forEach((name, part) -> parts.put(name, part.exact(ANY))));
    return parts;
  }

  private static AttachmentRef file(DataView view) {
    return new AttachmentRef(
        view.required("id").text(),
        view.required("name").exact(ANY),
        view.required("mediaType").text(),
        view.required("size").number().longValueExact(),
        view.required("sha256").text(),
        // What was stored before files had a state counts as not scanned.
        view.optional("scan").map(DataView::text).map(ScanState::valueOf).orElse(PENDING));
  }

  private static Instant instant(DataView view, String key) {
    return Instant.parse(view.required(key).text());
  }
}
