package se.byggsten.archive.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of METS, with no more than validation needs. */
final class Element {
  private static final String[] NONE = {};

  private final String name;
  private final @Nullable Element parent;
  private final int ordinal;
  private final int line;
  private String[] attributes = NONE;
  private List<Element> children = List.of();
  private String text = "";

  Element(String name, @Nullable Element parent, int ordinal, int line) {
    this.name = name;
    this.parent = parent;
    this.ordinal = ordinal;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  int ordinal() {
    return ordinal;
  }

  List<Element> children() {
    return children;
  }

  String text() {
    return text;
  }

  void attributes(String[] namesAndValues) {
    attributes = namesAndValues;
  }

  void addChild(Element child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(child);
  }

  void text(String value) {
    text = value;
  }

  @Nullable String attribute(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  String attributeOrEmpty(String attribute) {
    String value = attribute(attribute);
    return value == null ? "" : value;
  }

  /** The place as XPath, each step with its number among elements of the same name. */
  String path() {
    StringBuilder out = new StringBuilder();
    for (Element e = this; e != null; e = e.parent) {
      out.insert(0, "/" + e.name + (e.parent == null ? "" : "[" + e.ordinal + "]"));
    }
    return out.toString();
  }
}
