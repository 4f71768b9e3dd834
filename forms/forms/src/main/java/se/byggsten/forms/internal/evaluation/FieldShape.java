package se.byggsten.forms.internal.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.Trait;

/**
 * What is known of a field whatever is answered, found out once because every post asks for it.
 *
 * @param names the names under which its parts are posted, in order
 * @param asked whether somebody answers it
 * @param files whether its answer is files
 * @param box whether an answer that is not given posts nothing
 * @param many whether one name may be posted several times
 * @param doubting whether its kind may have doubts about a value
 * @param offered the values of its options when no condition takes any away; else null
 * @param reveal the option of the same page that it lies under; null when it lies under none
 */
public record FieldShape(
    List<String> names,
    boolean asked,
    boolean files,
    boolean box,
    boolean many,
    boolean doubting,
    @Nullable Set<String> offered,
    @Nullable Reveal reveal) {

  static FieldShape of(FieldDefinition field, PageDefinition page) {
    boolean always =
        field.options().stream().map(OptionDefinition::showIf).allMatch(String::isEmpty);
    Optional<Reveal> reveal = Reveal.of(page, field);
    return new FieldShape(
        field.type().parts().stream().map(part -> field.id() + part).toList(),
        field.isAsked(),
        field.has(Trait.FILES),
        field.has(Trait.BOX),
        field.has(Trait.MANY),
        isDoubting(field.type()),
        always
            ? field.options().stream()
                .map(OptionDefinition::value)
                .collect(Collectors.toUnmodifiableSet())
            : null,
        reveal.orElse(null));
  }

  /** Most kinds never doubt, and their answers need not be read only to hear that. */
  private static boolean isDoubting(FieldType type) {
    try {
      return type.getClass()
              .getMethod("doubts", Object.class, FieldSettings.class)
              .getDeclaringClass()
          != FieldType.class;
    } catch (NoSuchMethodException e) {
      throw new LinkageError("Every kind of field has it", e);
    }
  }
}
