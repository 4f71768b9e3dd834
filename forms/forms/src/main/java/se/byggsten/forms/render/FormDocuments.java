package se.byggsten.forms.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.design.Theme;

/**
 * Turns a complete run into the documents of a {@link se.byggsten.core.cases.Submission}.
 *
 * <pre>{@code
 * Submission.builder()
 *     .key(state.submissionKey())
 *     .form(run.reference())
 *     .retention(FormDocuments.of(run).retention(state, "KFN-IHP-2026"))
 *     .information(FormDocuments.of(run).information(state, language))
 *     .documents(FormDocuments.of(run).documents(state, language, receivedAt, vault::get))
 * }</pre>
 */
public final class FormDocuments {
  private final FormRun run;
  private final FormRenderer renderer;

  private FormDocuments(FormRun run, FormRenderer renderer) {
    this.run = run;
    this.renderer = renderer;
  }

  /**
   * Returns the maker of documents of a form.
   *
   * @param run the run of the form
   * @return the maker
   */
  public static FormDocuments of(FormRun run) {
    return new FormDocuments(run, FormRenderer.of(run));
  }

  /**
   * Returns the same maker with printed documents in the look of a municipality.
   *
   * @param look the theme
   * @return the maker
   */
  public FormDocuments themed(Theme look) {
    return new FormDocuments(run, renderer.themed(look));
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
    return documents(state, language, receivedAt, bytes, Circumstances.ALONE);
  }

