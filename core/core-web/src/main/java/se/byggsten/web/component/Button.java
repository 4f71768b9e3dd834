package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A button, or a link that looks like one.
 *
 * @param content the text
 * @param href where a link goes, or null for a button
 * @param type {@code submit}, {@code button} or {@code reset}
 * @param name the name that is sent, or null
 * @param value the value that is sent, or null
 * @param disabled true when it cannot be used
 * @param start true for the button that starts the service
 * @param preventDoubleClick whether the script ignores a second click, or null for not saying
 * @param block id, classes and attributes
 */
public record Button(
    Html content,
    @Nullable String href,
    String type,
    @Nullable String name,
    @Nullable String value,
    boolean disabled,
    boolean start,
    @Nullable Boolean preventDoubleClick,
    Block block)
    implements Component {

  /** Returns a button that sends the form; a second click is ignored. */
  public static Button submit(String text) {
    return builder(text).preventDoubleClick(true).build();
  }

  /** Returns the less important button, with a name and value to tell it by. */
  public static Button secondary(String text, String name, String value) {
    return builder(text).secondary().named(name, value).build();
  }

  /** Returns a link that starts the service. */
  public static Button start(String text, String href) {
    return builder(text).href(href).start(true).build();
  }

  /** Starts a button. */
  public static Builder builder(String text) {
    return builder(Html.text(text));
  }

  /** Starts a button. */
  public static Builder builder(Html content) {
    return new Builder(content);
  }

  /** Puts buttons beside each other. */
  public static Html group(Component... buttons) {
    return Render.html(Element.of("div").cls("govuk-button-group").html(Html.of(buttons).value()));
  }

  @Override
  public Html toHtml() {
    Element element =
        block
            .on(href == null ? "button" : "a", "govuk-button", start ? "govuk-button--start" : null)
            .attr("data-module", "govuk-button");
    if (href != null) {
      element.attr("href", href).attr("role", "button").attr("draggable", "false");
    } else {
      element
          .attrIfAny("value", value)
          .attr("type", type)
          .attrIfAny("name", name)
          .flag("disabled", disabled)
          .attr("aria-disabled", disabled ? "true" : null)
          .attr(
              "data-prevent-double-click",
              preventDoubleClick == null ? null : preventDoubleClick.toString());
    }
    return Render.html(element.html(content.value()).add(start ? startIcon() : null));
  }

  private static Element startIcon() {
    return Element.of("svg")
        .cls("govuk-button__start-icon")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", "17.5")
        .attr("height", "19")
        .attr("viewBox", "0 0 33 40")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .add(
            Element.of("path")
                .attr("fill", "currentColor")
                .attr("d", "M0 0h13l20 20-20 20H0l20-20z"));
  }

  /** Builds a button. */
  public static final class Builder {
    private final Html content;
    private @Nullable String href;
    private String type = "submit";
    private @Nullable String name;
    private @Nullable String value;
    private boolean disabled;
    private boolean start;
    private @Nullable Boolean preventDoubleClick;
    private @Nullable String id;
    private String classes = "";
    private Attributes attributes = Attributes.NONE;

    private Builder(Html content) {
      this.content = content;
    }

    /** Makes it a link. */
    public Builder href(@Nullable String href) {
      this.href = href;
      return this;
    }

    /** Sets the type. */
    public Builder type(String type) {
      this.type = type;
      return this;
    }

    /** Sets the name and value that are sent. */
    public Builder named(@Nullable String name, @Nullable String value) {
      this.name = name;
      this.value = value;
      return this;
    }

    /** Makes it unusable. */
    public Builder disabled(boolean disabled) {
      this.disabled = disabled;
      return this;
    }

    /** Makes it the button that starts the service. */
    public Builder start(boolean start) {
      this.start = start;
      return this;
    }

    /** Lets the script ignore a second click; the server is idempotent all the same. */
    public Builder preventDoubleClick(@Nullable Boolean prevent) {
      this.preventDoubleClick = prevent;
      return this;
    }

    /** Makes it the less important one. */
    public Builder secondary() {
      return classes("govuk-button--secondary");
    }

    /** Makes it the one that takes something away. */
    public Builder warning() {
      return classes("govuk-button--warning");
    }

    /** Sets the id. */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /** Sets extra classes. */
    public Builder classes(String classes) {
      this.classes = classes;
      return this;
    }

    /** Sets the extra attributes. */
    public Builder attributes(Attributes attributes) {
      this.attributes = attributes;
      return this;
    }

    /** Returns the button. */
    public Button build() {
      return new Button(
          content,
          href,
          type,
          name,
          value,
          disabled,
          start,
          preventDoubleClick,
          new Block(id, classes, attributes));
    }
  }
}
