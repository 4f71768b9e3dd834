package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.AttachmentBudget;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlBuilder;
import se.byggsten.web.Passage;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.WarningText;

/** Draws the fields of a page as inputs. */
final class FieldHtml {
  private final PageNode page;
  private final Locale locale;
  private final Words words;
  private final boolean heading;
  private final Sheets sheets;

  FieldHtml(PageNode page, Locale locale, boolean heading, Drawings drawings) {
    this.page = page;
    this.locale = locale;
    this.sheets = drawings.in(locale.toLanguageTag());
    this.words = sheets.said().words();
    this.heading = heading;
  }

  /** All fields; those that belong to an option lie under it. */
  Html all() {
    HtmlBuilder out = new HtmlBuilder();
    write(out);
    return out.toHtml();
  }

  /** Writes what {@link #all()} returns. */
  void write(HtmlBuilder out) {
    for (FieldNode node : page.fields()) {
      if (node.revealedBy().isEmpty()) {
        write(out, node, sheets.of(node.field()));
      }
    }
  }

  private Html one(FieldNode node) {
    HtmlBuilder out = new HtmlBuilder();
    write(out, node, sheets.of(node.field()));
    return out.toHtml();
  }

  private void write(HtmlBuilder out, FieldNode node, FieldSheet sheet) {
    if (node.locked()) {
      out.add(locked(node));
    } else if (node.field().has(Trait.FILES)) {
      out.add(files(node));
    } else if (!origin(node).isEmpty()
        || node.options() != sheet.options
        || !sheet.write(out, node, (raw, error) -> draw(node, raw, error))) {
      out.add(node.field().type().html(input(node)));
    }
    for (String warning : node.warnings()) {
      out.add(WarningText.of(locale, warning).toHtml());
    }
    if (!node.why().isEmpty()) {
      out.add(why(node));
    }
  }

  private Html draw(FieldNode node, List<String> raw, String error) {
    return node.field().type().html(input(node, raw, error));
  }

  /** The summary says for whom it cannot see which question it is about. */
  private Html why(FieldNode node) {
    Html summary =
        Html.concat(
            Html.text(words.get("why")),
            Html.trusted("<span class=\"govuk-visually-hidden\"> "),
            Html.text(node.label()),
            Html.trusted("</span>"));
    return new Details(summary, paragraphs(node.why()), false, Block.NONE).toHtml();
  }

  static Html paragraphs(String text) {
    List<Html> parts = new ArrayList<>();
    for (String paragraph : Passage.split(text, "\n\n")) {
      parts.add(
          Html.concat(
              Html.trusted("<p class=\"govuk-body\">"),
              Html.text(paragraph),
              Html.trusted("</p>")));
    }
    return Html.concat(parts);
  }

  private Html locked(FieldNode node) {
    String note = node.answer().flatMap(Answer::prefilled).map(this::lockedBy).orElse("");
    Html value =
        Html.text(String.join("\n", node.shown()))
            .and(Html.trusted("<div class=\"govuk-hint\">"))
            .and(Html.text(note))
            .and(Html.trusted("</div>"));
    return SummaryList.of(List.of(SummaryList.Row.of(node.label(), value)))
        .toHtml()
        .and(Html.concat(List.copyOf(under(node).values())));
  }

  private FieldInput input(FieldNode node) {
    boolean calculated = node.field().has(Trait.CALCULATED);
    return input(node, calculated ? node.shown() : node.raw(), node.error());
  }

  private FieldInput input(FieldNode node, List<String> raw, String error) {
    List<ConstraintRule> constraints = new ArrayList<>(node.field().constraints());
    node.field().type().constraints(node.field().settings()).stream()
        .filter(rule -> node.field().constraint(rule.name()).isEmpty())
        .forEach(constraints::add);
    return new FieldInput(
        node.id(),
        node.optional() ? node.label() + " " + words.get("optional") : node.label(),
        hint(node),
        error,
        raw,
        node.options(),
        !node.optional(),
        heading,
        page.title(),
        node.field().autocomplete(),
        characters(node),
        node.field().settings(),
        constraints,
        locale,
        under(node),
        words::get);
  }

  private static Optional<Integer> characters(FieldNode node) {
    return switch (node.field().width()) {
      case SHORT -> Optional.of(5);
      case MEDIUM -> Optional.of(20);
      case FULL -> Optional.empty();
    };
  }

  /** Where a prefilled answer comes from. */
  private String origin(FieldNode node) {
    return node.answer()
        .filter(answer -> !answer.changed())
        .flatMap(Answer::prefilled)
        .map(known -> words.get("prefilled", from(known)))
        .orElse("");
  }

  private String lockedBy(PrefillValue known) {
    return words.get("prefilled.locked", from(known));
  }

  private Map<String, String> from(PrefillValue known) {
    return Map.of("source", known.source(), "day", Moments.day(known.at(), locale));
  }

  private String hint(FieldNode node) {
    String rules = node.field().has(Trait.FILES) ? rules(node) : "";
    return String.join(" ", List.of(node.hint(), rules, origin(node))).strip();
  }

  private String rules(FieldNode node) {
    return words.get("files.rules", words.numbers(AttachmentBudget.of(node.field()).forTexts()));
  }

  /** The fields of an option, which a script may hide until it is chosen. */
  private Map<String, Html> under(FieldNode parent) {
    Map<String, List<Html>> parts = new LinkedHashMap<>();
    for (FieldNode node : page.fields()) {
      String by = node.revealedBy().orElse("");
      if (by.startsWith(parent.id() + ":")) {
        String option = by.substring(parent.id().length() + 1);
        parts.computeIfAbsent(option, o -> new ArrayList<>()).add(one(node));
      }
    }
    Map<String, Html> under = new LinkedHashMap<>();
    parts.forEach((option, list) -> under.put(option, Html.concat(list)));
    return under;
  }

  private Html files(FieldNode node) {
    Html uploaded = node.files().isEmpty() ? Html.EMPTY : uploaded(node.files());
    if (node.files().size() >= AttachmentBudget.of(node.field()).files()) {
      return Html.concat(
          Html.trusted("<h2 class=\"govuk-heading-s\" id=\"" + node.id() + "\" tabindex=\"-1\">"),
          Html.text(node.label()),
          Html.trusted("</h2>"),
          uploaded,
          paragraphs(words.get("files.full")));
    }
    return Html.concat(
        uploaded,
        node.field().type().html(input(node)),
        Button.secondary(words.get("action.upload"), PostedFields.ACTION, "upload").toHtml());
  }

  private Html uploaded(List<AttachmentRef> files) {
    List<Html> rows = new ArrayList<>();
    rows.add(Html.trusted("<h2 class=\"govuk-heading-s\">"));
    rows.add(Html.text(words.get("files.uploaded")));
    rows.add(Html.trusted("</h2><ul class=\"govuk-list byggsten-files\">"));
    for (AttachmentRef file : files) {
      rows.add(Html.trusted("<li><span>"));
      rows.add(Html.text(file.name()));
      rows.add(Html.trusted("</span> "));
      rows.add(
          Button.builder(
                  Html.concat(
                      Html.text(words.get("action.remove") + " "),
                      Html.trusted("<span class=\"govuk-visually-hidden\">"),
                      Html.text(file.name()),
                      Html.trusted("</span>")))
              .secondary()
              .named(PostedFields.REMOVE, file.id())
              .build()
              .toHtml());
      rows.add(Html.trusted("</li>"));
    }
    rows.add(Html.trusted("</ul>"));
    return Html.concat(rows);
  }
}
