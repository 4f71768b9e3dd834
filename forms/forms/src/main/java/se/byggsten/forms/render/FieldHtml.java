package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.web.Html;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Checkboxes;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.FieldBuilder;
import se.byggsten.web.component.Fieldset;
import se.byggsten.web.component.FileUpload;
import se.byggsten.web.component.InputHints;
import se.byggsten.web.component.Label;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.Size;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.component.Textarea;

/** Draws fields as inputs. */
final class FieldHtml {
  private static final Map<String, String> TYPE_NAMES =
      Map.of("application/pdf", "PDF", "image/jpeg", "JPEG", "image/png", "PNG");

  private final PageNode page;
  private final Locale locale;
  private final Words words;

  FieldHtml(PageNode page, Locale locale) {
    this.page = page;
    this.locale = locale;
    this.words = Words.of(locale.toLanguageTag());
  }

  /** All fields; those that belong to an option lie under it. */
  Html all() {
    List<Html> parts = new ArrayList<>();
    for (FieldNode node : page.fields()) {
      if (node.revealedBy().isEmpty()) {
        parts.add(one(node));
      }
    }
    return Html.concat(parts);
  }

  /** The id that a link in the error summary goes to. */
  static String anchor(FieldNode node) {
    return node.field().type() == FieldType.DATE ? node.id() + "-year" : node.id();
  }

  private Html one(FieldNode node) {
    Html input = node.locked() ? locked(node) : input(node);
    return node.why().isEmpty() ? input : input.and(why(node));
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
    for (String paragraph : text.split("\n\n", -1)) {
      parts.add(
          Html.concat(
              Html.trusted("<p class=\"govuk-body\">"),
              Html.text(paragraph),
              Html.trusted("</p>")));
    }
    return Html.concat(parts);
  }

  private Html locked(FieldNode node) {
    String source = node.answer().flatMap(Answer::prefilled).map(p -> p.source()).orElse("");
    String note = words.get("prefilled.locked", Map.of("source", source));
    return SummaryList.of(
            List.of(SummaryList.Row.of(node.label(), Html.text(String.join("\n", node.shown())))))
        .toHtml()
        .and(Html.trusted("<p class=\"govuk-hint\">"))
        .and(Html.text(note))
        .and(Html.trusted("</p>"));
  }

  private Html input(FieldNode node) {
    return switch (node.field().type()) {
      case LONG_TEXT -> textarea(node);
      case RADIO, YES_NO -> radios(node);
      case CHECKBOXES -> checkboxes(node);
      case SELECT -> select(node);
      case DATE -> date(node);
      case FILES -> files(node);
      case DECLARATION -> declaration(node);
      default -> text(node);
    };
  }

  private String label(FieldNode node) {
    return node.optional() ? node.label() + " " + words.get("optional") : node.label();
  }

  private <B extends FieldBuilder<B>> B labelled(B builder, FieldNode node) {
    if (!node.error().isEmpty()) {
      builder.attribute("aria-invalid", "true");
    }
    return common(builder.label(Label.of(label(node)).size(Size.S)), node);
  }

  private <B extends FieldBuilder<B>> B grouped(B builder, FieldNode node) {
    return common(builder.legend(Legend.of(label(node)).size(Size.S)), node);
  }

  private <B extends FieldBuilder<B>> B common(B builder, FieldNode node) {
    builder.locale(locale).hint(hint(node));
    return builder.error(node.error().isEmpty() ? null : node.error());
  }

  private @Nullable String hint(FieldNode node) {
    String origin =
        node.answer()
            .filter(answer -> !answer.changed())
            .flatMap(Answer::prefilled)
            .map(p -> words.get("prefilled", Map.of("source", p.source())))
            .orElse("");
    String rules = node.field().type() == FieldType.FILES ? rules(node) : "";
    String hint = String.join(" ", List.of(node.hint(), rules, origin)).strip();
    return hint.isEmpty() ? null : hint;
  }

  private Html text(FieldNode node) {
    FieldType type = node.field().type();
    InputHints hints = InputHints.NONE;
    if (!node.field().autocomplete().isEmpty()) {
      hints = hints.withAutocomplete(node.field().autocomplete());
    }
    if (type == FieldType.PERSONNUMMER || type == FieldType.POSTAL_CODE) {
      hints = hints.withInputmode("numeric");
    }
    if (type != FieldType.TEXT) {
      hints = hints.withSpellcheck(false);
    }
    TextInput.Builder builder =
        labelled(TextInput.builder(node.id()), node).value(node.first()).hints(hints);
    if (type == FieldType.EMAIL) {
      builder.type("email");
    } else if (type == FieldType.PHONE) {
      builder.type("tel");
    }
    if (node.field().width() != FieldWidth.FULL) {
      builder.width(node.field().width() == FieldWidth.SHORT ? 5 : 20);
    }
    return builder.build().toHtml();
  }

