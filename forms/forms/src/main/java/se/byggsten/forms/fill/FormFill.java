package se.byggsten.forms.fill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.fill.FillProblem.Level;
import se.byggsten.forms.internal.text.ErrorTexts;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.run.EnteredAnswers;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.spi.Trait;

/**
 * Fills in a form from answers in plain JSON, as when staff enter paper forms, and gives answers as
 * such JSON.
 *
 * <p>The JSON is what {@link se.byggsten.forms.schema.AnswersSchema#of} describes: a map with the
 * value of each field by its id, and for each repeating group a list with such a map for each row.
 * The pages of a party are judged as that party's when the JSON has an answer on one of them.
 *
 * <pre>{@code
 * Filled filled = FormFill.of(run, Locale.forLanguageTag("sv")).read(json);
 * filled.problems().forEach(p -> say(p.path() + ": " + p.message()));
 * }</pre>
 */
public final class FormFill {
  private static final DataLimits LIMITS = new DataLimits(4_000_000, 40, 200_000);

  private final FormRun run;
  private final String language;

  private FormFill(FormRun run, Locale language) {
    this.run = run;
    this.language = language.toLanguageTag();
  }

  /**
   * Returns the filler of a form.
   *
   * @param run the run of the form
   * @param language the language of the messages
   * @return the filler
   */
  public static FormFill of(FormRun run, Locale language) {
    return new FormFill(run, language);
  }

  /**
   * Fills in the form.
   *
   * @param json the answers in UTF-8, at most 4 million bytes
   * @return the run and everything that is wrong
   * @throws DataException when it is not JSON, too large, or not a map
   */
  public Filled read(byte[] json) {
    return read(Map.of(), json);
  }

  /**
   * Fills in a form that has inputs.
   *
   * @param inputs what the service says, see {@link FormRun#withInputs}
   * @param json the answers in UTF-8, at most 4 million bytes
   * @return the run and everything that is wrong
   * @throws DataException when it is not JSON, too large, or not a map
   */
  public Filled read(Map<String, Object> inputs, byte[] json) {
    DataView view = DataView.of("answers", DataReader.json().within(LIMITS).read("answers", json));
    JsonReading reading = new JsonReading(run.form(), language);
    reading.pages(run.form().pages(), Place.TOP, "", view.entries());
    FormState state = EnteredAnswers.state(run, inputs, reading.written(), reading.rows());
    List<FillProblem> problems = new ArrayList<>(reading.problems());
    FormAnswers answers = run.answers(state);
    Set<String> writing = new HashSet<>();
    for (JsonReading.Given given : reading.given()) {
      String party = party(given.field());
      writing.add(party);
      judge(given, answers.at(given.place()), party).ifPresent(problems::add);
    }
    problems(run, state, "", problems);
    for (PartyDefinition party : run.form().parties()) {
      if (writing.contains(party.id()) && answers.hasParty(party.id())) {
        problems(run.as(party.id()), state, party.id(), problems);
      }
    }
    return new Filled(state, problems);
  }

  private String party(FieldDefinition field) {
    FormStructure structure = run.form().structure();
    return structure.outermost(structure.pageOf(field.id()).orElseThrow()).party();
  }

  /** What is wrong on the pages of the applicant, or of a party. */
  private void problems(FormRun mine, FormState state, String party, List<FillProblem> problems) {
    ErrorTexts texts = ErrorTexts.of(Said.plain(run.form(), Locale.forLanguageTag(language)));
    for (Violation violation : mine.violations(state)) {
      String message =
          texts.text(violation.field(), violation.constraint(), violation.parameters());
      Level level = run.isDeferrable(violation) ? Level.DEFERRABLE : Level.ERROR;
      problems.add(
          new FillProblem(path(state, violation), violation.constraint(), message, level, party));
    }
    exit(mine.answers(state)).map(exit -> of(party, exit)).ifPresent(problems::add);
  }

  private static FillProblem of(String party, FillProblem one) {
    return new FillProblem(one.path(), one.name(), one.message(), one.level(), party);
  }

  private Optional<FillProblem> judge(JsonReading.Given given, FormAnswers here, String party) {
    FieldDefinition field = given.field();
    boolean shown = here.isShown(field.id()) && here.hasParty(party);
    if (!field.isAsked()) {
      boolean right =
          here.value(field.id())
              .filter(value -> JsonReading.isSame(field.type().json(value), given.value()))
              .isPresent();
      return right ? Optional.empty() : problem(given, "Calculated", Level.ERROR, party);
    }
    return shown ? Optional.empty() : problem(given, "NotAsked", Level.NOTE, party);
  }

  private Optional<FillProblem> problem(
      JsonReading.Given given, String name, Level level, String party) {
    return Optional.of(of(party, JsonReading.problem(given.path(), name, language, level)));
  }

  private Optional<FillProblem> exit(FormAnswers answers) {
    return answers.pages().stream()
        .filter(
            page -> run.form().page(page).map(PageDefinition::kind).orElseThrow() == PageKind.EXIT)
        .findFirst()
        .map(
            page ->
                JsonReading.problem(
                    "",
                    "Exit",
                    language,
                    Level.ERROR,
                    Map.of("page", run.form().texts().text(language, page + ".title"))));
  }

  private String path(FormState state, Violation violation) {
    List<String> groups = run.form().structure().around(violation.field());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      List<Integer> rows = state.rows(violation.place().outer(i).path(group));
      path.append(group)
          .append('[')
          .append(rows.indexOf(violation.place().rows().get(i)))
          .append("].");
    }
    return path.append(violation.field()).toString();
  }

  /**
   * Writes the answers of all shown fields as plain JSON, always the same for the same answers.
   *
   * @param run the run of the form
   * @param state the state
   * @return the JSON; of files their names, sizes and hashes. What cannot be read as its kind is
   *     left out
   */
  public static String answers(FormRun run, FormState state) {
    return JsonWriter.pretty().write(values(run.form().pages(), run.answers(state)));
  }

  private static Map<String, Object> values(List<PageDefinition> pages, FormAnswers here) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (PageDefinition page : pages) {
      if (!here.isPageShown(page.id())) {
        continue;
      }
      for (FieldDefinition field : here.fields(page)) {
        if (field.has(Trait.FILES)) {
          List<AttachmentRef> files = here.attachments(field.id());
          if (!files.isEmpty()) {
            values.put(field.id(), files.stream().map(FormFill::file).toList());
          }
        } else if (!field.has(Trait.CONTENT)) {
          here.value(field.id())
              .ifPresent(value -> values.put(field.id(), field.type().json(value)));
        }
      }
      page.group()
          .ifPresent(
              group ->
                  values.put(
                      group.id(),
                      here.rows(group.id()).stream()
                          .map(row -> values(group.pages(), here.at(row)))
                          .toList()));
    }
    return values;
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
