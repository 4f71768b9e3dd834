package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.internal.evaluation.Reveal;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlTemplate;

/**
 * The texts of fields, looked up once for each language, and their drawings, made once and filled
 * with what is written and what is to be put right. Safe for use by many threads.
 *
 * <p>A kind of field takes part when it has {@link Trait#VERBATIM}; each drawing is tried before it
 * is kept. What citizens write is never kept.
 */
final class Drawings {
  private final FormDefinition form;
  private final boolean keeping;
  private final Map<String, Map<String, Sheet>> byLanguage = new ConcurrentHashMap<>();

  private Drawings(FormDefinition form, boolean keeping) {
    this.form = form;
    this.keeping = keeping;
  }

  /** Drawings that are made once. */
  static Drawings kept(FormDefinition form) {
    return new Drawings(form, true);
  }

  /** Drawings that are made anew each time. */
  static Drawings anew(FormDefinition form) {
    return new Drawings(form, false);
  }

  /** Only the languages of the form are kept: others come from outside. */
  Sheet sheet(FieldDefinition field, String language) {
    if (!keeping || !form.texts().languages().contains(language)) {
      return new Sheet(form, field, language, keeping);
    }
    Map<String, Sheet> sheets =
        byLanguage.computeIfAbsent(language, l -> new ConcurrentHashMap<>());
    Sheet sheet = sheets.get(field.id());
    if (sheet == null) {
      sheet = new Sheet(form, field, language, true);
      sheets.put(field.id(), sheet);
    }
    return sheet;
  }

  /** One field in one language. */
  static final class Sheet {
    private static final int MOST_VARIANTS = 64;
    private static final String ERROR = "error";
    private static final List<String> PROBES = List.of("<b>&\"' å\n\u0001", "0", "\n\nx", " ");

    final String label;
    final Optional<String> foreign;
    final String hint;
    final String why;
    final boolean optional;
    final List<OptionText> options;
    final Optional<String> revealedBy;
    final String secrecy;
    private final boolean verbatim;
    private final boolean typed;
    private final Set<String> known;
    private final Map<Variant, Optional<HtmlTemplate>> drawn = new ConcurrentHashMap<>();

    /** What decides about the markup: which parts are filled, or what is chosen, and the error. */
    private record Variant(int parts, int filled, List<String> chosen, boolean error) {}

    private Sheet(FormDefinition form, FieldDefinition field, String language, boolean keeping) {
      Said said = new Said(form, Locale.forLanguageTag(language));
      String id = field.id();
      label = said.text(id + ".label");
      foreign = said.foreign(id + ".label");
      hint = said.find(id + ".hint").orElse("");
      why = said.find(id + ".why").orElse("");
      optional = field.isAsked() && !field.required() && field.requiredIf().isEmpty();
      options = field.options().stream().map(option -> option(said, id, option)).toList();
      revealedBy =
          form.pageOf(id)
              .flatMap(page -> Reveal.of(page, field))
              .map(reveal -> reveal.parent() + ":" + reveal.value());
      secrecy = form.factsOf(field).secrecy();
      boolean parent =
          form.pageOf(id).stream()
              .flatMap(page -> page.fields().stream().map(other -> Reveal.of(page, other)))
              .anyMatch(reveal -> reveal.filter(r -> r.parent().equals(id)).isPresent());
      verbatim = keeping && field.has(Trait.VERBATIM) && !field.has(Trait.FILES) && !parent;
      typed = field.has(Trait.TYPED);
      known =
          field.has(Trait.OPTIONS)
              ? options.stream().map(OptionText::value).collect(Collectors.toUnmodifiableSet())
              : Set.of("yes", "no");
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
      Set<String> values =
          offered.stream().map(OptionDefinition::value).collect(Collectors.toSet());
      return options.stream().filter(option -> values.contains(option.value())).toList();
    }

    /**
     * Fills the drawing of the field.
     *
     * @param node the field, with the hint and the options of this sheet
     * @param draw draws the field with other answers and another error
     * @return the markup; empty when the field is to be drawn anew
     */
    Optional<Html> fill(FieldNode node, BiFunction<List<String>, String, Html> draw) {
      Variant variant = verbatim ? variant(node) : null;
      if (variant == null) {
        return Optional.empty();
      }
      Optional<HtmlTemplate> template = drawn.get(variant);
      if (template == null) {
        if (drawn.size() >= MOST_VARIANTS) {
          return Optional.empty();
        }
        template = compile(variant, draw);
        drawn.put(variant, template);
      }
      return template.map(found -> fill(found, variant, node.raw(), node.error()));
    }

    private @Nullable Variant variant(FieldNode node) {
      List<String> raw = node.raw();
      boolean error = !node.error().isEmpty();
      if (!typed) {
        return raw.isEmpty() || known.containsAll(raw) ? new Variant(0, 0, raw, error) : null;
      }
      int filled = 0;
      for (int i = 0; i < raw.size(); i++) {
        filled |= raw.get(i).isEmpty() ? 0 : 1 << i;
      }
      return raw.size() > 8 ? null : new Variant(raw.size(), filled, List.of(), error);
    }

    private static Html fill(
        HtmlTemplate template, Variant variant, List<String> raw, String error) {
      HtmlTemplate.Filling filling = template.fill();
      for (int i = 0; i < variant.parts(); i++) {
        if ((variant.filled() & 1 << i) != 0) {
          filling.text(hole(i), raw.get(i));
        }
      }
      if (variant.error()) {
        filling.text(ERROR, error);
      }
      return filling.toHtml();
    }

    private static String hole(int part) {
      return "raw" + part;
    }

    /** A drawing that does something else with what it is given than to show it is not kept. */
    private static Optional<HtmlTemplate> compile(
        Variant variant, BiFunction<List<String>, String, Html> draw) {
      try {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < variant.parts(); i++) {
          marks.add((variant.filled() & 1 << i) != 0 ? HtmlTemplate.text(hole(i)) : "");
        }
        List<String> raw = variant.chosen().isEmpty() ? marks : variant.chosen();
        String error = variant.error() ? HtmlTemplate.text(ERROR) : "";
        HtmlTemplate template = HtmlTemplate.compile(draw.apply(raw, error));
        long holes = marks.stream().filter(mark -> !mark.isEmpty()).count();
        boolean proven =
            template.names().size() == holes + (variant.error() ? 1 : 0)
                && PROBES.stream().allMatch(probe -> isSame(template, variant, probe, draw));
        return proven ? Optional.of(template) : Optional.empty();
      } catch (IllegalArgumentException e) {
        // A text with a mark of its own, or a hole where nothing can be made safe.
        return Optional.empty();
      }
    }

    private static boolean isSame(
        HtmlTemplate template,
        Variant variant,
        String probe,
        BiFunction<List<String>, String, Html> draw) {
      List<String> raw = new ArrayList<>(variant.chosen());
      for (int i = 0; i < variant.parts(); i++) {
        raw.add((variant.filled() & 1 << i) != 0 ? probe + i : "");
      }
      String error = variant.error() ? probe : "";
      return fill(template, variant, raw, error).equals(draw.apply(raw, error));
    }
  }
}
