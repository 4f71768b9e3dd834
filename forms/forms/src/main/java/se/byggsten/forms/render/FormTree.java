package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.text.ErrorTexts;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Passage;

/** Makes the nodes that every channel is drawn from. */
final class FormTree {
  private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z0-9]{0,39})\\}");

  private final FormDefinition form;
  private final FormAnswers answers;
  private final Locale locale;
  private final String language;
  private final Said said;
  private final Words words;
  private final ErrorTexts errors;
  private final Sheets sheets;

  FormTree(FormDefinition form, FormAnswers answers, Locale locale) {
    this(form, answers, locale, Drawings.anew(form));
  }

  FormTree(FormDefinition form, FormAnswers answers, Locale locale, Drawings drawings) {
    this.form = form;
    this.answers = answers;
    this.locale = locale;
    this.language = locale.toLanguageTag();
    this.sheets = drawings.in(language);
    this.said = sheets.said();
    this.words = said.words();
    this.errors = ErrorTexts.of(said);
  }

  FormAnswers answers() {
    return answers;
  }

  Words words() {
    return words;
  }

  Locale locale() {
    return locale;
  }

  /** Which questions of a page are drawn. */
  private enum Drawn {
    /** Those that are shown now, to be read. */
    READ,
    /** Those that are shown now, and those that an option on the page would reveal. */
    ASKED,
    /** Each one, whatever the answers say. */
    ALL
  }

  /** The page as it is drawn for whom answers it. */
  PageNode page(String path, List<Violation> violations) {
    return page(path, violations, Drawn.ASKED);
  }

  /** The page as it is drawn for whom is to judge the form: with all its questions. */
  PageNode preview(String path, List<Violation> violations) {
    return page(path, violations, Drawn.ALL);
  }

  private PageNode page(String path, List<Violation> violations, Drawn drawn) {
    PageDefinition page =
        form.page(Place.name(path))
            .orElseThrow(() -> new IllegalArgumentException("No page " + path));
    Place place = Place.of(path).orElseThrow(() -> new IllegalArgumentException("No page " + path));
    return node(page, place, violations, drawn);
  }

  private PageNode node(PageDefinition page, Place place, List<Violation> violations, Drawn drawn) {
    FormAnswers here = answers.at(place);
    Map<String, String> wrong = errors(violations);
    List<FieldNode> fields = new ArrayList<>(page.fields().size());
    for (FieldDefinition field : page.fields()) {
      if (here.isShown(field.id())
          || drawn == Drawn.ALL
          || (drawn == Drawn.ASKED && sheets.of(field).revealedBy.isPresent())) {
        fields.add(field(field, here, wrong, drawn != Drawn.READ));
      }
    }
    PageSheet sheet = sheets.of(page);
    return new PageNode(page, place, sheet.title(), sheet.intro(), fields, rows(page, here, drawn));
  }

  private List<RowNode> rows(PageDefinition page, FormAnswers here, Drawn drawn) {
    GroupDefinition group = page.group().orElse(null);
    if (group == null) {
      return List.of();
    }
    List<RowNode> rows = new ArrayList<>();
    for (Place row : here.rows(group.id())) {
      List<PageNode> pages = new ArrayList<>();
      for (PageDefinition inner : group.pages()) {
        if (drawn == Drawn.ALL || answers.at(row).isPageShown(inner.id())) {
          pages.add(node(inner, row, List.of(), Drawn.READ));
        }
      }
      int number = rows.size() + 1;
      rows.add(
          new RowNode(
              row, number, rowTitle(group, pages, number), here.isRowComplete(page, row), pages));
    }
    return rows;
  }

  /** The group's own template, filled with answers of the row; a number while there are none. */
  private String rowTitle(GroupDefinition group, List<PageNode> pages, int number) {
    String numbered =
        capitalised(
            words.get("row.title", Map.of("one", one(group), "number", Integer.toString(number))));
    String template = text(group.id() + ".row");
    if (template.isEmpty()) {
      return numbered;
    }
    Map<String, String> values = new HashMap<>(Map.of("number", Integer.toString(number)));
    pages.forEach(
        page ->
            page.fields()
                .forEach(field -> values.put(field.id(), String.join(" ", field.shown()))));
    Matcher matcher = NAMED.matcher(template);
    while (matcher.find()) {
      if (values.getOrDefault(matcher.group(1), "").isBlank()) {
        return numbered;
      }
    }
    return Passage.within(template, inner -> Words.fill(inner, values));
  }

  private String capitalised(String title) {
    int first = title.offsetByCodePoints(0, title.isEmpty() ? 0 : 1);
    return title.substring(0, first).toUpperCase(locale) + title.substring(first);
  }

  /** What tells the row of a page from the others, for the top of its pages. */
  String rowCaption(PageDefinition page, Place place) {
    List<String> names = new ArrayList<>();
    List<String> groups = form.structure().around(page.id());
    for (int i = 0; i < groups.size(); i++) {
      PageDefinition list = form.pageOf(groups.get(i)).orElseThrow();
      Place row = place.outer(i + 1);
      rows(list, answers.at(place.outer(i)), Drawn.READ).stream()
          .filter(node -> node.place().equals(row))
          .findFirst()
          .ifPresent(node -> names.add(node.title()));
    }
    return String.join(", ", names);
  }

  String one(GroupDefinition group) {
    return errors.one(group);
  }

  /** What stands on a page whatever is answered. */
  PageSheet sheet(PageDefinition page) {
    return sheets.of(page);
  }

  /** A page without a title of its own has its only question as heading. */
  String title(PageDefinition page) {
    return sheet(page).title();
  }

  Said said() {
    return said;
  }

  String text(String key) {
    return said.find(key).orElse("");
  }

  /** Of the answers those that whoever the run is of may see. */
  List<PageNode> seen() {
    return summary().stream().filter(node -> answers.isSeen(node.page())).toList();
  }

  /** The pages with answers that are shown, in order, for reading; rows lie under their page. */
  List<PageNode> summary() {
    return form.pages().stream()
        .filter(page -> page.kind().hasFields() || page.kind() == PageKind.REPEAT)
        .filter(page -> answers.isPageShown(page.id()))
        .map(page -> node(page, Place.TOP, List.of(), Drawn.READ))
        .filter(page -> page.page().group().isPresent() || !page.fields().isEmpty())
        .toList();
  }

  /** On the page where a field is answered, only what cannot be changed is read out. */
  private FieldNode field(
      FieldDefinition field, FormAnswers here, Map<String, String> wrong, boolean asking) {
    FieldSheet sheet = sheets.of(field);
    List<OptionText> options =
        field.options().isEmpty() ? sheet.options : sheet.options(here.options(field));
    Answer answer = here.answer(field.id()).orElse(null);
    boolean locked = answer != null && here.isLocked(field);
    boolean read = !asking || locked || field.has(Trait.CALCULATED);
    return new FieldNode(
        field,
        here.place(),
        sheet.label,
        sheet.hint,
        sheet.why,
        sheet.optional,
        options,
        answer == null ? List.of() : answer.raw(),
        read ? said.written(shown(field, here, options)) : List.of(),
        field.has(Trait.FILES) ? here.attachments(field.id()) : List.of(),
        wrong.getOrDefault(field.id(), ""),
        warnings(field, here),
        locked,
        Optional.ofNullable(answer),
        sheet.revealedBy,
        sheet.secrecy);
  }

  private List<String> warnings(FieldDefinition field, FormAnswers here) {
    List<String> ids = here.warnings(field);
    return ids.isEmpty()
        ? List.of()
        : ids.stream().map(warning -> warning(field, warning)).toList();
  }

  private String warning(FieldDefinition field, String warning) {
    String key = field.id() + ".warning." + warning;
    return form.texts()
        .find(language, key)
        .or(() -> words.find("warning." + warning))
        .orElseGet(() -> said.text(key));
  }

  /** What is to be put right first of each field, by its id. */
  private Map<String, String> errors(List<Violation> violations) {
    if (violations.isEmpty()) {
      return Map.of();
    }
    Map<String, String> wrong = new HashMap<>();
    for (Violation violation : violations) {
      if (!wrong.containsKey(violation.field())) {
        wrong.put(violation.field(), text(violation));
      }
    }
    return wrong;
  }

  String text(Violation violation) {
    return errors.text(violation.field(), violation.constraint(), violation.parameters());
  }

  private List<String> shown(FieldDefinition field, FormAnswers here, List<OptionText> options) {
    if (field.has(Trait.CONTENT)) {
      return List.of();
    }
    Reading reading = new Reading(options, field.settings(), locale, words::get);
    if (field.has(Trait.FILES)) {
      List<Map<String, Object>> files =
          here.attachments(field.id()).stream()
              .map(file -> Map.<String, Object>of("name", file.name(), "size", file.size()))
              .toList();
      return files.isEmpty() ? List.of() : field.type().shown(files, reading);
    }
    List<String> raw = here.raw(field.id());
    return here.value(field.id())
        .map(value -> said.lines(field.type().shown(value, reading)))
        .orElseGet(() -> raw.stream().allMatch(String::isBlank) ? List.of() : asWritten(raw));
  }

  String label(FieldDefinition field) {
    return said.label(field);
  }

  /** Reads out what was written in a field that the form has no place for now. */
  List<String> written(FieldDefinition field, List<String> raw) {
    if (raw.isEmpty() || field.has(Trait.FILES)) {
      return said.written(raw);
    }
    List<OptionText> options = sheets.of(field).options;
    Reading reading = new Reading(options, field.settings(), locale, words::get);
    Object value = field.type().bind(raw, field.settings()).value();
    return said.written(value == null ? asWritten(raw) : field.type().shown(value, reading));
  }

  /** What cannot be read as its type is shown as it was written. */
  private static List<String> asWritten(List<String> raw) {
    return List.of(String.join(" ", raw).strip());
  }
}
