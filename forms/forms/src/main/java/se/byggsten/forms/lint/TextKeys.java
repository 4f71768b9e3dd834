package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.ShellTexts;

/** Every key that a form has texts under: those it must have and those it may have. */
final class TextKeys {
  private static final List<String> INTRO = List.of("scope", "need", "time", "data");

  private final FormDefinition form;
  private final FormTexts texts;
  private final Set<String> present;
  private final Set<String> needed = new LinkedHashSet<>();
  private final Map<String, Boolean> errors = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private TextKeys(FormDefinition form) {
    this.form = form;
    this.texts = form.texts();
    this.present = texts.keys();
  }

  static TextKeys of(FormDefinition form) {
    TextKeys keys = new TextKeys(form);
    keys.gather();
    return keys;
  }

  private void gather() {
    need("form.title");
    List.of("submit", "authority", "intro", "paper", "send").forEach(part -> may("form." + part));
    form.structure().pages().values().forEach(this::page);
    for (PartyDefinition party : form.parties()) {
      need(party.id() + ".name");
      may(party.id() + ".task");
    }
  }

  private void page(PageDefinition page) {
    if (isHeadedByField(page)) {
      may(page.id() + ".title");
    } else {
      need(page.id() + ".title");
    }
    may(page.id() + ".intro");
    may(page.id() + ".intro.paper");
    may(page.id() + ".paper");
    if (page.kind() == PageKind.INTRO) {
      INTRO.forEach(part -> may(page.id() + "." + part));
    }
    page.fields().forEach(this::field);
    page.group().ifPresent(this::group);
  }

  /** A page with one question has it as its title, and one with a text the heading of the text. */
  private boolean isHeadedByField(PageDefinition page) {
    return page.fields().size() == 1
        && (!page.fields().get(0).has(Trait.CONTENT)
            || present.contains(page.fields().get(0).id() + ".label"));
  }

  private void group(GroupDefinition group) {
    List.of("row", "one", "more", "none").forEach(part -> may(group.id() + "." + part));
    List<String> broken =
        group.min() > 0
            ? List.of("MinRows", "MaxRows", "RowIncomplete")
            : List.of("MaxRows", "RowIncomplete");
    broken.forEach(error -> may(group.id() + ".error." + error));
  }

  private void field(FieldDefinition field) {
    String id = field.id();
    if (field.has(Trait.CONTENT)) {
      may(id + ".label");
      need(id + ".hint");
      may(id + ".hint.paper");
      return;
    }
    need(id + ".label");
    List.of("hint", "hint.paper", "why", "paper").forEach(part -> may(id + "." + part));
    for (OptionDefinition option : field.options()) {
      need(id + ".option." + option.value());
      may(id + ".option." + option.value() + ".hint");
    }
    for (WarningRule warning : field.warnings()) {
      need(id + ".warning." + warning.id());
    }
    if (field.required() || !field.requiredIf().isEmpty()) {
      errors.put(id + ".error.Required", false);
    }
    for (ConstraintRule rule : constraints(field)) {
      errors.put(id + ".error." + rule.errorName(), true);
    }
    known.addAll(errors.keySet());
    ofKind(field);
  }

  /** The errors and doubts of a kind of field, and of what every field of its sort must keep. */
  private void ofKind(FieldDefinition field) {
    String error = field.id() + ".error.";
    field.type().errors().forEach(name -> may(error + name));
    field.type().allDoubts().forEach(name -> may(field.id() + ".warning." + name));
    if (field.has(Trait.OPTIONS)) {
      may(error + "Choice");
    }
    if (field.has(Trait.TYPED) && field.type().javaType() == String.class) {
      may(error + "PrintableText");
    }
    if (field.has(Trait.FILES)) {
      FormWords.keys().stream()
          .filter(key -> key.startsWith("error.File"))
          .forEach(key -> may(field.id() + "." + key));
    }
  }

  /** The constraints of a field, those of its type included. */
  static List<ConstraintRule> constraints(FieldDefinition field) {
    List<ConstraintRule> all = new ArrayList<>(field.constraints());
    all.addAll(field.type().constraints(field.settings()));
    return all;
  }

  private void need(String key) {
    known.add(key);
    needed.add(key);
  }

  private void may(String key) {
    known.add(key);
    if (present.contains(key)) {
      needed.add(key);
    }
  }

  /** The keys that every language must have: those of the form's shape, and any that one has. */
  Set<String> needed() {
    return needed;
  }

  /** The keys of error texts; true when the library's own text will do. */
  Map<String, Boolean> errors() {
    return errors;
  }

  /** The keys that mean nothing to the form. */
  Set<String> unused() {
    Set<String> unused = new TreeSet<>(present);
    unused.removeAll(known);
    return unused;
  }

  boolean has(String language, String key) {
    return texts.find(language, key).filter(text -> !text.isBlank()).isPresent();
  }

  /** Whether an error that can come about has no text, or has one in another language alone. */
  boolean lacksError(String language, String key, boolean libraryTextWillDo) {
    if (present.contains(key)) {
      return !has(language, key);
    }
    String library = key.substring(key.indexOf(".error.") + 1);
    return !libraryTextWillDo || !FormWords.keys().contains(library);
  }

  LanguageReport report(String language) {
    Set<String> missing = new TreeSet<>();
    needed.stream().filter(key -> !has(language, key)).forEach(missing::add);
    errors.forEach(
        (key, library) -> {
          if (lacksError(language, key, library)) {
            missing.add(key);
          }
        });
    Locale locale = Locale.forLanguageTag(language);
    return new LanguageReport(
        language, missing, FormWords.missing(locale), ShellTexts.missing(locale));
  }
}
