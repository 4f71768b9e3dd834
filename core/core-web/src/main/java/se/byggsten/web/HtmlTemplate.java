package se.byggsten.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.internal.Holes;

/**
 * Markup that was made once and has holes to be filled for each request.
 *
 * <p>Draw components with holes in place of what differs, compile the result, keep it, and fill it:
 *
 * <pre>{@code
 * Html drawn = TextInput.builder("namn").label("Namn").value(HtmlTemplate.text("value")).build().toHtml();
 * HtmlTemplate template = HtmlTemplate.compile(drawn);
 * Html html = template.fill().text("value", "Åsa <3").toHtml();
 * }</pre>
 *
 * <p>What fills a text hole is escaped for where it stands: as text, in an attribute, as a part of
 * an address (percent-encoded), or as a whole address (only {@code http}, {@code https}, {@code
 * mailto}, {@code tel} or a relative one). A hole where nothing can be made safe, such as in a tag,
 * a comment or a script, is refused when the template is compiled. The marks of holes are
 * private-use characters (U+E000 to U+E001), so texts of a template may not hold these; what fills
 * a hole may hold anything.
 *
 * <p>Templates are immutable and can be used from many threads.
 */
public final class HtmlTemplate {
  private final String[] literals;
  private final List<Holes.Hole> holes;
  private final int[] slots;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final int size;

  private HtmlTemplate(Holes found) {
    this.literals = found.literals().toArray(String[]::new);
    this.holes = found.holes();
    this.slots = new int[holes.size()];
    int length = 0;
    for (String literal : literals) {
      length += literal.length();
    }
    this.size = length + 32 * holes.size();
    for (int i = 0; i < slots.length; i++) {
      String name = holes.get(i).name();
      slots[i] = names.computeIfAbsent(name, n -> names.size());
    }
  }

  /**
   * Returns a hole for text, to be given where a component takes a text or an attribute's value.
   *
   * @param name letters, digits, hyphens, dots and underscores
   * @return the mark of the hole
   */
  public static String text(String name) {
    return Holes.mark('t', name);
  }

  /**
   * Returns a hole for markup, to be given where a component takes {@link Html}.
   *
   * @param name letters, digits, hyphens, dots and underscores
   * @return the mark of the hole
   */
  public static Html markup(String name) {
    return Html.trusted(Holes.mark('m', name));
  }

  /**
   * Returns an attribute without a value that is there when its hole is filled with true.
   *
   * @param attribute the attribute, such as {@code checked}
   * @param name letters, digits, hyphens, dots and underscores
   * @return the attribute
   */
  public static Attributes flag(String attribute, String name) {
    return Attributes.of(attribute, Holes.mark('f', name));
  }

  /**
   * Returns an attribute that is there when its hole is filled.
   *
   * @param attribute the attribute, such as {@code aria-describedby}
   * @param name letters, digits, hyphens, dots and underscores
   * @return the attribute
   */
  public static Attributes optional(String attribute, String name) {
    return Attributes.of(attribute, Holes.mark('o', name));
  }

  /**
   * Finds the holes of markup.
   *
   * @param drawn markup with holes
   * @return the template
   * @throws IllegalArgumentException when a hole stands where its content could not be made safe
   */
  public static HtmlTemplate compile(Html drawn) {
    return new HtmlTemplate(Holes.find(drawn.value()));
  }

  /** Returns the names of the holes, in the order in which they first stand. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names.keySet());
  }

  /**
   * Writes a template that has no holes but for text, filled.
   *
   * @param out where to write
   * @param texts one for each name, in the order of {@link #names()}
   * @throws IllegalArgumentException when there are too few or too many, or as {@link
   *     Filling#writeTo(StringBuilder)} does
   */
  public void writeTexts(HtmlBuilder out, String... texts) {
    if (texts.length != names.size()) {
      throw new IllegalArgumentException(this + " has " + names.size() + " names");
    }
    for (int i = 0; i < slots.length; i++) {
      out.addTrusted(literals[i]).addTrusted(holes.get(i).filled(texts[slots[i]]));
    }
    out.addTrusted(literals[slots.length]);
  }

  /** Starts to fill the holes. */
  public Filling fill() {
    return new Filling(this);
  }

  @Override
  public String toString() {
    return "HtmlTemplate" + names.keySet();
  }

  private void write(StringBuilder out, @Nullable Object[] values) {
    int length = out.length() + size;
    for (Object value : values) {
      length += value instanceof Html html ? html.value().length() : 0;
    }
    out.ensureCapacity(length);
    for (int i = 0; i < slots.length; i++) {
      out.append(literals[i]);
      holes.get(i).write(out, values[slots[i]]);
    }
    out.append(literals[slots.length]);
  }

  /** What fills the holes of one template, once; for one thread. */
  public static final class Filling {
    private final HtmlTemplate template;
    private final @Nullable Object[] values;

    private Filling(HtmlTemplate template) {
      this.template = template;
      this.values = new @Nullable Object[template.names.size()];
    }

    /**
     * Fills a text hole, which must be filled.
     *
     * @param name the hole
     * @param text any text
     * @return this
     * @throws IllegalArgumentException when there is no such hole
     */
    public Filling text(String name, String text) {
      return put(name, Objects.requireNonNull(text, "text"));
    }

    /**
     * Fills a markup hole, which must be filled.
     *
     * @param name the hole
     * @param markup safe markup
     * @return this
     * @throws IllegalArgumentException when there is no such hole
     */
    public Filling markup(String name, Html markup) {
      return put(name, Objects.requireNonNull(markup, "markup"));
    }

    /**
     * Turns a flag on or off; it is off when nothing is said.
     *
     * @param name the hole
     * @param on whether the attribute is there
     * @return this
     * @throws IllegalArgumentException when there is no such hole
     */
    public Filling flag(String name, boolean on) {
      return put(name, on);
    }

    /**
     * Fills an optional attribute; it is left out when nothing is said, or null.
     *
     * @param name the hole
     * @param value the attribute's value, or null
     * @return this
     * @throws IllegalArgumentException when there is no such hole
     */
    public Filling optional(String name, @Nullable String value) {
      return put(name, value);
    }

    private Filling put(String name, @Nullable Object value) {
      Integer slot = template.names.get(name);
      if (slot == null) {
        throw new IllegalArgumentException("No hole " + name + " in " + template);
      }
      values[slot] = value;
      return this;
    }

    /**
     * Writes the filled template.
     *
     * @param out where to write
     * @throws IllegalArgumentException when a text or markup hole is not filled, is filled with the
     *     wrong kind, or an address may not stand in a link
     */
    public void writeTo(StringBuilder out) {
      template.write(out, values);
    }

    /**
     * Returns the filled template.
     *
     * @return the markup
     * @throws IllegalArgumentException as {@link #writeTo(StringBuilder)} does
     */
    public Html toHtml() {
      StringBuilder out = new StringBuilder(template.size);
      writeTo(out);
      return Html.trusted(out.toString());
    }

    /** Leaves out what fills the holes, which may be somebody's answers. */
    @Override
    public String toString() {
      return "Filling of " + template;
    }
  }
}
