package se.byggsten.forms.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.json.JsonValues;
import se.byggsten.forms.spi.Trait;

/**
 * Reads the answers of a submission back, to show them by the definition that they were given to.
 */
public final class SubmittedAnswers {
  private static final DataLimits LIMITS = new DataLimits(16_000_000, 40, 400_000);

  private static final Set<PageKind> LAST =
      EnumSet.of(PageKind.REVIEW, PageKind.RECEIPT, PageKind.EXIT);

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
    } catch (DataException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new FormException(FormException.STATE, "The answers document is damaged");
    }
  }

  /**
   * Returns answers that were sent, to be changed: a page that was hidden counts as never posted,
   * so that nobody passes it by when a changed answer shows it.
   *
   * @param run of the version that was answered
   * @param sent what {@link #read} gave
   * @return the same answers, to be judged anew
   */
  public static FormState reopened(FormRun run, FormState sent) {
    FormState anew = run.judgedAnew(sent);
    Evaluation evaluation = run.answers(anew).evaluation();
    return anew.with(
        draft ->
            draft
                .posted()
                .removeIf(
                    path ->
                        !evaluation.isPageShown(
                            Place.name(path), Place.of(path).orElse(Place.TOP))));
  }

  private static FormState state(FormDefinition form, DataView view) {
    Instant received = Instant.parse(view.required("receivedAt").text());
    FormState.Draft draft = new FormState.Draft(form, "", received, received);
    pages(form.pages(), Place.TOP, view.required("answers").entries(), draft);
    view.optional("inputs")
        .ifPresent(
            inputs ->
                inputs
                    .entries()
                    .forEach(
                        (name, data) ->
                            draft.inputs().put(name, StateJson.inputOf(form, name, data))));
    return draft.build();
  }

  private static void pages(
      List<PageDefinition> pages, Place place, Map<String, DataView> given, FormState.Draft draft) {
    for (PageDefinition page : pages) {
      if (!LAST.contains(page.kind())) {
        // So that whoever changes the answers in a supplement begins at the review.
        draft.posted().add(place.path(page.id()));
      }
      for (FieldDefinition field : page.fields()) {
        DataView data = given.get(field.id());
        if (data != null && field.isAsked()) {
          field(field, place.path(field.id()), data, draft);
        }
      }
      page.group().ifPresent(group -> rows(group, place, given.get(group.id()), draft));
    }
  }

  private static void rows(
      GroupDefinition group, Place place, @Nullable DataView data, FormState.Draft draft) {
    if (data == null) {
      return;
    }
    List<DataView> rows = data.list("rows");
    List<Integer> numbers = new ArrayList<>();
    data.list("numbers").forEach(item -> numbers.add(item.integer(1, Integer.MAX_VALUE)));
    if (numbers.size() != rows.size()) {
      throw new IllegalArgumentException("Each row has its number");
    }
    for (int i = 0; i < rows.size(); i++) {
      pages(group.pages(), place.row(numbers.get(i)), rows.get(i).entries(), draft);
    }
    int next = data.required("next").integer(1, Integer.MAX_VALUE);
    draft.rows().put(place.path(group.id()), new RowNumbers(numbers, next));
  }

  private static void field(
      FieldDefinition field, String path, DataView data, FormState.Draft draft) {
    if (field.has(Trait.FILES)) {
      draft
          .attachments()
          .put(path, data.list("value").stream().map(SubmittedAnswers::file).toList());
      return;
    }
    Optional<DataView> origin = data.optional("prefilled");
    List<String> written = new ArrayList<>();
    data.list("written").forEach(item -> written.add(item.exact(Integer.MAX_VALUE)));
    draft
        .answers()
        .put(
            path,
            new Answer(
                data.optional("value")
                    .map(value -> field.type().rawOfJson(JsonValues.of(value)))
                    .orElse(written),
                origin.map(
                    o ->
                        new PrefillValue(
                            o.optional("value")
                                .map(value -> value.exact(Integer.MAX_VALUE))
                                .orElse(""),
                            parts(o),
                            o.required("source").text(),
                            Instant.parse(o.required("at").text()))),
                origin.map(o -> o.required("changed").bool()).orElse(false)));
  }

  private static Map<String, String> parts(DataView origin) {
    Map<String, String> parts = new LinkedHashMap<>();
    origin
        .optional("parts")
        .ifPresent(
            view ->
                view.entries()
                    .forEach((name, part) -> parts.put(name, part.exact(Integer.MAX_VALUE))));
    return parts;
  }

  private static AttachmentRef file(DataView view) {
    String sha256 = view.required("sha256").text();
    return new AttachmentRef(
        sha256,
        view.required("name").exact(Integer.MAX_VALUE),
        view.required("mediaType").text(),
        view.required("size").number().longValueExact(),
        sha256);
  }
}
