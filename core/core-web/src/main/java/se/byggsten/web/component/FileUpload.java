package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A field for files; the form around it must be {@code multipart/form-data}.
 *
 * @param field what all fields have
 * @param multiple true when several files may be chosen
 * @param value the value, or null; browsers ignore it
 */
public record FileUpload(Field field, boolean multiple, @Nullable String value)
    implements Component {

  /** Starts a field of this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    Element input =
        Element.of("input")
            .cls("govuk-file-upload", field.classes(), field.errorClass("govuk-file-upload--error"))
            .attr("id", field.id())
            .attr("name", field.name())
            .attr("type", "file")
            .attrIfAny("value", value)
            .flag("disabled", field.disabled())
            .flag("multiple", multiple)
            .attr("aria-describedby", field.describedByIds())
            .attrs(field.attributes().values());
    return Render.html(
        field.labelledGroup().html(field.before().value()).add(input).html(field.after().value()));
  }

  /** Leaves out the value: a file's name may name somebody. */
  @Override
  public String toString() {
    return "FileUpload[" + field + "]";
  }

  /** Builds a field for files. */
  public static final class Builder extends FieldBuilder<Builder> {
    private boolean multiple;
    private @Nullable String value;

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Lets several files be chosen. */
    public Builder multiple(boolean multiple) {
      this.multiple = multiple;
      return this;
    }

    /** Sets the value, which browsers ignore. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Tells the browser which kinds of file to offer, such as {@code .pdf,image/jpeg}. */
    public Builder accept(String kinds) {
      return attribute("accept", kinds);
    }

    /** Returns the field. */
    public FileUpload build() {
      return new FileUpload(labelledField(), multiple, value);
    }
  }
}
