package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A list to pick one from; radios are easier for most people when there are few.
 *
 * @param field what all fields have
 * @param options the choices in order
 * @param value the chosen value, or null
 * @param searchable true when the script makes it a combobox to write in
 */
public record Select(Field field, List<Option> options, @Nullable String value, boolean searchable)
    implements Component {

  /** Keeps a copy of the choices. */
  public Select {
    options = List.copyOf(options);
  }

  /**
   * One choice.
   *
   * @param text what is shown
   * @param value what is sent; null for the text itself
   * @param selected true or false to say so, null to go by the list's value
   * @param disabled true when it cannot be chosen
   * @param attributes extra attributes
   */
  public record Option(
      String text,
      @Nullable String value,
      @Nullable Boolean selected,
      boolean disabled,
      Attributes attributes) {
    /** Returns a choice. */
    public static Option of(String value, String text) {
      return new Option(text, value, null, false, Attributes.NONE);
    }

    private boolean isSelected(@Nullable String chosen) {
      if (selected != null) {
        return selected;
      }
      return chosen != null && chosen.equals(value == null ? text : value);
    }
  }

  /** Starts a field of this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    Element select =
        Element.of("select")
            .cls("govuk-select", field.classes(), field.errorClass("govuk-select--error"))
            .attr("id", field.id())
            .attr("name", field.name())
            .flag("disabled", field.disabled())
            .attr("aria-describedby", field.describedByIds())
            .attrs(field.attributes().values());
    if (searchable) {
      Combobox.mark(select, field.locale());
    }
    for (Option option : options) {
      select.add(
          Element.of("option")
              .attr("value", option.value())
              .flag("selected", option.isSelected(value))
              .flag("disabled", option.disabled())
              .attrs(option.attributes().values())
              .text(option.text()));
    }
    return Render.html(
        field.labelledGroup().html(field.before().value()).add(select).html(field.after().value()));
  }

  /** Leaves out the value, which is somebody's answer. */
  @Override
  public String toString() {
    return "Select[" + field + "]";
  }

  /** Builds a list to pick from. */
  public static final class Builder extends FieldBuilder<Builder> {
    private final List<Option> options = new ArrayList<>();
    private @Nullable String value;
    private boolean searchable;

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Adds a choice. */
    public Builder option(String value, String text) {
      return option(Option.of(value, text));
    }

    /** Adds a choice. */
    public Builder option(Option option) {
      options.add(option);
      return this;
    }

    /** Sets the chosen value. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /**
     * Lets the script make it a combobox to write in (WAI-ARIA Authoring Practices), for long
     * lists.
     */
    public Builder searchable() {
      this.searchable = true;
      return this;
    }

    /** Returns the field. */
    public Select build() {
      return new Select(labelledField(), options, value, searchable);
    }
  }
}
