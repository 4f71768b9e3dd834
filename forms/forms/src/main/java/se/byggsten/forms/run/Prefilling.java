package se.byggsten.forms.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.PrefillRule;

/** Puts what is known before into the answers. */
final class Prefilling {
  private final FormDefinition form;
  private final FormState.Draft draft;

  Prefilling(FormDefinition form, FormState.Draft draft) {
    this.form = form;
    this.draft = draft;
  }

  /** Tells whether an answer is known from a source and may not be changed. */
  static boolean isLocked(FieldDefinition field, Optional<Answer> answer) {
    return field.prefill().filter(PrefillRule::locked).isPresent()
        && answer.flatMap(Answer::prefilled).isPresent();
  }

  /**
   * What would have been posted for a known value, which is written as in JSON.
   *
   * @throws IllegalArgumentException when a field that is one text is given parts
   */
  static List<String> rawOf(FieldDefinition field, PrefillValue value) {
    if (value.parts().isEmpty()) {
      // Line ends as posts have them, so that what nobody changed is unchanged.
      return field.type().rawOfJson(value.value().replace("\r\n", "\n"));
    }
    if (field.type().parts().size() < 2) {
      throw new IllegalArgumentException("The field " + field.id() + " has no parts to prefill");
    }
    return field.type().rawOfJson(value.parts());
  }

  void fields(Map<String, PrefillValue> known) {
    for (PageDefinition page : form.pages()) {
      page.fields().forEach(field -> put(field, Place.TOP, known));
    }
  }

  private void put(FieldDefinition field, Place place, Map<String, PrefillValue> known) {
    field
        .prefill()
        .map(rule -> known.get(rule.source()))
        .filter(value -> !value.value().isBlank())
        .ifPresent(
            value ->
                draft
                    .answers()
                    .put(
                        place.path(field.id()),
                        new Answer(rawOf(field, value), Optional.of(value), false)));
  }

  void rows(Map<String, List<KnownRow>> known) {
    rows(form.pages(), Place.TOP, known);
  }

  private void rows(List<PageDefinition> pages, Place around, Map<String, List<KnownRow>> known) {
    for (PageDefinition page : pages) {
      page.group()
          .ifPresent(group -> rows(group, around, known.getOrDefault(group.prefill(), List.of())));
    }
  }

  private void rows(GroupDefinition group, Place around, List<KnownRow> known) {
    RowNumbers numbers = RowNumbers.NONE;
    for (KnownRow row : known.stream().limit(group.max()).toList()) {
      Place place = around.row(numbers.next());
      numbers = numbers.added();
      group.fields().forEach(field -> put(field, place, row.values()));
      rows(group.pages(), place, row.rows());
    }
    if (!numbers.numbers().isEmpty()) {
      draft.rows().put(around.path(group.id()), numbers);
    }
  }
}
