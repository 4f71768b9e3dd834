package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.text.PageText;
import se.byggsten.core.text.PlainLanguageCheck;
import se.byggsten.core.text.PlainLanguageLimits;
import se.byggsten.core.text.TextItem;
import se.byggsten.core.text.TextRole;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.FieldTypes;

/** The texts of a form, page by page and language by language, for the rules of plain language. */
final class PageTexts {
  private static final List<String> PARTS =
      List.of("intro", "intro.paper", "scope", "need", "time", "data", "paper");

  private static final ErrorCode LIX = ErrorCode.of("KLAR-LIX");

  /** The errors of constraints that say how something is written, and so want an example. */
  private static final Set<String> FORMATS =
      Stream.concat(
              Stream.of("Pattern"),
              FieldTypes.standard().all().stream().flatMap(type -> type.formatErrors().stream()))
          .collect(Collectors.toUnmodifiableSet());

  private final FormDefinition form;

  private PageTexts(FormDefinition form) {
    this.form = form;
  }

  static PageTexts of(FormDefinition form) {
    return new PageTexts(form);
  }

  List<Finding> check(PlainLanguageCheck check) {
    List<Finding> findings = new ArrayList<>();
    for (String language : form.languages()) {
      String primary = Locale.forLanguageTag(language).getLanguage();
      PlainLanguageLimits limits = PlainLanguageLimits.read(form.plainLanguage(), primary);
      List<PageText> pages = pages(language);
      for (PageText page : pages) {
        findings.addAll(check.check(page, limits));
      }
      findings.addAll(whole(language, pages, check, limits));
    }
    return findings;
  }

  /** Most pages are too short for a measure of reading; together they are not. */
  private List<Finding> whole(
      String language, List<PageText> pages, PlainLanguageCheck check, PlainLanguageLimits limits) {
    List<TextItem> all = pages.stream().flatMap(page -> page.items().stream()).toList();
    PageText whole = new PageText(form.id() + " (" + language + ")", language, all);
    return check.check(whole, limits).stream()
        .filter(finding -> finding.code().equals(LIX))
        .toList();
  }

  List<PageText> pages(String language) {
    List<PageText> pages = new ArrayList<>();
    Items items = new Items(language);
    items.add("form.title", TextRole.HEADING);
    items.add("form.submit", TextRole.WORDS);
    List.of("intro", "paper", "send").forEach(part -> items.add("form." + part, TextRole.BODY));
    for (PartyDefinition party : form.parties()) {
      items.add(party.id() + ".name", TextRole.WORDS);
      items.add(party.id() + ".task", TextRole.BODY);
    }
    pages.add(new PageText(name("form", language), language, items.list));
    for (PageDefinition page : form.structure().pages().values()) {
      pages.add(new PageText(name(page.id(), language), language, items(page, language)));
    }
    return pages;
  }

  private String name(String page, String language) {
    return form.id() + "/" + page + " (" + language + ")";
  }

  private List<TextItem> items(PageDefinition page, String language) {
    Items items = new Items(language);
    items.add(page.id() + ".title", TextRole.HEADING);
    PARTS.forEach(part -> items.add(page.id() + "." + part, TextRole.BODY));
    page.group().ifPresent(group -> group(group, items));
    page.fields().forEach(field -> field(field, items));
    return items.list;
  }

  private static void group(GroupDefinition group, Items items) {
    items.add(group.id() + ".row", TextRole.WORDS);
    items.add(group.id() + ".one", TextRole.WORDS);
    items.add(group.id() + ".more", TextRole.WORDS);
    items.add(group.id() + ".none", TextRole.BODY);
    for (String error : List.of("MinRows", "MaxRows", "RowIncomplete")) {
      items.error(group.id() + ".error." + error, "", false);
    }
  }

  private void field(FieldDefinition field, Items items) {
    String id = field.id();
    if (field.has(Trait.CONTENT)) {
      items.add(id + ".label", TextRole.HEADING);
      items.add(id + ".hint", TextRole.BODY);
      return;
    }
    boolean yesNo =
        field.isAsked()
            && !field.has(Trait.BOX)
            && field.type().valueType(field.settings()).equals(ValueType.BOOLEAN);
    items.add(id + ".label", yesNo ? TextRole.YES_NO_LABEL : TextRole.LABEL);
    String label = items.text(id + ".label").orElse("");
    items.text(id + ".hint").ifPresent(t -> items.list.add(TextItem.hint(id + ".hint", t, label)));
    items
        .text(id + ".hint.paper")
        .ifPresent(t -> items.list.add(TextItem.hint(id + ".hint.paper", t, label)));
    items.add(id + ".why", TextRole.BODY);
    items.add(id + ".paper", TextRole.BODY);
    field
        .options()
        .forEach(
            option -> {
              items.add(id + ".option." + option.value(), TextRole.WORDS);
              items.add(id + ".option." + option.value() + ".hint", TextRole.BODY);
            });
    field.warnings().forEach(w -> items.add(id + ".warning." + w.id(), TextRole.BODY));
    Set<String> formats = new TreeSet<>(field.type().formatErrors());
    for (ConstraintRule rule : TextKeys.constraints(field)) {
      if (FORMATS.contains(rule.name())) {
        formats.add(rule.errorName());
      }
    }
    String start = id + ".error.";
    for (String key : form.texts().keys()) {
      if (key.startsWith(start)) {
        items.error(key, label, formats.contains(key.substring(start.length())));
      }
    }
  }

  /** The texts of one page in one language; what is missing is left out. */
  private final class Items {
    private final String language;
    private final List<TextItem> list = new ArrayList<>();

    Items(String language) {
      this.language = language;
    }

    Optional<String> text(String key) {
      return form.texts().find(language, key).map(PlainText::of).filter(text -> !text.isBlank());
    }

    void add(String key, TextRole role) {
      text(key).ifPresent(text -> list.add(TextItem.of(key, role, text)));
    }

    void error(String key, String label, boolean format) {
      text(key)
          .ifPresent(
              text -> {
                TextItem item =
                    label.isEmpty()
                        ? TextItem.of(key, TextRole.ERROR, text)
                        : TextItem.error(key, text, label);
                list.add(format ? item.forFormat() : item);
              });
    }
  }
}
