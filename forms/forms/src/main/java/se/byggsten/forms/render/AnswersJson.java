package se.byggsten.forms.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.spi.Trait;

/** The answers of all shown fields as data, rows as lists. */
final class AnswersJson {
  static final String FORMAT = "byggsten-answers/3";

  private AnswersJson() {}

  static Map<String, Object> of(List<PageDefinition> pages, FormAnswers here) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (PageDefinition page : pages) {
      if (here.isPageShown(page.id())) {
        for (FieldDefinition field : here.fields(page)) {
          if (!field.has(Trait.CONTENT)) {
            values.put(field.id(), answer(field, here));
          }
        }
        page.group()
            .ifPresent(
                group -> {
                  List<Map<String, Object>> rows = new ArrayList<>();
                  List<Integer> numbers = new ArrayList<>();
                  for (Place row : here.rows(group.id())) {
                    rows.add(of(group.pages(), here.at(row)));
                    row.last().ifPresent(numbers::add);
                  }
                  // By its number a row is the same row after a supplement has removed another.
                  Map<String, Object> data = new LinkedHashMap<>();
                  data.put("rows", rows);
                  data.put("numbers", numbers);
                  data.put("next", here.state().nextRow(here.place().path(group.id())));
                  values.put(group.id(), data);
                });
      }
    }
    return values;
  }

  private static Map<String, Object> answer(FieldDefinition field, FormAnswers here) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", field.type().name());
    Object value = value(field, here);
    data.put("value", value);
    List<String> raw = here.raw(field.id());
    if (value == null && !raw.isEmpty()) {
      // Sent as it was written, to be put right later.
      data.put("written", raw);
    }
    Answer answer = here.answer(field.id()).orElse(null);
    if (answer != null && answer.prefilled().isPresent()) {
      data.put("prefilled", origin(answer, answer.prefilled().get()));
    }
    return data;
  }

  /** What the source said stands there also unchanged, to be compared with after a supplement. */
  private static Map<String, Object> origin(Answer answer, PrefillValue known) {
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("source", known.source());
    origin.put("at", known.at().toString());
    origin.put("changed", answer.changed());
    origin.put("value", known.value());
    if (!known.parts().isEmpty()) {
      origin.put("parts", new TreeMap<>(known.parts()));
    }
    return origin;
  }

  /** What the service told the form: it decided what was shown and offered. */
  static Map<String, Object> inputs(Map<String, Object> inputs) {
    Map<String, Object> data = new TreeMap<>();
    inputs.forEach(
        (name, value) -> data.put(name, value instanceof LocalDate day ? day.toString() : value));
    return data;
  }

  private static @Nullable Object value(FieldDefinition field, FormAnswers here) {
    if (field.has(Trait.FILES)) {
      return here.attachments(field.id()).stream().map(AnswersJson::file).toList();
    }
    return here.value(field.id()).map(field.type()::json).orElse(null);
  }

  private static Map<String, Object> file(AttachmentRef file) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", file.name());
    data.put("mediaType", file.mediaType());
    data.put("size", file.size());
    data.put("sha256", file.sha256());
    return data;
  }
}
