package se.byggsten.web.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one element; every text and attribute value is escaped on the way in.
 *
 * <p>Components are written with this and not with jte, because their callers add attributes by
 * name, which jte's HTML mode rightly refuses in a template. Attributes come before content, so
 * that all is written once.
 */
public final class Element {
  private static final Set<String> VOID = Set.of("input", "img", "br", "hr", "meta");
  private static final Set<String> TEXT_ALONE = Set.of("option", "textarea", "title");
  private static final Set<String> READ = Set.of("aria-label", "title", "alt", "placeholder");
  private static final int USUAL = 160;

  private final String tag;
  private final StringBuilder out = new StringBuilder(USUAL);
  private boolean open = true;

  private Element(String tag) {
    this.tag = tag;
    out.append('<').append(tag);
  }

  /** Starts an element; the tag is a literal of the program. */
  public static Element of(String tag) {
    return new Element(tag);
  }

  /** Sets the classes, leaving out the null and the blank. */
  public Element cls(@Nullable String... names) {
    boolean any = false;
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        attributesOnly();
        out.append(any ? " " : " class=\"");
        Escape.value(out, name.strip());
        any = true;
      }
    }
    if (any) {
      out.append('"');
    }
    return this;
  }

  /** Sets an attribute, unless the value is null; a passage that is read says its language. */
  public Element attr(String name, @Nullable String value) {
    if (value != null) {
      attributesOnly();
      out.append(' ').append(name).append("=\"");
      Escape.value(out, value);
      out.append('"');
      if (!value.isEmpty() && Passages.isMark(value.charAt(0)) && READ.contains(name)) {
        language(value);
      }
    }
    return this;
  }

  private void language(String text) {
    String tag = Passages.tag(text);
    if (tag != null) {
      out.append(Passages.attributes(tag));
    }
  }

  /** Sets an attribute, unless the value is null or empty. */
  public Element attrIfAny(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? this : attr(name, value);
  }

  /** Sets an attribute without a value when it is on. */
  public Element flag(String name, boolean on) {
    if (on) {
      attributesOnly();
      out.append(' ').append(name);
    }
    return this;
  }

  /** Sets attributes whose names were checked before. */
  public Element attrs(Map<String, String> attributes) {
    if (!attributes.isEmpty()) {
      attributes.forEach(this::attr);
    }
    return this;
  }

  /** Adds text; an element that holds text alone says itself which language it is in. */
  public Element text(@Nullable String text) {
    if (text != null && !text.isEmpty()) {
      boolean alone = TEXT_ALONE.contains(tag);
      if (alone && open) {
        language(text);
      }
      content();
      if (alone) {
        Escape.value(out, text);
      } else {
        Escape.append(out, text);
      }
    }
    return this;
  }

  /** Adds markup that is already safe. */
  public Element html(@Nullable String safe) {
    if (safe != null && !safe.isEmpty()) {
      content();
      out.append(safe);
    }
    return this;
  }

  /** Adds a child, unless it is null; the child is then finished. */
  public Element add(@Nullable Element child) {
    if (child != null) {
      content();
      out.append(child.out);
      child.finish(out);
    }
    return this;
  }

  private void attributesOnly() {
    if (!open) {
      throw new IllegalStateException("Attributes of " + tag + " come before its content");
    }
  }

  private void content() {
    if (open) {
      open = false;
      // The parser drops the first line feed of a textarea, so that one is given away.
      out.append(tag.equals("textarea") ? ">\n" : ">");
    }
  }

  /** Writes what follows on what has been written: the end of the start tag, and the end tag. */
  private void finish(StringBuilder to) {
    if (open) {
      to.append(tag.equals("textarea") ? ">\n" : ">");
    }
    if (!VOID.contains(tag)) {
      to.append("</").append(tag).append('>');
    }
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(out.length() + tag.length() + 5).append(out);
    finish(all);
    return all.toString();
  }
}
