package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;

/**
 * One radio button or checkbox, or the word between two of them.
 *
 * @param value what is sent
 * @param content what is shown
 * @param divider a word such as {@code eller} in place of a choice, or null
 * @param id the id, or null for the usual one
 * @param name the name of a checkbox that has its own, or null
 * @param hint the help text, or null
 * @param conditional what is shown only when this is chosen, or null
 * @param checked true or false to say so, null to go by the field's value
 * @param disabled true when it cannot be chosen
 * @param exclusive true for a checkbox that clears the others
 * @param labelClasses extra classes on the label, may be empty
 * @param labelAttributes extra attributes on the label
 * @param attributes extra attributes on the control
 */
public record Choice(
    String value,
    Html content,
    @Nullable String divider,
    @Nullable String id,
    @Nullable String name,
    @Nullable Hint hint,
    @Nullable Html conditional,
    @Nullable Boolean checked,
    boolean disabled,
    boolean exclusive,
    String labelClasses,
    Attributes labelAttributes,
    Attributes attributes) {

  /** Returns a plain choice. */
  public static Choice of(String value, String text) {
    return builder(value, Html.text(text)).build();
  }

  /** Returns a word between two choices. */
  public static Choice divider(String word) {
    Builder builder = builder("", Html.EMPTY);
    builder.divider = word;
    return builder.build();
  }

  /** Starts a choice with more to it. */
  public static Builder builder(String value, String text) {
    return builder(value, Html.text(text));
  }

  /** Starts a choice with more to it. */
  public static Builder builder(String value, Html content) {
    return new Builder(value, content);
  }

  /** Leaves out the texts: a choice may name a child. */
  @Override
  public String toString() {
    return "Choice";
  }

  /** Builds a choice. */
  public static final class Builder {
    private final String value;
    private final Html content;
    private @Nullable String divider;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable Hint hint;
    private @Nullable Html conditional;
    private @Nullable Boolean checked;
    private boolean disabled;
    private boolean exclusive;
    private String labelClasses = "";
    private Attributes labelAttributes = Attributes.NONE;
    private Attributes attributes = Attributes.NONE;

    private Builder(String value, Html content) {
      this.value = value;
      this.content = content;
    }

    /** Sets the id. */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /** Sets the name of a checkbox that has its own. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets the help text. */
    public Builder hint(@Nullable String text) {
      return hint(text == null ? null : Hint.of(text));
    }

    /** Sets the help text. */
    public Builder hint(@Nullable Hint hint) {
      this.hint = hint;
      return this;
    }

    /** Sets what is shown only when this is chosen; without the script it is always shown. */
    public Builder conditional(@Nullable Html conditional) {
      this.conditional = conditional;
      return this;
    }

    /** Says that it is chosen or not, whatever the field's value is. */
    public Builder checked(@Nullable Boolean checked) {
      this.checked = checked;
      return this;
    }

    /** Makes it unusable. */
    public Builder disabled(boolean disabled) {
      this.disabled = disabled;
      return this;
    }

    /** Makes a checkbox clear the others, as {@code Inget av dessa} does. */
    public Builder exclusive(boolean exclusive) {
      this.exclusive = exclusive;
      return this;
    }

    /** Sets classes and attributes of the label. */
    public Builder label(String classes, Attributes attributes) {
      this.labelClasses = classes;
      this.labelAttributes = attributes;
      return this;
    }

    /** Sets the extra attributes of the control. */
    public Builder attributes(Attributes attributes) {
      this.attributes = attributes;
      return this;
    }

    /** Returns the choice. */
    public Choice build() {
      return new Choice(
          value,
          content,
          divider,
          id,
          name,
          hint,
          conditional,
          checked,
          disabled,
          exclusive,
          labelClasses,
          labelAttributes,
          attributes);
    }
  }
}
