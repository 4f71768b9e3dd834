package se.byggsten.forms.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.internal.evaluation.Binding;

/**
 * Reads the answers of a submission back, to show them by the definition that they were given to.
 */
public final class SubmittedAnswers {
  private static final DataLimits LIMITS = new DataLimits(4_000_000, 20, 100_000);

  private SubmittedAnswers() {}

  /**
   * Reads the answers that {@link se.byggsten.forms.render.FormDocuments#answersJson} wrote.
   *
   * @param form the definition, in the version that was answered
   * @param json the answers document of the case
   * @return a state that holds the answers, for showing
   * @throws FormException {@link FormException#OTHER_FORM} when another form or version was
   *     answered, {@link FormException#STATE} when the document cannot be read
   */
  public static FormState read(FormDefinition form, byte[] json) {
    try {
      DataView view =
          DataView.of("answers", DataReader.json().within(LIMITS).read("answers", json));
      DataView reference = view.required("form");
      if (!reference.required("id").text().equals(form.id())
          || !MessageDigest.isEqual(
              reference.required("sha256").text().getBytes(StandardCharsets.UTF_8),
              form.sha256().getBytes(StandardCharsets.UTF_8))) {
        throw new FormException(
            FormException.OTHER_FORM,
            "The answers belong to another form or another version; load that definition");
      }
      return state(form, view);
    } catch (DataException | IllegalArgumentException | DateTimeException e) {
      throw new FormException(FormException.STATE, "The answers document is damaged");
    }
  }

  private static FormState state(FormDefinition form, DataView view) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Map<String, List<AttachmentRef>> files = new LinkedHashMap<>();
    Map<String, DataView> given = view.required("answers").entries();
    for (FieldDefinition field : form.fields().values()) {
      DataView data = given.get(field.id());
      if (data == null) {
        continue;
      }
      if (field.type() == FieldType.FILES) {
        files.put(field.id(), data.list("value").stream().map(SubmittedAnswers::file).toList());
      } else {
        Optional<DataView> origin = data.optional("prefilled");
        answers.put(
            field.id(),
            new Answer(
                data.optional("value").map(value -> raw(field, value)).orElse(List.of()),
                origin.map(
                    o ->
                        new PrefillValue(
                            "",
                            o.required("source").text(),
                            Instant.parse(o.required("at").text()))),
                origin.map(o -> o.required("changed").bool()).orElse(false)));
      }
    }
    Instant received = Instant.parse(view.required("receivedAt").text());
    return new FormState(form, "", received, received, answers, files, Set.of());
  }

  private static List<String> raw(FieldDefinition field, DataView value) {
    List<String> texts = new ArrayList<>();
    if (value.isList()) {
      value.list().forEach(item -> texts.add(exact(item)));
      return texts;
    }
    if (value.node() instanceof DataNode.Bool bool) {
      return List.of(bool.value() ? Binding.YES : Binding.NO);
    }
    return FormRun.rawOf(field, exact(value));
  }

  private static String exact(DataView view) {
    if (view.node() instanceof DataNode.Text text) {
      return text.value();
    }
    throw new FormException(FormException.STATE, "The answers document is damaged");
  }

  private static AttachmentRef file(DataView view) {
    String sha256 = view.required("sha256").text();
    return new AttachmentRef(
        sha256,
        exact(view.required("name")),
        view.required("mediaType").text(),
        view.required("size").number().longValueExact(),
        sha256);
  }
}
