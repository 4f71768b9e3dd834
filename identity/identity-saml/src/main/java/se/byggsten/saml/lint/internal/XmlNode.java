package se.byggsten.saml.lint.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.finding.Location;

/** An element of metadata, with its place in the text. */
public final class XmlNode {
  private static final int LONGEST_SHOWN = 120;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final String namespace;
  private final String name;
  private final Map<String, String> attributes;
  private final @Nullable XmlNode parent;
  private final int ordinal;
  private final int line;
  private final int column;
  private final List<XmlNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> counted = new HashMap<>();

  public XmlNode(
      String namespace,
      String name,
      Map<String, String> attributes,
      @Nullable XmlNode parent,
      int line,
      int column) {
    this.namespace = namespace;
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.line = line;
    this.column = column;
    if (parent == null) {
      ordinal = 1;
    } else {
      // A step by local name alone counts every namespace, a step with a prefix its own.
      boolean known = !Names.step(namespace, name).startsWith("*");
      int bySame = parent.counted.merge("{" + namespace + "}" + name, 1, Integer::sum);
      int byName = parent.counted.merge(name, 1, Integer::sum);
      ordinal = known ? bySame : byName;
      parent.children.add(this);
    }
  }

  public boolean is(String inNamespace, String named) {
    return namespace.equals(inNamespace) && name.equals(named);
  }

  public String namespace() {
    return namespace;
  }

  public @Nullable XmlNode parent() {
    return parent;
  }

  public List<XmlNode> children() {
    return List.copyOf(children);
  }

  public List<XmlNode> children(String inNamespace, String named) {
    return children.stream().filter(child -> child.is(inNamespace, named)).toList();
  }

  /** The first of these children. */
  public Optional<XmlNode> child(String inNamespace, String named) {
    return children.stream().filter(child -> child.is(inNamespace, named)).findFirst();
  }

  /** What stands in the extensions of this element. */
  public List<XmlNode> extensions(String inNamespace, String named) {
    return children(Names.MD, "Extensions").stream()
        .flatMap(extensions -> extensions.children(inNamespace, named).stream())
        .toList();
  }

  /** Every element of this name below this one. */
  public List<XmlNode> below(String inNamespace, String named) {
    List<XmlNode> found = new ArrayList<>();
    for (XmlNode child : children) {
      if (child.is(inNamespace, named)) {
        found.add(child);
      }
      found.addAll(child.below(inNamespace, named));
    }
    return found;
  }

  public Optional<String> attribute(String named) {
    return Optional.ofNullable(attributes.get(named));
  }

  public Optional<String> attribute(String inNamespace, String named) {
    return Optional.ofNullable(attributes.get("{" + inNamespace + "}" + named));
  }

  /** A true boolean of XML Schema. */
  public boolean isTrue(String named) {
    return attribute(named).map(String::strip).filter(v -> v.matches("true|1")).isPresent();
  }

  /** The language tag of the text, in lower case; empty when there is none. */
  public String language() {
    return attribute(Names.XML, "lang").map(tag -> tag.split("-", 2)[0]).orElse("");
  }

  public boolean hasLanguage(String language) {
    return language().equalsIgnoreCase(language);
  }

  /** The text of the element itself, without the space around it. */
  public String text() {
    return text.toString().strip();
  }

  public void append(char[] characters, int start, int length) {
    text.append(characters, start, length);
  }

  /** Forgets a child that has been judged. */
  public void forget(XmlNode child) {
    children.remove(child);
  }

  /** How people name the element. */
  public String shown() {
    return Names.shown(namespace, name);
  }

  /** The XPath to the element, with the usual prefixes. */
  public String path() {
    String step = Names.step(namespace, name);
    if (parent == null) {
      return "/" + step;
    }
    boolean alone =
        ordinal == 1 && parent.children.stream().filter(c -> c.step().equals(step)).count() < 2;
    boolean forgotten = is(Names.MD, "EntityDescriptor") || is(Names.MD, "EntitiesDescriptor");
    return parent.path() + "/" + step + (alone && !forgotten ? "" : "[" + ordinal + "]");
  }

  private String step() {
    return Names.step(namespace, name);
  }

  public Location where(String resource) {
    return new Location(
        resource, Optional.of(path()), OptionalInt.of(line), OptionalInt.of(column));
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  /** What was written, short enough to be told. */
  public static String cut(String value) {
    // What is invisible or begins a new line could make a report say something else.
    String stripped = INVISIBLE.matcher(value.strip()).replaceAll("\uFFFD");
    return stripped.length() <= LONGEST_SHOWN
        ? stripped
        : stripped.substring(0, LONGEST_SHOWN) + "…";
  }

  @Override
  public String toString() {
    return path();
  }
}
