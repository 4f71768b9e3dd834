package se.byggsten.forms.internal.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * What is known of a page before any answer is judged.
 *
 * @param fields the ids of its fields in order
 * @param numbers the number of each of them, from 0
 * @param longest how long a text each of them takes
 * @param bean the class that was made for it; null when its fields belong to a record, or nothing
 *     is asked
 */
record JudgedPage(
    List<String> fields,
    Map<String, Integer> numbers,
    List<Lengths.Longest> longest,
    @Nullable PageBean bean) {

  static JudgedPage of(PageDefinition page, Lengths lengths, Map<String, Class<?>> made) {
    List<String> ids = page.fields().stream().map(FieldDefinition::id).toList();
    Class<?> type =
        ids.stream().filter(made::containsKey).findFirst().<Class<?>>map(made::get).orElse(null);
    Map<String, Integer> numbers = new HashMap<>();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    return new JudgedPage(
        ids,
        numbers,
        ids.stream().map(lengths::of).toList(),
        type == null ? null : new PageBean(type));
  }

  boolean fits(PageAnswers answers) {
    for (int i = 0; i < longest.size(); i++) {
      if (longest.get(i).isPassedBy(answers.value(i))) {
        return false;
      }
    }
    return true;
  }

  Optional<Broken> tooLong(int field, @Nullable Object value) {
    Lengths.Longest limit = longest.get(field);
    return limit.isPassedBy(value) ? Optional.of(limit.broken()) : Optional.empty();
  }
}
