package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;

/**
 * Choices of which one may be picked.
 *
 * @param field what all fields have
 * @param choices the choices in order
 * @param value the chosen value, or null
 */
public record Radios(Field field, List<Choice> choices, @Nullable String value)
    implements Component {

  /** Keeps a copy of the choices. */
  public Radios {
    choices = List.copyOf(choices);
  }

  /** Starts a field of this name; the first choice gets the field's id. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    return new Choices(
            field, "govuk-radios", "radio", value == null ? Set.of() : Set.of(value), null)
        .toHtml(choices);
  }

  /** Leaves out what is chosen, which is somebody's answer. */
  @Override
  public String toString() {
    return "Radios[" + field + "]";
  }

  /** Builds the field. */
  public static final class Builder extends FieldBuilder<Builder> {
    private final List<Choice> choices = new ArrayList<>();
    private @Nullable String value;

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

    /** Sets the chosen value. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Shows the choices beside each other, for two short ones. */
    public Builder inline() {
      return classes("govuk-radios--inline");
    }

    /** Shows smaller controls, for lists that staff work with. */
    public Builder small() {
      return classes("govuk-radios--small");
    }

    /** Returns the field. */
    public Radios build() {
      return new Radios(field(), choices, value);
    }
  }
}
