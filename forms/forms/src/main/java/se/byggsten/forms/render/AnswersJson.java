package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.spi.Trait;

/** The answers of all shown fields as data, rows as lists. */
final class AnswersJson {
  static final String FORMAT = "byggsten-answers/2";

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
                  for (Place row : here.rows(group.id())) {
                    rows.add(of(group.pages(), here.at(row)));
                  }
                  values.put(group.id(), Map.of("rows", rows));
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
      Map<String, Object> origin = new LinkedHashMap<>();
      origin.put("source", answer.prefilled().get().source());
      origin.put("at", answer.prefilled().get().at().toString());
      origin.put("changed", answer.changed());
      if (answer.changed()) {
        // What the source said is told with its name, beside what was written instead.
        origin.put("value", answer.prefilled().get().value());
      }
      data.put("prefilled", origin);
    }
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
