package se.byggsten.forms.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;

/**
 * Makes a run of answers that were given elsewhere, such as on paper, all at once.
 *
 * <p>Every page that they lead to counts as posted, also one where nothing was written, so the run
 * is complete when nothing is wrong.
 */
public final class EnteredAnswers {
  private final FormRun run;
  private final FormState.Draft draft;

  private EnteredAnswers(FormRun run, FormState.Draft draft) {
    this.run = run;
    this.draft = draft;
  }

  /**
   * Makes a state.
   *
   * @param run the run of the form
   * @param inputs what the service says, see {@link FormRun#withInputs}
   * @param written what would have been posted: one text for each part, by the path of the field
   * @param rows how many rows each group has, by the path of the group; they are numbered from 1
   * @return the state, with a new submission key and without files and prefilled values
   * @throws IllegalArgumentException when the form has no such field or group
   */
  public static FormState state(
      FormRun run,
      Map<String, Object> inputs,
      Map<String, List<String>> written,
      Map<String, Integer> rows) {
    FormDefinition form = run.form();
    FormState entered =
        run.withInputs(run.start(Map.of()), inputs)
            .with(
                draft -> {
                  rows.forEach((path, count) -> rows(form, draft, path, count));
                  written.forEach((path, raw) -> answer(form, draft, path, raw));
                });
    return entered.with(draft -> new EnteredAnswers(run, draft).post(entered));
  }

  private static void rows(FormDefinition form, FormState.Draft draft, String path, int count) {
    refuseUnless(form.structure().groups().containsKey(Place.name(path)), path);
    RowNumbers numbers = RowNumbers.NONE;
    for (int i = 0; i < count; i++) {
      numbers = numbers.added();
    }
    draft.rows().put(path, numbers);
  }

  private static void answer(
      FormDefinition form, FormState.Draft draft, String path, List<String> raw) {
    refuseUnless(form.fields().containsKey(Place.name(path)), path);
    draft.answers().put(path, new Answer(raw, Optional.empty(), false));
  }

  private static void refuseUnless(boolean known, String path) {
    if (!known) {
      throw new IllegalArgumentException("The form has no field or group " + Place.name(path));
    }
  }

  private void post(FormState entered) {
    FormAnswers answers = run.answers(entered);
    answers.pages().forEach(page -> post(answers, page));
  }

  private void post(FormAnswers answers, String path) {
    draft.posted().add(path);
    PageDefinition page = answers.navigator().page(path);
    Place place = answers.navigator().place(path);
    if (page.group().isPresent()) {
      GroupDefinition group = page.group().get();
      for (Place row : answers.at(place).rows(group.id())) {
        answers.rowPages(page, row).forEach(inner -> post(answers, inner));
      }
    }
  }
}
