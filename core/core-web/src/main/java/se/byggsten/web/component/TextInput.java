package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A field of one line.
 *
 * @param field what all fields have
 * @param type the type, {@code text} mostly
 * @param value what the field holds, or null
 * @param hints what the browser may do with the field
 * @param prefix the unit before, or null
 * @param suffix the unit after, or null
 * @param wrapperClasses extra classes on the wrapper of field and units, may be empty
 * @param wrapperAttributes extra attributes on that wrapper
 */
public record TextInput(
    Field field,
    String type,
    @Nullable String value,
    InputHints hints,
    @Nullable Affix prefix,
    @Nullable Affix suffix,
    String wrapperClasses,
    Attributes wrapperAttributes)
    implements Component {

  /** Starts a field of this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    Element input =
        Element.of("input")
            .cls("govuk-input", field.classes(), field.errorClass("govuk-input--error"))
            .attr("id", field.id())
            .attr("name", field.name())
            .attr("type", type)
            .attr("dir", field.writingDirection())
            .attr("spellcheck", hints.spellcheck() == null ? null : "" + hints.spellcheck())
            .attr("value", value)
            .flag("disabled", field.disabled())
            .attr("aria-describedby", field.describedByIds())
            .attr("autocomplete", hints.autocomplete())
            .attr("autocapitalize", hints.autocapitalize())
            .attr("pattern", hints.pattern())
            .attr("inputmode", hints.inputmode())
            .attrs(field.attributes().values());
    Element group = field.labelledGroup();
    boolean bare =
        prefix == null && suffix == null && field.before().isEmpty() && field.after().isEmpty();
    if (bare) {
      return Render.html(group.add(input));
    }
    return Render.html(
        group.add(
            Element.of("div")
                .cls("govuk-input__wrapper", wrapperClasses)
                .attrs(wrapperAttributes.values())
                .html(field.before().value())
                .add(affix(prefix, "govuk-input__prefix"))
                .add(input)
                .add(affix(suffix, "govuk-input__suffix"))
                .html(field.after().value())));
  }

  private static @Nullable Element affix(@Nullable Affix affix, String className) {
    return affix == null
        ? null
        : Element.of("div")
            .cls(className, affix.classes())
            .attr("aria-hidden", "true")
            .attrs(affix.attributes().values())
            .html(affix.content().value());
  }

  /** Leaves out the value, which is somebody's answer. */
  @Override
  public String toString() {
    return "TextInput[" + field + "]";
  }

  /** Builds a field of one line. */
  public static final class Builder extends FieldBuilder<Builder> {
    private String type = "text";
    private @Nullable String value;
    private InputHints hints = InputHints.NONE;
    private @Nullable Affix prefix;
    private @Nullable Affix suffix;
    private String wrapperClasses = "";
    private Attributes wrapperAttributes = Attributes.NONE;

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the type, such as {@code email} or {@code tel}. */
    public Builder type(String type) {
      this.type = type;
      return this;
    }

    /** Sets what the field holds: what the citizen wrote, even when it is wrong. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Sets the width in characters: 2, 3, 4, 5, 10, 20 or 30. */
    public Builder width(int characters) {
      return classes("govuk-input--width-" + characters);
    }

    /** Sets the autofill token (WCAG 1.3.5), such as {@code given-name}. */
    public Builder autocomplete(@Nullable String token) {
      this.hints = hints.withAutocomplete(token);
      return this;
    }

    /** Sets the keyboard, such as {@code numeric}. */
    public Builder inputmode(@Nullable String mode) {
      this.hints = hints.withInputmode(mode);
      return this;
    }

    /** Sets what the browser may do with the field. */
    public Builder hints(InputHints hints) {
      this.hints = hints;
      return this;
    }

    /** Sets the unit before the field. */
    public Builder prefix(@Nullable Affix prefix) {
      this.prefix = prefix;
      return this;
    }

    /** Sets the unit after the field. */
    public Builder suffix(@Nullable Affix suffix) {
      this.suffix = suffix;
      return this;
    }

    /** Sets classes and attributes of the wrapper round field and units. */
    public Builder wrapper(String classes, Attributes attributes) {
      this.wrapperClasses = classes;
      this.wrapperAttributes = attributes;
      return this;
    }

    /** Returns the field. */
    public TextInput build() {
      return new TextInput(
          labelledField(), type, value, hints, prefix, suffix, wrapperClasses, wrapperAttributes);
    }
  }
}
