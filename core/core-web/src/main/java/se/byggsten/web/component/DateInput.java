package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * A date that the citizen knows by heart, in parts.
 *
 * <p>Swedish order from the start: year, month, day.
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
      String label,
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
    return new Builder(name);
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
    private @Nullable String year;
    private @Nullable String month;
    private @Nullable String day;
    private List<String> wrong = List.of();

    private Builder(String name) {
      super(name);
      this.namePrefix = name;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what the three parts hold: what the citizen wrote, even when it is wrong. */
    public Builder value(@Nullable String year, @Nullable String month, @Nullable String day) {
      this.year = year;
      this.month = month;
      this.day = day;
      return this;
    }

    /** Marks the parts that are wrong, by name: {@code year}, {@code month}, {@code day}. */
    public Builder wrongParts(List<String> names) {
      this.wrong = List.copyOf(names);
      return this;
    }

    /** Sets the parts, when they are not the usual three. */
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
        all = List.of(part("year", 4, year), part("month", 2, month), part("day", 2, day));
      }
      return new DateInput(field(), all, namePrefix);
    }

    private Part part(String name, int width, @Nullable String value) {
      boolean error = wrong.contains(name);
      return new Part(
          name,
          Texts.of(locale()).get("date." + name),
          null,
          "govuk-input--width-" + width + (error ? " govuk-input--error" : ""),
          value,
          InputHints.NONE,
          Attributes.NONE);
    }
  }
}
