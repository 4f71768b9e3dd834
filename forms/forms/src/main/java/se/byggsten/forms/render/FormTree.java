package se.byggsten.forms.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.Violation;

/** Makes the nodes that every channel is drawn from. */
final class FormTree {
  private final FormDefinition form;
  private final FormTexts texts;
  private final FormAnswers answers;
  private final Locale locale;
  private final String language;
  private final Words words;

  FormTree(FormDefinition form, FormAnswers answers, Locale locale) {
    this.form = form;
    this.texts = form.texts();
    this.answers = answers;
    this.locale = locale;
    this.language = locale.toLanguageTag();
    this.words = Words.of(language);
  }

  PageNode page(String id, List<Violation> violations, boolean withConditional) {
    PageDefinition page =
        form.page(id).orElseThrow(() -> new IllegalArgumentException("No page " + id));
    List<FieldNode> fields = new ArrayList<>();
    for (FieldDefinition field : page.fields()) {
      boolean shown = answers.isShown(field.id());
      if (shown || (withConditional && answers.revealedBy(page, field).isPresent())) {
        fields.add(field(page, field, error(field, violations)));
      }
    }
    return new PageNode(page, title(page), text(id + ".intro"), fields);
  }

  String title(PageDefinition page) {
    return texts.text(language, page.id() + ".title");
  }

  String text(String key) {
    return texts.find(language, key).orElse("");
  }

  /** The pages with questions that are shown, in order, for reading. */
  List<PageNode> summary() {
    return answers.pages().stream()
        .map(id -> page(id, List.of(), false))
        .filter(page -> !page.fields().isEmpty())
        .toList();
  }

  private FieldNode field(PageDefinition page, FieldDefinition field, String error) {
    List<FieldNode.OptionNode> options =
        answers.options(field).stream()
            .map(
                option ->
                    new FieldNode.OptionNode(
                        option.value(),
                        texts.text(language, field.id() + ".option." + option.value()),
                        text(field.id() + ".option." + option.value() + ".hint")))
            .toList();
    return new FieldNode(
        field,
        texts.text(language, field.id() + ".label"),
        text(field.id() + ".hint"),
        text(field.id() + ".why"),
        !field.required() && field.requiredIf().isEmpty(),
        options,
        answers.raw(field.id()),
        shown(field, options),
        answers.attachments(field.id()),
        error,
        answers.isLocked(field),
        answers.state().answer(field.id()),
        answers.revealedBy(page, field),
        form.factsOf(field).secrecy());
  }

  private String error(FieldDefinition field, List<Violation> violations) {
    return violations.stream()
        .filter(violation -> violation.field().equals(field.id()))
        .findFirst()
        .map(this::text)
        .orElse("");
  }

  String text(Violation violation) {
    Map<String, String> values = new HashMap<>(violation.parameters());
    values.put("label", texts.text(language, violation.field() + ".label"));
    String template =
        texts
            .find(language, violation.field() + ".error." + violation.constraint())
            .or(() -> words.find("error." + violation.constraint()))
            .orElse(words.get("error.other"));
    return Words.fill(template, values);
  }

  private List<String> shown(FieldDefinition field, List<FieldNode.OptionNode> options) {
    List<String> raw = answers.raw(field.id());
    if (field.type() == FieldType.FILES) {
      return answers.attachments(field.id()).stream()
          .map(file -> file.name() + " (" + size(file.size()) + ")")
          .toList();
    }
    if (raw.stream().allMatch(String::isBlank)) {
      return List.of();
    }
    return switch (field.type()) {
      case RADIO, SELECT, CHECKBOXES -> raw.stream().map(value -> chosen(options, value)).toList();
      case YES_NO, DECLARATION -> List.of(yesNo(raw.get(0)));
      case DATE ->
          List.of(
              answers
                  .value(field.id())
                  .filter(LocalDate.class::isInstance)
                  .map(LocalDate.class::cast)
                  .map(DateTimeFormatter.ofPattern("d MMMM uuuu", locale)::format)
                  .orElse(String.join(" ", raw)));
      default -> raw.get(0).lines().toList();
    };
  }

  private String yesNo(String value) {
    return switch (value) {
      case "yes" -> words.get("yes");
      case "no" -> words.get("no");
      default -> value;
    };
  }

  private static String chosen(List<FieldNode.OptionNode> options, String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(FieldNode.OptionNode::text)
        .orElse(value);
  }

  private String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1_000) + " kB"
        : String.format(locale, "%.1f MB", bytes / 1_000_000.0);
  }
}
