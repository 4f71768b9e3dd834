package se.byggsten.forms.run;

import static se.byggsten.forms.ScanState.PENDING;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.ScanState;

/** Writes a run as JSON and reads it back. */
final class StateJson {
  private static final int FORMAT = 1;
  private static final DataLimits LIMITS = new DataLimits(4_000_000, 20, 100_000);

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
    data.put("posted", List.copyOf(state.posted()));
    return JsonWriter.compact().writeBytes(data);
  }

  private static Map<String, Object> answer(Answer answer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("raw", answer.raw());
    answer
        .prefilled()
        .ifPresent(
            p ->
                data.put(
                    "prefilled",
                    Map.of("value", p.value(), "source", p.source(), "at", p.at().toString())));
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
    } catch (DataException | IllegalArgumentException | DateTimeException e) {
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
    return new FormState(
        form,
        view.required("key").text(),
        instant(view, "startedAt"),
        instant(view, "changedAt"),
        answers,
        files,
        new LinkedHashSet<>(view.texts("posted")));
  }

  private static Answer answer(DataView view) {
    List<String> raw = new ArrayList<>();
    view.required("raw").list().forEach(item -> raw.add(exact(item)));
    Optional<PrefillValue> prefilled =
        view.optional("prefilled")
            .map(
                p ->
                    new PrefillValue(
                        exact(p.required("value")), exact(p.required("source")), instant(p, "at")));
    return new Answer(raw, prefilled, view.required("changed").bool());
  }

  private static AttachmentRef file(DataView view) {
    return new AttachmentRef(
        view.required("id").text(),
        exact(view.required("name")),
        view.required("mediaType").text(),
        view.required("size").number().longValueExact(),
        view.required("sha256").text(),
        // What was stored before files had a state counts as not scanned.
        view.optional("scan").map(DataView::text).map(ScanState::valueOf).orElse(PENDING));
  }

  private static Instant instant(DataView view, String key) {
    return Instant.parse(view.required(key).text());
  }

  /** What a citizen wrote, with space around it and all. */
  private static String exact(DataView view) {
    if (view.node() instanceof DataNode.Text text) {
      return text.value();
    }
    throw new FormException(FormException.STATE, "The stored run is damaged; start a new one");
  }
}
