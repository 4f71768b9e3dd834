package se.byggsten.forms.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * Turns a complete run into the documents of a {@link se.byggsten.core.cases.Submission}.
 *
 * <pre>{@code
 * Submission.builder()
 *     .key(state.submissionKey())
 *     .form(run.reference())
 *     .documents(FormDocuments.of(run).documents(state, language, receivedAt, vault::get))
 * }</pre>
 */
public final class FormDocuments {
  private final FormRun run;

  private FormDocuments(FormRun run) {
    this.run = run;
  }

  /**
   * Returns the maker of documents of a form.
   *
   * @param run the run of the form
   * @return the maker
   */
  public static FormDocuments of(FormRun run) {
    return new FormDocuments(run);
  }

  /**
   * Makes the documents: the answers as JSON, the application as XHTML, each attachment.
   *
   * @param state a complete state
   * @param language the language that the citizen used
   * @param receivedAt when the authority had the whole of it
   * @param bytes gives the bytes of an attachment
   * @return the documents in order
   * @throws FormException {@link FormException#INCOMPLETE} when a page is not complete
   */
  public List<NewDocument> documents(
      FormState state, Locale language, Instant receivedAt, Function<AttachmentRef, byte[]> bytes) {
    if (!run.isComplete(state)) {
      throw new FormException(
          FormException.INCOMPLETE, "Let the citizen complete the page " + run.current(state));
    }
    FormAnswers answers = run.answers(state);
    List<NewDocument> documents = new ArrayList<>();
    documents.add(
        NewDocument.of(
            DocumentRole.ANSWERS,
            run.form().id() + "-svar.json",
            "application/json",
            answersJson(state, language, receivedAt).getBytes(StandardCharsets.UTF_8)));
    documents.add(
        NewDocument.of(
            DocumentRole.APPLICATION,
            run.form().id() + ".xhtml",
            "application/xhtml+xml",
            FormRenderer.of(run)
                .printable(state, language, receivedAt)
                .html()
                .getBytes(StandardCharsets.UTF_8)));
    for (FieldDefinition field : run.form().fields().values()) {
      if (answers.isShown(field.id())) {
        for (AttachmentRef file : state.attachments(field.id())) {
          documents.add(
              NewDocument.of(
                  DocumentRole.ATTACHMENT, file.name(), file.mediaType(), bytes.apply(file)));
        }
      }
    }
    return documents;
  }

  /**
   * Writes the answers of all shown fields as JSON, always the same bytes for the same answers.
   *
   * @param state the state
   * @param language the language that the citizen used
   * @param receivedAt when the authority had the whole of it
   * @return the JSON
   */
  public String answersJson(FormState state, Locale language, Instant receivedAt) {
    FormDefinition form = run.form();
    FormAnswers answers = run.answers(state);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("format", "byggsten-answers/1");
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("id", form.id());
    reference.put("version", form.version());
    reference.put("sha256", form.sha256());
    data.put("form", reference);
    data.put("language", language.toLanguageTag());
    data.put("receivedAt", receivedAt.toString());
    Map<String, Object> values = new LinkedHashMap<>();
    for (FieldDefinition field : form.fields().values()) {
      if (answers.isShown(field.id())) {
        values.put(field.id(), answer(field, answers));
      }
    }
    data.put("answers", values);
    return JsonWriter.compact().write(data);
  }

  private static Map<String, Object> answer(FieldDefinition field, FormAnswers answers) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", field.type().yamlName());
    data.put("value", value(field, answers));
    Answer answer = answers.state().answer(field.id()).orElse(null);
    if (answer != null && answer.prefilled().isPresent()) {
      Map<String, Object> origin = new LinkedHashMap<>();
      origin.put("source", answer.prefilled().get().source());
      origin.put("at", answer.prefilled().get().at().toString());
      origin.put("changed", answer.changed());
      data.put("prefilled", origin);
    }
    return data;
  }

  private static @org.jspecify.annotations.Nullable Object value(
      FieldDefinition field, FormAnswers answers) {
    if (field.type() == FieldType.FILES) {
      return answers.attachments(field.id()).stream().map(FormDocuments::file).toList();
    }
    return answers
        .value(field.id())
        .map(value -> value instanceof LocalDate date ? date.toString() : value)
        .orElse(null);
  }

  private static Map<String, Object> file(AttachmentRef file) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", file.name());
    data.put("mediaType", file.mediaType());
    data.put("size", file.size());
    data.put("sha256", file.sha256());
    return data;
  }

  /**
   * Returns the provisions of secrecy that the given answers fall under, by the definition.
   *
   * @param state the state
   * @return the provisions, sorted; only of fields that are shown and answered
   */
  public Set<String> secrecyProvisions(FormState state) {
    FormAnswers answers = run.answers(state);
    Set<String> provisions = new TreeSet<>();
    for (FieldDefinition field : run.form().fields().values()) {
      String secrecy = run.form().factsOf(field).secrecy();
      if (!secrecy.isEmpty() && answers.value(field.id()).isPresent()) {
        provisions.add(secrecy);
      }
    }
    return provisions;
  }
}
