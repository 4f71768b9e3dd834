package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.byggsten.web.Component;
import se.byggsten.web.Html;

/**
 * Choices of which any number may be picked.
 *
 * @param field what all fields have
 * @param choices the choices in order
 * @param values the chosen values
 */
public record Checkboxes(Field field, List<Choice> choices, Set<String> values)
    implements Component {

  /** Keeps a copy of the choices. */
  public Checkboxes {
    choices = List.copyOf(choices);
    values = Set.copyOf(values);
  }

  /** Starts a field of this name; the first choice gets the field's id. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    return new Choices(
            field,
            "govuk-checkboxes",
            "checkbox",
            values,
            field.fieldset() == null ? field.describedByIds() : null)
        .toHtml(choices);
  }

  /** Leaves out what is chosen, which is somebody's answer. */
  @Override
  public String toString() {
    return "Checkboxes[" + field + "]";
  }

  /** Builds the field. */
  public static final class Builder extends FieldBuilder<Builder> {
    private final List<Choice> choices = new ArrayList<>();
    private Set<String> values = Set.of();

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Adds a choice. */
    public Builder choice(String value, String text) {
      return choice(Choice.of(value, text));
    }

    /** Adds a choice. */
    public Builder choice(Choice choice) {
      choices.add(choice);
      return this;
    }

    /** Sets the chosen values. */
    public Builder values(Collection<String> values) {
      this.values = Set.copyOf(values);
      return this;
    }

    /** Shows smaller controls, for lists that staff work with. */
    public Builder small() {
      return classes("govuk-checkboxes--small");
    }

    /** Returns the field. */
    public Checkboxes build() {
      return new Checkboxes(field(), choices, values);
    }
  }
}
