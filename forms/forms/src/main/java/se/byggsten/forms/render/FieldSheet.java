package se.byggsten.forms.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.internal.evaluation.Reveal;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.render.Drawing.Variant;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlBuilder;

/**
 * One field in one language: its texts, looked up once, and its drawings, made once and filled with
 * what is written and what is to be put right. Safe for use by many threads.
 *
 * <p>A kind of field takes part when it has {@link Trait#VERBATIM}; each drawing is tried before it
 * is kept. What citizens write is never kept.
 */
final class FieldSheet {
  private static final int MOST_VARIANTS = 64;
  private static final int MOST_PARTS = 8;

  final String label;
  final String hint;
  final String why;
  final boolean optional;
  final List<OptionText> options;
  final Optional<String> revealedBy;
  final String secrecy;
  private final boolean verbatim;
  private final boolean typed;
  private final Set<String> known;
  private final Map<Variant, Optional<Drawing>> drawn = new ConcurrentHashMap<>();
  // The last one that was used, as most people write in the same parts.
  private volatile @Nullable Drawing recent;

  FieldSheet(Said said, FieldDefinition field, boolean keeping) {
    FormDefinition form = said.form();
    String id = field.id();
    label = said.label(field);
    hint = said.find(id + ".hint").orElse("");
    why = said.find(id + ".why").orElse("");
    optional = field.isAsked() && !field.required() && field.requiredIf().isEmpty();
    options = field.options().stream().map(option -> option(said, id, option)).toList();
    revealedBy =
        form.pageOf(id)
            .flatMap(page -> Reveal.of(page, field))
            .map(reveal -> reveal.parent() + ":" + reveal.value());
    secrecy = said.defined(form.factsOf(field).secrecy());
    boolean parent =
        form.pageOf(id).stream()
            .flatMap(page -> page.fields().stream().map(other -> Reveal.of(page, other)))
            .anyMatch(reveal -> reveal.filter(r -> r.parent().equals(id)).isPresent());
    verbatim = keeping && field.has(Trait.VERBATIM) && !field.has(Trait.FILES) && !parent;
    typed = field.has(Trait.TYPED);
    known =
        field.has(Trait.OPTIONS)
            ? options.stream().map(OptionText::value).collect(Collectors.toUnmodifiableSet())
            : truth(field);
  }

  /** What is posted for true and false; never anything that somebody has written. */
  private static Set<String> truth(FieldDefinition field) {
    return field.type().javaType() == Boolean.class
        ? Stream.of(true, false)
            .flatMap(value -> field.type().raw(value, field.settings()).stream())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static OptionText option(Said said, String id, OptionDefinition option) {
    String key = id + ".option." + option.value();
    return new OptionText(option.value(), said.text(key), said.find(key + ".hint").orElse(""));
  }

  /** The texts of those options that are offered. */
  List<OptionText> options(List<OptionDefinition> offered) {
    if (offered.size() == options.size()) {
      return options;
    }
    Set<String> values = offered.stream().map(OptionDefinition::value).collect(Collectors.toSet());
    return options.stream().filter(option -> values.contains(option.value())).toList();
  }

  /**
   * Writes the drawing of the field, filled.
   *
   * @param out where to write
   * @param node the field, with the hint and the options of this sheet
   * @param draw draws the field with other answers and another error
   * @return false when nothing was written and the field is to be drawn anew
   */
  boolean write(HtmlBuilder out, FieldNode node, BiFunction<List<String>, String, Html> draw) {
    List<String> raw = node.raw();
    if (!verbatim || (typed ? raw.size() > MOST_PARTS : !known.containsAll(raw))) {
      return false;
    }
    Drawing drawing = recent;
    if (drawing == null || !drawing.variant().fits(raw, node.error())) {
      drawing = find(Variant.of(typed, raw, node.error()), draw).orElse(null);
      if (drawing == null) {
        return false;
      }
      recent = drawing;
    }
    drawing.write(out, raw, node.error());
    return true;
  }

  private Optional<Drawing> find(Variant variant, BiFunction<List<String>, String, Html> draw) {
    Optional<Drawing> drawing = drawn.get(variant);
    if (drawing == null) {
      if (drawn.size() >= MOST_VARIANTS) {
        return Optional.empty();
      }
      drawing = Drawing.of(variant, draw);
      drawn.put(variant, drawing);
    }
    return drawing;
  }
}
