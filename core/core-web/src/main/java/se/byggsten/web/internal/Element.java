package se.byggsten.web.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one element; every text and attribute value is escaped on the way in.
 *
 * <p>Components are written with this and not with jte, because their callers add attributes by
 * name, which jte's HTML mode rightly refuses in a template.
 */
public final class Element {
  private static final Set<String> VOID = Set.of("input", "img", "br", "hr", "meta");

  private final String tag;
  private final StringBuilder head;
  private final StringBuilder body = new StringBuilder();

  private Element(String tag) {
    this.tag = tag;
    this.head = new StringBuilder("<").append(tag);
  }

  /** Starts an element; the tag is a literal of the program. */
  public static Element of(String tag) {
    return new Element(tag);
  }

  /** Sets the classes, leaving out the null and the blank. */
  public Element cls(@Nullable String... names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        all.append(all.isEmpty() ? "" : " ").append(name.strip());
      }
    }
    return all.isEmpty() ? this : attr("class", all.toString());
  }

  /** Sets an attribute, unless the value is null. */
  public Element attr(String name, @Nullable String value) {
    if (value != null) {
      head.append(' ').append(name).append("=\"").append(Escape.html(value)).append('"');
    }
    return this;
  }

  /** Sets an attribute, unless the value is null or empty. */
  public Element attrIfAny(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? this : attr(name, value);
  }

  /** Sets an attribute without a value when it is on. */
  public Element flag(String name, boolean on) {
    if (on) {
      head.append(' ').append(name);
    }
    return this;
  }

  /** Sets attributes whose names were checked before. */
  public Element attrs(Map<String, String> attributes) {
    attributes.forEach(this::attr);
    return this;
  }

  /** Adds text. */
  public Element text(@Nullable String text) {
    if (text != null) {
      body.append(Escape.html(text));
    }
    return this;
  }

  /** Adds markup that is already safe. */
  public Element html(@Nullable String safe) {
    if (safe != null) {
      body.append(safe);
    }
    return this;
  }

  /** Adds a child, unless it is null. */
  public Element add(@Nullable Element child) {
    if (child != null) {
      body.append(child);
    }
    return this;
  }

  /** Tells whether the element has no content. */
  public boolean isEmpty() {
    return body.isEmpty();
  }

  @Override
  public String toString() {
    if (tag.equals("textarea")) {
      // The parser drops the first line feed of a textarea, so that one is given away.
      return head + ">\n" + body + "</textarea>";
    }
    return VOID.contains(tag) ? head + ">" : head + ">" + body + "</" + tag + ">";
  }
}
