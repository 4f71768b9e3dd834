package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A field of several lines, with or without a count of what is left.
 *
 * @param field what all fields have
 * @param value what the field holds, or null
 * @param rows the height in lines
 * @param hints what the browser may do with the field
 * @param count the limit, or null
 */
public record Textarea(
    Field field, @Nullable String value, int rows, InputHints hints, @Nullable CharacterCount count)
    implements Component {

  /** Starts a field of this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public Html toHtml() {
    String infoId = count == null ? null : field.id() + "-info";
    Element area =
        Element.of("textarea")
            .cls(
                "govuk-textarea",
                field.errorClass("govuk-textarea--error"),
                count == null ? null : "govuk-js-character-count",
                field.classes())
            .attr("id", field.id())
            .attr("name", field.name())
            .attr("dir", field.writingDirection())
            .attr("rows", Integer.toString(rows))
            .attr("spellcheck", hints.spellcheck() == null ? null : "" + hints.spellcheck())
            .flag("disabled", field.disabled())
            .attr("aria-describedby", field.describedByIds(Render.ids(infoId, field.describedBy())))
            .attr("autocomplete", hints.autocomplete())
            .attrs(field.attributes().values())
            .text(value);
    return Render.html(
        (count == null ? field.labelledGroup() : countedGroup(count))
            .html(field.before().value())
            .add(area)
            .html(count == null ? "" : countMessage(count))
            .html(field.after().value()));
  }

  private Element countedGroup(CharacterCount count) {
    Element group =
        Element.of("div")
            .cls(
                "govuk-form-group",
                field.errorClass("govuk-form-group--error"),
                "govuk-character-count",
                field.groupClasses())
            .attr("data-module", "govuk-character-count")
            .attr(count.words() ? "data-maxwords" : "data-maxlength", text(count.limit()))
            .attr("data-threshold", text(count.threshold()));
    if (count.limit() == null) {
      group.attrIfAny("data-i18n.textarea-description.other", count.description());
    }
    count.messages().forEach((key, text) -> group.attr("data-i18n." + key, text));
    return group
        .attrs(field.groupAttributes().values())
        .html(Render.markup(field.label() == null ? null : field.label().forField(field.id())))
        .html(field.help());
  }

  private String countMessage(CharacterCount count) {
    String text =
        count.description() == null || count.limit() == null
            ? ""
            : count.description().replace("%{count}", count.limit().toString());
    Attributes language =
        count.language() == null
            ? Attributes.NONE
            : Attributes.of("lang", count.language()).and("dir", "ltr");
    String classes = ("govuk-character-count__message " + count.countClasses()).strip();
    return Render.markup(new Hint(Html.text(text), field.id() + "-info", classes, language));
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  /** Leaves out the value, which is somebody's answer. */
  @Override
  public String toString() {
    return "Textarea[" + field + "]";
  }

  /** Builds a field of several lines. */
  public static final class Builder extends FieldBuilder<Builder> {
    private @Nullable String value;
    private int rows = 5;
    private InputHints hints = InputHints.NONE;
    private @Nullable CharacterCount count;

    private Builder(String name) {
      super(name);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what the field holds: what the citizen wrote, even when it is wrong. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Sets the height in lines. */
    public Builder rows(int rows) {
      this.rows = rows;
      return this;
    }

    /** Sets the autofill token. */
    public Builder autocomplete(@Nullable String token) {
      this.hints = hints.withAutocomplete(token);
      return this;
    }

    /** Sets whether the browser checks the spelling. */
    public Builder spellcheck(@Nullable Boolean on) {
      this.hints = hints.withSpellcheck(on);
      return this;
    }

    /** Sets the limit in characters; call {@link #locale} first when it is not Swedish. */
    public Builder maxLength(int characters) {
      return count(CharacterCount.characters(locale(), characters));
    }

    /** Sets the limit. */
    public Builder count(@Nullable CharacterCount count) {
      this.count = count;
      return this;
    }

    /** Returns the field. */
    public Textarea build() {
      return new Textarea(labelledField(), value, rows, hints, count);
    }
  }
}