  private Html textarea(FieldNode node) {
    Textarea.Builder builder =
        labelled(Textarea.builder(node.id()), node).value(node.first()).rows(6);
    node.field()
        .constraint("Size")
        .map(rule -> rule.parameters().get("max"))
        .ifPresent(
            max -> {
              if (max instanceof Long limit) {
                builder.maxLength(limit.intValue());
              }
            });
    return builder.build().toHtml();
  }

  private Html radios(FieldNode node) {
    Radios.Builder builder = grouped(Radios.builder(node.id()), node).value(node.first());
    List<FieldNode.OptionNode> options =
        node.field().type() == FieldType.YES_NO
            ? List.of(
                new FieldNode.OptionNode("yes", words.get("yes"), ""),
                new FieldNode.OptionNode("no", words.get("no"), ""))
            : node.options();
    for (FieldNode.OptionNode option : options) {
      Choice.Builder choice = Choice.builder(option.value(), option.text());
      if (!option.hint().isEmpty()) {
        choice.hint(option.hint());
      }
      Html under = under(node.id() + ":" + option.value(), option.text());
      builder.choice(under.isEmpty() ? choice.build() : choice.conditional(under).build());
    }
    return builder.build().toHtml();
  }

  /** The fields of an option, which a script may hide until it is chosen. */
  private Html under(String option, String text) {
    List<Html> parts = new ArrayList<>();
    for (FieldNode node : page.fields()) {
      if (node.revealedBy().filter(option::equals).isPresent()) {
        parts.add(one(node));
      }
    }
    if (parts.isEmpty()) {
      return Html.EMPTY;
    }
    parts.add(
        0,
        Html.concat(
            Html.trusted("<p class=\"govuk-hint byggsten-no-script\">"),
            Html.text(words.get("unchosen", Map.of("option", text))),
            Html.trusted("</p>")));
    return Html.concat(parts);
  }

  private Html checkboxes(FieldNode node) {
    Checkboxes.Builder builder = grouped(Checkboxes.builder(node.id()), node).values(node.raw());
    for (FieldNode.OptionNode option : node.options()) {
      Choice.Builder choice = Choice.builder(option.value(), option.text());
      if (!option.hint().isEmpty()) {
        choice.hint(option.hint());
      }
      builder.choice(choice.build());
    }
    return builder.build().toHtml();
  }

  private Html declaration(FieldNode node) {
    return common(Checkboxes.builder(node.id()), node)
        .fieldset(
            Fieldset.of(Legend.of(page.title()).size(Size.S)).withClasses("byggsten-declaration"))
        .values(node.raw())
        .choice("yes", label(node))
        .build()
        .toHtml();
  }

  private Html select(FieldNode node) {
    Select.Builder builder =
        labelled(Select.builder(node.id()), node)
            .value(node.first())
            .option("", words.get("select.empty"));
    node.options().forEach(option -> builder.option(option.value(), option.text()));
    if (!node.field().autocomplete().isEmpty()) {
      builder.attribute("autocomplete", node.field().autocomplete());
    }
    return builder.build().toHtml();
  }

  private Html date(FieldNode node) {
    List<String> raw = node.raw();
    boolean given = raw.size() == 3;
    return grouped(DateInput.builder(node.id()), node)
        .value(given ? raw.get(2) : null, given ? raw.get(1) : null, given ? raw.get(0) : null)
        .build()
        .toHtml();
  }

  private Html files(FieldNode node) {
    int max = parameter(node, "max", 5).intValue();
    Html uploaded = node.files().isEmpty() ? Html.EMPTY : uploaded(node.files());
    if (node.files().size() >= max) {
      return Html.concat(
          Html.trusted("<h2 class=\"govuk-heading-s\" id=\"" + node.id() + "\" tabindex=\"-1\">"),
          Html.text(node.label()),
          Html.trusted("</h2>"),
          uploaded,
          paragraphs(words.get("files.full")));
    }
    Html input =
        labelled(FileUpload.builder(node.id()), node)
            .multiple(max > 1)
            .accept(String.join(",", types(node)))
            .build()
            .toHtml();
    return Html.concat(
        uploaded,
        input,
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

  private String rules(FieldNode node) {
    return words.get(
        "files.rules",
        Map.of(
            "max", parameter(node, "max", 5).toString(),
            "megabytes", Long.toString(parameter(node, "maxBytes", 10_000_000) / 1_000_000),
            "types",
                types(node).stream()
                    .map(type -> TYPE_NAMES.getOrDefault(type, type))
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }

  private static Long parameter(FieldNode node, String name, long byDefault) {
    return node.field()
        .constraint("Attachments")
        .map(ConstraintRule::parameters)
        .map(given -> given.get(name))
        .filter(Long.class::isInstance)
        .map(Long.class::cast)
        .orElse(byDefault);
  }

  private static List<String> types(FieldNode node) {
    return node.field()
        .constraint("Attachments")
        .map(rule -> rule.parameters().get("types"))
        .filter(List.class::isInstance)
        .map(list -> ((List<?>) list).stream().map(String::valueOf).sorted().toList())
        .orElse(TYPE_NAMES.keySet().stream().sorted().toList());
  }
}
