package se.byggsten.forms.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.core.text.Suggestion;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.spi.Trait;

/** Choices of one, things that read the same, help and reasons that are missing. */
final class FormShape {
  private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)\\}?");

  private final FormDefinition form;
  private final Report report;

  FormShape(FormDefinition form, Report report) {
    this.form = form;
    this.report = report;
  }

  void check() {
    for (PageDefinition page : form.structure().pages().values()) {
      same(page.fields(), field -> text(field.id() + ".label"), "SAME-LABEL");
      page.fields().forEach(this::check);
      page.group().ifPresent(this::rows);
      if (page.kind() == PageKind.EXIT && text(page.id() + ".intro").apply(own()).isEmpty()) {
        report.error(
            "EXIT-TEXT",
            page.id() + ".intro",
            "The exit page does not say why the form cannot be used",
            "Write why, and what the citizen can do instead");
      }
    }
    boolean asks = form.pages().stream().anyMatch(page -> page.kind().hasFields());
    boolean reviewed = form.pages().stream().anyMatch(page -> page.kind() == PageKind.REVIEW);
    if (asks && !reviewed) {
      report.warning(
          "REVIEW",
          "",
          "The citizen cannot check the answers before sending",
          "Add a page of the kind review at the end (WCAG 3.3.4)");
    }
  }

  /** Who is to answer what, where a pen cannot find it out. */
  void onPaper(Plan plan) {
    PaperSequence sequence = PaperSequence.of(plan);
    PaperFlow flow = PaperFlow.of(sequence);
    ConditionWords words = new ConditionWords(sequence, Locale.forLanguageTag(own()));
    int index = 0;
    for (PaperEntry entry : sequence.entries()) {
      String owner = entry.field().map(FieldDefinition::id).orElse(entry.page().id());
      String key = owner + ".paper";
      if (flow.isTold(index)
          && entry.kind() != PaperEntry.Kind.EXIT
          && !form.texts().keys().contains(key)
          && !report.has(List.of(owner, owner + ".showIf"))
          && words.clause(entry.condition(), index).isEmpty()) {
        report.warning(
            "PAPER",
            key,
            "The paper form cannot put the condition in words",
            "Write who is to answer, such as 'Svara bara om du anmäler fler än två barn.'");
      }
      index++;
    }
  }

  private String own() {
    return form.languages().get(0);
  }

  private Function<String, Optional<String>> text(String key) {
    return language -> form.texts().find(language, key).filter(text -> !text.isBlank());
  }

  private void check(FieldDefinition field) {
    if (field.has(Trait.OPTIONS) && field.options().size() == 1) {
      report.warning(
          "ONE-OPTION",
          field.id(),
          "The choice has one option",
          "Ask yes or no, use a declaration, or tell it as content");
    }
    same(
        field.options(),
        option -> text(field.id() + ".option." + option.value()),
        "OPTION-TEXT",
        option -> field.id() + ".option." + option.value());
    boolean wantsHelp =
        !field.type().exampleHint().isEmpty() || ConstraintFaults.has(field, "Pattern");
    if (wantsHelp && text(field.id() + ".hint").apply(own()).isEmpty()) {
      report.warning(
          "HELP",
          field.id() + ".hint",
          field.has(Trait.CALCULATED)
              ? "Nothing tells what the value is and how it is worked out"
              : "Nothing tells how to answer",
          "Write a hint, " + example(field));
    }
  }

  private static String example(FieldDefinition field) {
    String example = field.type().exampleHint();
    return "such as "
        + (example.isEmpty()
            ? "one that shows a right answer: 'Till exempel Ekgården 1:2'"
            : "'" + example + "'");
  }

  private void same(
      List<FieldDefinition> fields,
      Function<FieldDefinition, Function<String, Optional<String>>> text,
      String kind) {
    same(
        fields.stream().filter(field -> field.showIf().isEmpty()).toList(),
        text,
        kind,
        field -> field.id() + ".label");
  }

  private <T> void same(
      List<T> things,
      Function<T, Function<String, Optional<String>>> text,
      String kind,
      Function<T, String> where) {
    for (String language : form.languages()) {
      Set<String> seen = new HashSet<>();
      for (T thing : things) {
        Optional<String> words =
            text.apply(thing).apply(language).map(t -> t.strip().toLowerCase(Locale.ROOT));
        if (words.isPresent() && !seen.add(words.get())) {
          report.error(
              kind,
              where.apply(thing),
              "It reads the same as another in " + language,
              "Write what tells the two apart (WCAG 2.4.6)");
        }
      }
    }
  }

  /** Rows are told apart by their titles, which name answers of the row. */
  private void rows(GroupDefinition group) {
    String key = group.id() + ".row";
    List<String> names =
        group.fields().stream()
            .filter(field -> !field.has(Trait.CONTENT))
            .map(FieldDefinition::id)
            .toList();
    for (String language : form.languages()) {
      Optional<String> title = text(key).apply(language);
      if (title.isEmpty()) {
        report.warning(
            "ROW-TITLE",
            key,
            "Nothing but a number tells the rows apart in " + language,
            "Write a title that names an answer of the row, such as {"
                + names.stream().findFirst().orElse("number")
                + "}");
        continue;
      }
      Matcher matcher = NAMED.matcher(title.get());
      while (matcher.find()) {
        String name = matcher.group(1);
        boolean known = names.contains(name) || name.equals("number");
        if (!known || !matcher.group().endsWith("}")) {
          report.error(
              "ROW-TITLE",
              key,
              known
                  ? "The brace before " + name + " is not closed"
                  : "The row has no field " + name,
              Suggestion.nearest(name, names)
                  .map(near -> "Did you mean {" + near + "}?")
                  .orElse("Name a field of the row, or {number}"));
        }
      }
    }
  }
}
