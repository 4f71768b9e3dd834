package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * A date, month or time that the citizen knows by heart, in parts.
 *
 * <p>Swedish order from the start: year, month, day; or hour and minute of a 24-hour clock.
 *
 * @param field what all fields have; its id is the group's
 * @param parts the parts in order
 * @param namePrefix what the parts' names start with, or null for nothing
 */
public record DateInput(Field field, List<Part> parts, @Nullable String namePrefix)
    implements Component {

  /** Keeps a copy of the parts. */
  public DateInput {
    parts = List.copyOf(parts);
  }

  /**
   * One part of the date.
   *
   * @param name the name, after the prefix
   * @param label what is asked for
   * @param id the id, or null for the group's id and the name
   * @param classes extra classes, such as a width
   * @param value what the part holds, or null
   * @param hints what the browser may do with the field
   * @param attributes extra attributes
   */
  public record Part(
      String name,
      Html label,
      @Nullable String id,
      String classes,
      @Nullable String value,
      InputHints hints,
      Attributes attributes) {
    /** Leaves out the value, which may be somebody's birthday. */
    @Override
    public String toString() {
      return "Part[" + name + "]";
    }
  }

  /** Starts a date; the parts are sent as name-year, name-month and name-day. */
  public static Builder builder(String name) {
    return new Builder(name, List.of("year", "month", "day"));
  }

  /** Starts a month; the parts are sent as name-year and name-month. */
  public static Builder month(String name) {
    return new Builder(name, List.of("year", "month"));
  }

  /** Starts a time; the parts are sent as name-hour and name-minute. */
  public static Builder time(String name) {
    return new Builder(name, List.of("hour", "minute"));
  }

  @Override
  public Html toHtml() {
    Element group =
        Element.of("div")
            .cls("govuk-date-input", field.classes())
            .attrs(field.attributes().values())
            .attr("id", field.id())
            .html(field.before().value());
    for (Part part : parts) {
      group.add(Element.of("div").cls("govuk-date-input__item").html(input(part)));
    }
    return field.fieldsetGroup(group.html(field.after().value()), "group");
  }

  private String input(Part part) {
    InputHints hints = part.hints();
    return TextInput.builder(namePrefix == null ? part.name() : namePrefix + "-" + part.name())
        .id(part.id() == null ? field.id() + "-" + part.name() : part.id())
        .label(Label.of(part.label()).withClasses("govuk-date-input__label"))
        .classes("govuk-date-input__input " + part.classes())
        .value(part.value())
        .hints(hints.inputmode() == null ? hints.withInputmode("numeric") : hints)
        .attributes(part.attributes())
        .disabled(field.disabled())
        .build()
        .toHtml()
        .value();
  }

  /** Leaves out the value, which may be somebody's birthday. */
  @Override
  public String toString() {
    return "DateInput[" + field + "]";
  }

  /** Builds a date. */
  public static final class Builder extends FieldBuilder<Builder> {
    private final List<Part> parts = new ArrayList<>();
    private @Nullable String namePrefix;
    private final List<String> names;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private List<String> wrong = List.of();

    private Builder(String name, List<String> names) {
      super(name);
      this.namePrefix = name;
      this.names = names;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what the three parts hold: what the citizen wrote, even when it is wrong. */
    public Builder value(@Nullable String year, @Nullable String month, @Nullable String day) {
      return part("year", year).part("month", month).part("day", day);
    }

    /** Sets what one of the parts holds, by name; null for nothing. */
    public Builder part(String name, @Nullable String value) {
      if (value == null) {
        values.remove(name);
      } else {
        values.put(name, value);
      }
      return this;
    }

    /** Sets the autofill token of one part (WCAG 1.3.5), such as {@code bday-year}. */
    public Builder autocomplete(String name, String token) {
      tokens.put(name, token);
      return this;
    }

    /** Marks the parts that are wrong, by name, such as {@code year} or {@code minute}. */
    public Builder wrongParts(List<String> names) {
      this.wrong = List.copyOf(names);
      return this;
    }

    /** Sets the parts, when they are not the usual ones. */
    public Builder parts(List<Part> parts) {
      this.parts.clear();
      this.parts.addAll(parts);
      return this;
    }

    /** Sets what the parts' names start with; null for nothing. */
    public Builder namePrefix(@Nullable String prefix) {
      this.namePrefix = prefix;
      return this;
    }

    /** Returns the field. */
    public DateInput build() {
      List<Part> all = parts;
      if (all.isEmpty()) {
        all = names.stream().map(this::usual).toList();
      }
      return new DateInput(field(), all, namePrefix);
    }

    private Part usual(String name) {
      int width = name.equals("year") ? 4 : 2;
      boolean error = wrong.contains(name);
      return new Part(
          name,
          Html.trusted(Texts.of(locale()).html("date." + name)),
          null,
          "govuk-input--width-" + width + (error ? " govuk-input--error" : ""),
          values.get(name),
          InputHints.NONE.withAutocomplete(tokens.get(name)),
          Attributes.NONE);
    }
  }
}
