package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A field of one line that suggests what others write, but takes anything.
 *
 * <p>Without the script the browser suggests, from a {@code datalist}. The script makes it a
 * combobox with a list (WAI-ARIA Authoring Practices, combobox with list autocomplete) that finds
 * {@code Malmö} for {@code malmo}. For a closed list, use {@link Select.Builder#searchable()}.
 *
 * @param field what all fields have
 * @param suggestions what is suggested, in order
 * @param value what the field holds, or null
 * @param hints what the browser may do with the field
 */
public record Autocomplete(
    Field field, List<String> suggestions, @Nullable String value, InputHints hints)
    implements Component {

  /** Keeps a copy of the suggestions. */
  public Autocomplete {
    suggestions = List.copyOf(suggestions);
  }

  /** Starts a field of this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    String list = field.id() + "-list";
    Element input =
        Element.of("input")
            .cls("govuk-input", field.classes(), field.errorClass("govuk-input--error"))
            .attr("id", field.id())
            .attr("name", field.name())
            .attr("dir", field.writingDirection())
            .attr("type", "text")
            .attr("list", list)
            .attr("spellcheck", hints.spellcheck() == null ? null : hints.spellcheck().toString())
            .attr("value", value)
            .flag("disabled", field.disabled())
            .attr("aria-describedby", field.describedByIds())
            .attr("autocomplete", hints.autocomplete())
            .attr("autocapitalize", hints.autocapitalize())
            .attr("inputmode", hints.inputmode());
    Combobox.mark(input, field.locale()).attrs(field.attributes().values());
    Element options = Element.of("datalist").attr("id", list);
    for (String suggestion : suggestions) {
      options.add(Element.of("option").attr("value", suggestion));
    }
    return Render.html(
        field
            .labelledGroup()
            .html(field.before().value())
            .add(input)
            .add(options)
            .html(field.after().value()));
  }

  /** Leaves out the value, which is somebody's answer. */
  @Override
  public String toString() {
    return "Autocomplete[" + field + "]";
  }

  /** Builds the field. */
  public static final class Builder extends FieldBuilder<Builder> {
    private final List<String> suggestions = new ArrayList<>();
    private @Nullable String value;
    private InputHints hints = InputHints.NONE;

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Adds what is suggested. */
    public Builder suggestions(Collection<String> texts) {
      suggestions.addAll(texts);
      return this;
    }

    /** Sets what the field holds. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Sets what the browser may do with the field. */
    public Builder hints(InputHints hints) {
      this.hints = hints;
      return this;
    }

    /** Returns the field. */
    public Autocomplete build() {
      return new Autocomplete(labelledField(), suggestions, value, hints);
    }
  }
}