  /**
   * Makes the documents, with who took part besides the applicant.
   *
   * @param sent a complete state
   * @param language the language that the citizen used
   * @param receivedAt when the authority had the whole of it
   * @param bytes gives the bytes of an attachment
   * @param circumstances co-applicants and staff, told in the answers document and in the printed
   *     one
   * @return the documents in order
   * @throws FormException {@link FormException#INCOMPLETE} when a page is not complete
   */
  public List<NewDocument> documents(
      FormState sent,
      Locale language,
      Instant receivedAt,
      Function<AttachmentRef, byte[]> bytes,
      Circumstances circumstances) {
    FormState state = run.judgedAnew(sent);
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
            answersJson(state, language, receivedAt, circumstances)
                .getBytes(StandardCharsets.UTF_8)));
    documents.add(
        NewDocument.of(
            DocumentRole.APPLICATION,
            run.form().id() + ".xhtml",
            "application/xhtml+xml",
            renderer
                .printable(state, language, receivedAt, circumstances)
                .html()
                .getBytes(StandardCharsets.UTF_8)));
    everyField(answers, attaching(documents, bytes));
    return documents;
  }

  /**
   * Makes documents of the files that a party has given on their own pages.
   *
   * @param state a state of the form
   * @param party the id of the party
   * @param bytes gives the bytes of an attachment
   * @return the documents in order; empty when there are none
   */
  public List<NewDocument> attachmentsOf(
      FormState state, String party, Function<AttachmentRef, byte[]> bytes) {
    FormAnswers answers = run.answers(state);
    List<NewDocument> documents = new ArrayList<>();
    run.form().pages().stream()
        .filter(page -> page.party().equals(party))
        .forEach(page -> everyField(page, answers, attaching(documents, bytes)));
    return documents;
  }

  private static BiConsumer<FieldDefinition, FormAnswers> attaching(
      List<NewDocument> documents, Function<AttachmentRef, byte[]> bytes) {
    return (field, here) -> {
      for (AttachmentRef file : here.attachments(field.id())) {
        documents.add(
            NewDocument.of(
                DocumentRole.ATTACHMENT, file.name(), file.mediaType(), bytes.apply(file)));
      }
    };
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
    return answersJson(state, language, receivedAt, Circumstances.ALONE);
  }

  private String answersJson(
      FormState state, Locale language, Instant receivedAt, Circumstances circumstances) {
    FormDefinition form = run.form();
    FormAnswers answers = run.answers(state);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("format", AnswersJson.FORMAT);
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("id", form.id());
    reference.put("version", form.version());
    reference.put("sha256", form.sha256());
    data.put("form", reference);
    data.put("language", language.toLanguageTag());
    data.put("receivedAt", receivedAt.toString());
    data.put("answers", AnswersJson.of(form.pages(), answers));
    if (!state.inputs().isEmpty()) {
      data.put("inputs", AnswersJson.inputs(state.inputs()));
    }
    List<Map<String, Object>> missing = new ArrayList<>();
    for (Violation violation : run.missing(state)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("field", violation.path());
      one.put("constraint", violation.constraint());
      missing.add(one);
    }
    if (!missing.isEmpty()) {
      data.put("missing", missing);
    }
    data.putAll(circumstances.json());
    return JsonWriter.compact().write(data);
  }

  /** Every field that is shown, in order, rows and all. */
  private void everyField(FormAnswers answers, BiConsumer<FieldDefinition, FormAnswers> visitor) {
    run.form().pages().forEach(page -> everyField(page, answers, visitor));
  }

  private static void everyField(
      PageDefinition page, FormAnswers here, BiConsumer<FieldDefinition, FormAnswers> visitor) {
    if (!here.isPageShown(page.id())) {
      return;
    }
    here.fields(page).forEach(field -> visitor.accept(field, here));
    page.group()
        .ifPresent(
            group ->
                here.rows(group.id())
                    .forEach(
                        row ->
                            group
                                .pages()
                                .forEach(inner -> everyField(inner, here.at(row), visitor))));
  }

  /**
   * Returns what the definition says of each kind of information that is sent: of the fields that
   * are shown and answered, those of a row once, however many rows there are. It holds no answers.
   *
   * @param state the state
   * @param language the language of the labels, that which the citizen used
   * @return the facts in the form's order, those of the form where a field has none
   */
  public List<InformationFacts> information(FormState state, Locale language) {
    Map<String, InformationFacts> all = new LinkedHashMap<>();
    everyField(
        run.answers(state),
        (field, here) -> {
          if (!all.containsKey(field.id()) && isAnswered(field, here)) {
            all.put(field.id(), facts(field, language));
          }
        });
    return List.copyOf(all.values());
  }

  private InformationFacts facts(FieldDefinition field, Locale language) {
    FormDefinition form = run.form();
    DataFacts facts = form.factsOf(field);
    return new InformationFacts(
        field.id(),
        form.texts().text(language.toLanguageTag(), field.id() + ".label"),
        facts.purpose(),
        facts.legalBasis(),
        facts.personalData(),
        facts.secrecy(),
        facts.action(),
        facts.disposeAfter(),
        facts.classification());
  }

  /** What cannot be read is sent as it was written, and it is an answer too. */
  private static boolean isAnswered(FieldDefinition field, FormAnswers here) {
    if (field.has(Trait.CONTENT)) {
      return false;
    }
    return field.has(Trait.FILES)
        ? !here.attachments(field.id()).isEmpty()
        : here.value(field.id()).isPresent()
            || here.raw(field.id()).stream().anyMatch(text -> !text.isBlank());
  }

  /**
   * Returns what becomes of the whole, by the definition: it is kept as the form says, longer when
   * an answer in it is to be kept longer, and preserved when one is to be preserved. Where neither
   * form nor field says anything, it is preserved: what nobody has decided to dispose of may not be
   * (arkivlagen 1990:782, 10 §).
   *
   * @param state the state
   * @param basis the plan or decision that the definition follows
   * @return the rule, with the form's classification
   * @throws FormException {@link FormException#DEFINITION} when the form has no classification
   */
  public RetentionRule retention(FormState state, String basis) {
    FormDefinition form = run.form();
    if (form.classification().isEmpty()) {
      throw new FormException(
          FormException.DEFINITION, "Give the form " + form.id() + " a classification");
    }
    List<InformationFacts> information = information(state, Locale.ROOT);
    Optional<Period> term = form.facts().disposeAfter();
    if (form.facts().action() == RetentionAction.UNSTATED
        && information.stream().allMatch(one -> one.retention() == RetentionAction.DISPOSE)) {
      term = information.stream().findFirst().flatMap(InformationFacts::disposeAfter);
    }
    return new RetentionRule(form.classification(), term, basis).covering(information);
  }

  /**
   * Returns the provisions of secrecy that the given answers fall under, by the definition.
   *
   * @param state the state
   * @return the provisions, sorted; only of fields that are shown and answered
   */
  public Set<String> secrecyProvisions(FormState state) {
    Set<String> provisions = new TreeSet<>();
    information(state, Locale.ROOT).forEach(one -> provisions.add(one.secrecy()));
    provisions.remove("");
    return provisions;
  }
}
