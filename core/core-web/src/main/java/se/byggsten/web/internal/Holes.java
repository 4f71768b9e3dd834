package se.byggsten.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;

/**
 * The holes of a template and the markup between them.
 *
 * @param literals the markup before each hole and after the last
 * @param holes the holes in order
 */
public record Holes(List<String> literals, List<Hole> holes) {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "cite", "poster", "data");
  private static final Set<String> TEXT_ALONE = Set.of("option", "textarea", "title");
  private static final Set<String> RAW = Set.of("script", "style", "noscript", "template");

  /** What a hole takes, and how it is written. */
  public enum Kind {
    /** Text in content. */
    TEXT,
    /** Text in an attribute, or in an element that holds text alone. */
    VALUE,
    /** A part of an address. */
    ADDRESS_PART,
    /** A whole address. */
    ADDRESS,
    /** Markup. */
    MARKUP,
    /** An attribute without a value. */
    FLAG,
    /** A whole attribute that may be left out. */
    OPTIONAL
  }

  /**
   * One hole.
   *
   * @param name its name
   * @param kind what it takes
   * @param attribute the attribute with its leading space, for a flag or an optional attribute
   */
  public record Hole(String name, Kind kind, String attribute) {
    /** Writes what fills the hole. */
    public void write(StringBuilder out, @Nullable Object value) {
      switch (kind) {
        case TEXT -> Escape.append(out, text(value));
        case VALUE -> Escape.value(out, text(value));
        case ADDRESS_PART -> Urls.appendPart(out, text(value));
        case ADDRESS -> {
          if (!Urls.safe(text(value))) {
            throw new IllegalArgumentException("What fills " + name + " may not be linked to");
          }
          Escape.value(out, text(value));
        }
        case MARKUP -> {
          if (!(value instanceof Html html)) {
            throw unfilled("markup");
          }
          out.append(html.value());
        }
        case FLAG -> {
          if (Boolean.TRUE.equals(value)) {
            out.append(attribute);
          }
        }
        case OPTIONAL -> {
          if (value != null) {
            out.append(attribute).append("=\"");
            Escape.value(out, text(value));
            out.append('"');
          }
        }
      }
    }

    /** Returns what {@link #write} writes; most texts need no escaping and are not copied. */
    public String filled(String text) {
      if (kind == Kind.TEXT) {
        return Escape.html(text);
      }
      if (kind == Kind.VALUE) {
        return Escape.value(text);
      }
      StringBuilder out = new StringBuilder(text.length());
      write(out, text);
      return out.toString();
    }

    private String text(@Nullable Object value) {
      if (value instanceof String text) {
        return text;
      }
      throw unfilled("text");
    }

    private IllegalArgumentException unfilled(String what) {
      return new IllegalArgumentException("The hole " + name + " must be filled with " + what);
    }
  }

  /** Returns the mark of a hole for an address that the program itself chooses. */
  public static String ownAddress(String name) {
    return mark('r', name);
  }

  /** Returns the mark of a hole. */
  public static String mark(char kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a hole: " + name);
    }
    return "" + OPEN + kind + name + CLOSE;
  }

  /** Finds the holes of markup. */
  public static Holes find(String markup) {
    return new Scan(markup).run();
  }

  /** Walks through markup, knowing where in it each hole stands. */
  private static final class Scan {
    private final String markup;
    private final List<String> literals = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private int from;
    private boolean inTag;
    private boolean inValue;
    private int tagAt;
    private int valueAt;
    private String raw = "";
    private boolean textAlone;

    Scan(String markup) {
      this.markup = markup;
    }

    Holes run() {
      int i = 0;
      while (i < markup.length()) {
        char c = markup.charAt(i);
        if (c == OPEN) {
          i = hole(i);
          continue;
        }
        if (c == CLOSE) {
          throw refused("a mark of a hole alone");
        }
        step(c, i);
        i++;
      }
      if (inTag || inValue) {
        throw refused("markup that ends in a tag");
      }
      literals.add(markup.substring(from));
      return new Holes(List.copyOf(literals), List.copyOf(holes));
    }

    private void step(char c, int i) {
      if (inValue) {
        inValue = c != '"';
      } else if (inTag) {
        if (c == '"') {
          inValue = true;
          valueAt = i + 1;
        } else if (c == '>') {
          inTag = false;
          open(tag(i));
        }
      } else if (c == '<' && (raw.isEmpty() || markup.startsWith("</" + raw, i))) {
        if (markup.startsWith("<!--", i)) {
          throw refused("a comment");
        }
        inTag = true;
        tagAt = i + 1;
      }
    }

    private void open(String tag) {
      textAlone = TEXT_ALONE.contains(tag);
      if (tag.startsWith("/")) {
        raw = "";
      } else if (RAW.contains(tag)) {
        raw = tag;
      }
    }

    private String tag(int end) {
      int to = tagAt;
      while (to < end && !Character.isWhitespace(markup.charAt(to))) {
        to++;
      }
      return markup.substring(tagAt, to).toLowerCase(Locale.ROOT);
    }

    /** Takes the hole at a place and returns where the markup goes on. */
    private int hole(int at) {
      int close = markup.indexOf(CLOSE, at);
      if (close < at + 3 || !raw.isEmpty() || (inTag && !inValue)) {
        throw refused("a hole outside content and quoted values");
      }
      String name = markup.substring(at + 2, close);
      if (!NAME.matcher(name).matches()) {
        throw refused("a hole without a proper name");
      }
      char kind = markup.charAt(at + 1);
      return switch (kind) {
        case 't' ->
            add(name, inValue ? valueKind(at) : textAlone ? Kind.VALUE : Kind.TEXT, at, close + 1);
        // An address that the program itself chose, not a visitor.
        case 'r' -> add(name, Kind.VALUE, at, close + 1);
        case 'm' -> {
          if (inValue) {
            throw refused("markup in an attribute");
          }
          yield add(name, Kind.MARKUP, at, close + 1);
        }
        case 'f' -> whole(name, Kind.FLAG, at, close);
        case 'o' -> whole(name, Kind.OPTIONAL, at, close);
        default -> throw refused("a hole of no kind");
      };
    }

    private int add(String name, Kind kind, int at, int next) {
      literals.add(markup.substring(from, at));
      holes.add(new Hole(name, kind, ""));
      from = next;
      return next;
    }

    /** A hole that is the whole of an attribute takes the attribute with it. */
    private int whole(String name, Kind kind, int at, int close) {
      boolean quoted = close + 1 < markup.length() && markup.charAt(close + 1) == '"';
      if (!inValue || valueAt != at || !quoted) {
        throw refused("a flag that is not alone in its attribute");
      }
      String attribute = attribute();
      if (kind == Kind.OPTIONAL && valueKind(at) != Kind.VALUE) {
        throw refused("an optional address");
      }
      literals.add(markup.substring(from, valueAt - attribute.length() - 3));
      holes.add(new Hole(name, kind, " " + attribute));
      from = close + 2;
      inValue = false;
      return from;
    }

    private Kind valueKind(int at) {
      String attribute = attribute().toLowerCase(Locale.ROOT);
      if (attribute.startsWith("on") || attribute.equals("style") || attribute.equals("srcdoc")) {
        throw refused("a hole in " + attribute);
      }
      if (!ADDRESSES.contains(attribute)) {
        return Kind.VALUE;
      }
      return at == valueAt ? Kind.ADDRESS : Kind.ADDRESS_PART;
    }

    private String attribute() {
      int end = valueAt - 2;
      int start = end;
      while (start > tagAt && markup.charAt(start - 1) != ' ') {
        start--;
      }
      if (end <= start || markup.charAt(end) != '=' || markup.charAt(start - 1) != ' ') {
        throw refused("an attribute that cannot be read");
      }
      return markup.substring(start, end);
    }

    private static IllegalArgumentException refused(String what) {
      return new IllegalArgumentException("A template cannot have " + what);
    }
  }
}
