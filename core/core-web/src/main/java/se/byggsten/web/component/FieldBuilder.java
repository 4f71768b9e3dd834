package se.byggsten.web.component;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;

/**
 * Builds what all fields have.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FieldBuilder<B extends FieldBuilder<B>>
    permits TextInput.Builder,
        Autocomplete.Builder,
        Textarea.Builder,
        Select.Builder,
        FileUpload.Builder,
        Radios.Builder,
        Checkboxes.Builder,
        DateInput.Builder {
  private final String name;
  private @Nullable String id;
  private @Nullable Label label;
  private @Nullable Fieldset fieldset;
  private @Nullable Hint hint;
  private @Nullable Html errorText;
  private @Nullable ErrorMessage error;
  private @Nullable String describedBy;
  private String classes = "";
  private Attributes attributes = Attributes.NONE;
  private boolean disabled;
  private String groupClasses = "";
  private Attributes groupAttributes = Attributes.NONE;
  private Html before = Html.EMPTY;
  private Html after = Html.EMPTY;
  private Locale locale = Locale.forLanguageTag("sv");

  FieldBuilder(String name) {
    this.name = name;
  }

  abstract B self();

  /** Sets the id of the field, or of the first of its parts; else it is the name. */
  public B id(String id) {
    this.id = id;
    return self();
  }

  /** Sets the label of a single field. */
  public B label(String text) {
    return label(Label.of(text));
  }

  /** Sets the label of a single field. */
  public B label(Label label) {
    this.label = label;
    return self();
  }

  /** Sets the legend of a field with several parts. */
  public B legend(String text) {
    return legend(Legend.of(text));
  }

  /** Sets the legend of a field with several parts. */
  public B legend(Legend legend) {
    return fieldset(Fieldset.of(legend));
  }

  /** Sets the group of a field with several parts; its content is replaced by the parts. */
  public B fieldset(Fieldset fieldset) {
    this.fieldset = fieldset;
    return self();
  }

  /** Sets the help text; null takes it away. */
  public B hint(@Nullable String text) {
    return hint(text == null ? null : Hint.of(text));
  }

  /** Sets the help text; null takes it away. */
  public B hint(@Nullable Hint hint) {
    this.hint = hint;
    return self();
  }

  /** Sets what is wrong; null says that nothing is. */
  public B error(@Nullable String text) {
    this.errorText = text == null ? null : Html.text(text);
    this.error = null;
    return self();
  }

  /** Sets what is wrong; null says that nothing is. */
  public B error(@Nullable ErrorMessage error) {
    this.error = error;
    this.errorText = null;
    return self();
  }

  /** Sets ids of other things that describe the field; they come before hint and error. */
  public B describedBy(@Nullable String ids) {
    this.describedBy = ids;
    return self();
  }

  /** Sets extra classes on the control. */
  public B classes(String classes) {
    this.classes = classes;
    return self();
  }

  /** Adds an attribute to the control. */
  public B attribute(String name, String value) {
    this.attributes = attributes.and(name, value);
    return self();
  }

  /** Sets the extra attributes of the control. */
  public B attributes(Attributes attributes) {
    this.attributes = attributes;
    return self();
  }

  /** Makes the control unusable. */
  public B disabled(boolean disabled) {
    this.disabled = disabled;
    return self();
  }

  /** Sets extra classes on the group. */
  public B groupClasses(String classes) {
    this.groupClasses = classes;
    return self();
  }

  /** Sets the extra attributes of the group. */
  public B groupAttributes(Attributes attributes) {
    this.groupAttributes = attributes;
    return self();
  }

  /** Sets markup before the control. */
  public B before(Html before) {
    this.before = before;
    return self();
  }

  /** Sets markup after the control. */
  public B after(Html after) {
    this.after = after;
    return self();
  }

  /** Sets the language of the texts that the component adds; Swedish from the start. */
  public B locale(Locale locale) {
    this.locale = locale;
    return self();
  }

  final Locale locale() {
    return locale;
  }

  final Field field() {
    return new Field(
        name,
        id == null ? name : id,
        label,
        fieldset,
        hint,
        errorText == null ? error : ErrorMessage.of(locale, errorText),
        describedBy,
        classes,
        attributes,
        disabled,
        groupClasses,
        groupAttributes,
        before,
        after,
        locale);
  }

  final Field labelledField() {
    Render.needed(label, "The label of " + name);
    return field();
  }
}
