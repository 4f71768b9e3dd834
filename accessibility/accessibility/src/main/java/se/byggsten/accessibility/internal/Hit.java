package se.byggsten.accessibility.internal;

import org.jsoup.nodes.Element;

/** A place where a rule does not hold. */
public record Hit(Element element, String message) {
  /** Returns a path to the element that holds no content of the page but ids and tag names. */
  public String path() {
    if (!element.id().isEmpty()
        && element.id().length() <= 40
        && element
            .id()
            .codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
      return element.tagName() + "#" + element.id();
    }
    StringBuilder path = new StringBuilder();
    Element at = element;
    for (int level = 0; at != null && level < 6 && !"#root".equals(at.tagName()); level++) {
      String step = at.tagName();
      Element parent = at.parent();
      if (parent != null && parent.childrenSize() > 1 && parent.childrenSize() < 1000) {
        step += ":" + (at.elementSiblingIndex() + 1);
      }
      path.insert(0, path.length() == 0 ? step : step + ">");
      at = parent;
    }
    return path.toString();
  }
}
