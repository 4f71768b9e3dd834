package se.byggsten.forms.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;

/** A page of a row that there was, and that another window has removed. */
final class RemovedRow {
  private final FormAnswers answers;
  private final PageDefinition page;
  private final Place place;
  private final String path;
  private final String list;

  private RemovedRow(
      FormAnswers answers, PageDefinition page, Place place, String path, String list) {
    this.answers = answers;
    this.page = page;
    this.place = place;
    this.path = path;
    this.list = list;
  }

  /** Empty when every row is there, or when one was never there: that is for others to judge. */
  static Optional<RemovedRow> of(FormDefinition form, FormAnswers answers, String path) {
    PageDefinition page = form.page(Place.name(path)).orElse(null);
    Place place = Place.of(path).orElse(null);
    if (page == null || place == null) {
      return Optional.empty();
    }
    List<String> groups = form.structure().around(page.id());
    if (place.depth() != groups.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < groups.size(); i++) {
      Place around = place.outer(i);
      RowNumbers rows = answers.state().rowNumbers(around.path(groups.get(i)));
      int row = place.rows().get(i);
      if (!rows.numbers().contains(row)) {
        String list = form.pageOf(groups.get(i)).map(PageDefinition::id).orElseThrow();
        return row < rows.next()
            ? Optional.of(new RemovedRow(answers, page, place, path, around.path(list)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Nothing is changed; the page that lists the rows says what was written. */
  StepResult posted(PostedFields posted) {
    Posting posting =
        new Posting(answers.evaluation().plan().page(page.id()), answers.at(place), posted);
    Navigator navigator = answers.navigator();
    String next = navigator.isOnTheWay(list) ? list : navigator.nearest(list);
    return new StepResult(
            answers.state(), Optional.of(next), List.of(), Set.of(), List.of(), List.of())
        .telling(told(posting.page(), path, posted));
  }

  static Elsewhere told(PageDefinition page, String path, PostedFields posted) {
    Map<String, List<String>> written = new LinkedHashMap<>();
    for (FieldDefinition field : page.fields()) {
      for (String part : field.type().parts()) {
        String name = field.id() + part;
        List<String> texts = posted.values().getOrDefault(name, List.of());
        if (texts.stream().anyMatch(text -> !text.isBlank())) {
          written.put(name, texts);
        }
      }
      List<String> files =
          posted.files().stream()
              .filter(file -> file.field().equals(field.id()))
              .map(PostedFile::name)
              .filter(name -> !name.isBlank())
              .toList();
      if (!files.isEmpty()) {
        written.put(field.id(), files);
      }
    }
    return new Elsewhere(Elsewhere.Kind.ROW_REMOVED, path, written);
  }
}
