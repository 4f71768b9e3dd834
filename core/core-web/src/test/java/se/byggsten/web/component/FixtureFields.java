package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;

/** Makes our fields of a fixture's options. */
final class FixtureFields {
  private FixtureFields() {}

  private static <B extends FieldBuilder<B>> B common(
      B builder, Options o, String id, String before, String after) {
    Options group = o.mapOrEmpty("formGroup");
    builder
        .locale(Locale.ENGLISH)
        .id(id)
        .describedBy(o.has("describedBy") ? o.text("describedBy") : null)
        .classes(o.classes())
        .attributes(o.attributes())
        .disabled(o.flag("disabled"))
        .groupClasses(group.classes())
        .groupAttributes(group.attributes())
        .before(group.mapOrEmpty(before).content())
        .after(group.mapOrEmpty(after).content());
    if (o.map("label") != null) {
      builder.label(FixtureAdapters.label(o.map("label")));
    }
    if (o.map("fieldset") != null) {
      builder.fieldset(FixtureAdapters.fieldset(o.map("fieldset")));
    }
    if (o.map("hint") != null) {
      builder.hint(FixtureAdapters.hint(o.map("hint")));
    }
    if (o.map("errorMessage") != null) {
      builder.error(FixtureAdapters.errorMessage(o.map("errorMessage")));
    }
    return builder;
  }

  private static <B extends FieldBuilder<B>> B single(B builder, Options o) {
    return common(builder, o, o.textOr("id", o.text("name")), "beforeInput", "afterInput");
  }

  private static InputHints hints(Options o) {
    return new InputHints(
        o.text("autocomplete"),
        o.text("inputmode"),
        o.text("pattern"),
        o.text("autocapitalize"),
        o.flagOrNull("spellcheck"));
  }

  static TextInput input(Options o) {
    Options wrapper = o.mapOrEmpty("inputWrapper");
    return single(TextInput.builder(o.textOr("name", "")), o)
        .type(o.textOr("type", "text"))
        .value(o.text("value"))
        .hints(hints(o))
        .prefix(affix(o.map("prefix")))
        .suffix(affix(o.map("suffix")))
        .wrapper(wrapper.classes(), wrapper.attributes())
        .build();
  }

  private static Affix affix(Options o) {
    if (o == null) {
      return null;
    }
    Affix affix = new Affix(o.content(), o.classes(), o.attributes());
    return affix.content().isEmpty() ? null : affix;
  }

  static Textarea textarea(Options o) {
    return area(o).build();
  }

  private static Textarea.Builder area(Options o) {
    return single(Textarea.builder(o.textOr("name", "")), o)
        .value(o.text("value"))
        .rows(o.number("rows", 5))
        .autocomplete(o.text("autocomplete"))
        .spellcheck(o.flagOrNull("spellcheck"));
  }

  static Textarea characterCount(Options o) {
    boolean words = o.has("maxwords");
    boolean limited = words || o.has("maxlength");
    Map<String, String> messages = new LinkedHashMap<>();
    for (String unit : List.of("characters", "words")) {
      for (String state : List.of("Under", "At", "Over")) {
        String option = unit + state + "LimitText";
        String key = unit + "-" + state.toLowerCase(Locale.ROOT) + "-limit";
        Options forms = o.map(option);
        if (forms != null) {
          forms.all().keySet().forEach(form -> messages.put(key + "." + form, forms.text(form)));
        } else if (o.has(option)) {
          messages.put(key, o.text(option));
        }
      }
    }
    String usual = "You can enter up to %{count} " + (words ? "words" : "characters");
    CharacterCount count =
        new CharacterCount(
            limited ? o.number(words ? "maxwords" : "maxlength", 0) : null,
            words,
            o.has("threshold") ? o.number("threshold", 0) : null,
            o.textOr("textareaDescriptionText", limited ? usual : ""),
            o.mapOrEmpty("countMessage").classes(),
            messages,
            null);
    return area(o).count(count).build();
  }

  static Select select(Options o) {
    Select.Builder builder = single(Select.builder(o.textOr("name", "")), o);
    builder.value(o.has("value") ? o.text("value") : null);
    for (Options item : o.list("items")) {
      builder.option(
          new Select.Option(
              item.textOr("text", ""),
              item.text("value"),
              item.flagOrNull("selected"),
              item.flag("disabled"),
              item.attributes()));
    }
    return builder.build();
  }

  static FileUpload fileUpload(Options o) {
    return single(FileUpload.builder(o.textOr("name", "")), o)
        .multiple(o.flag("multiple"))
        .value(o.text("value"))
        .build();
  }

  static Radios radios(Options o) {
    Radios.Builder builder =
        common(
            Radios.builder(o.textOr("name", "")),
            o,
            o.textOr("idPrefix", o.text("name")),
            "beforeInputs",
            "afterInputs");
    o.list("items").forEach(item -> builder.choice(choice(item)));
    return builder.value(o.has("value") ? o.text("value") : null).build();
  }

  static Checkboxes checkboxes(Options o) {
    Checkboxes.Builder builder =
        common(
            Checkboxes.builder(o.textOr("name", "")),
            o,
            o.textOr("idPrefix", o.text("name")),
            "beforeInputs",
            "afterInputs");
    o.list("items").forEach(item -> builder.choice(choice(item)));
    return builder.values(o.texts("values")).build();
  }

  private static Choice choice(Options o) {
    if (o.has("divider")) {
      return Choice.divider(o.text("divider"));
    }
    Options label = o.mapOrEmpty("label");
    Options hint = o.map("hint");
    Html conditional = o.mapOrEmpty("conditional").content("", "html");
    return Choice.builder(o.textOr("value", ""), o.content())
        .id(o.has("id") ? o.text("id") : null)
        .name(o.text("name"))
        .hint(hint == null ? null : FixtureAdapters.hint(hint))
        .conditional(conditional.isEmpty() ? null : conditional)
        .checked(o.flagOrNull("checked"))
        .disabled(o.flag("disabled"))
        .exclusive("exclusive".equals(o.text("behaviour")))
        .label(label.classes(), label.attributes())
        .attributes(o.attributes())
        .build();
  }

  static DateInput dateInput(Options o) {
    DateInput.Builder builder =
        common(
            DateInput.builder(o.textOr("id", "")), o, o.text("id"), "beforeInputs", "afterInputs");
    List<DateInput.Part> parts = new ArrayList<>();
    for (Options item : o.list("items")) {
      String name = item.text("name");
      parts.add(
          new DateInput.Part(
              name,
              Html.text(item.textOr("label", capital(name))),
              item.text("id"),
              item.classes(),
              item.text("value"),
              hints(item),
              item.attributes()));
    }
    if (parts.isEmpty()) {
      for (String name : List.of("day", "month", "year")) {
        String width = "govuk-input--width-" + (name.equals("year") ? 4 : 2);
        parts.add(
            new DateInput.Part(
                name,
                Html.text(capital(name)),
                null,
                width,
                null,
                InputHints.NONE,
                Attributes.NONE));
      }
    }
    return builder.parts(parts).namePrefix(o.text("namePrefix")).build();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
