package se.byggsten.accessibility.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The accessible name of an element, after Accessible Name and Description Computation 1.2. */
final class Names {
  private static final int MAX_DEPTH = 120;

  private final Dom dom;

  Names(Dom dom) {
    this.dom = dom;
  }

  /** Returns the accessible name, "" when there is none. */
  String of(Element e) {
    return clean(compute(e, fresh(), false, false, 0));
  }

  /** Returns the accessible description from aria-describedby and aria-errormessage. */
  String description(Element e) {
    return clean(
        referenced(e.attr("aria-describedby") + " " + e.attr("aria-errormessage"), fresh(), 0));
  }

  /** Returns the text that the ids refer to. */
  private String referenced(String ids, Set<Element> visited, int depth) {
    StringBuilder text = new StringBuilder();
    for (String id : Dom.tokens(ids)) {
      Element target = dom.byId(id);
      if (target != null) {
        text.append(' ').append(compute(target, visited, true, !dom.rendered(target), depth + 1));
      }
    }
    return text.toString();
  }

  private String compute(
      Element e, Set<Element> visited, boolean byReference, boolean throughHidden, int depth) {
    if (depth > MAX_DEPTH || !visited.add(e)) {
      return "";
    }
    if (!throughHidden
        && (!dom.rendered(e) || dom.hiddenFromAssistiveTechnology(e))
        && !byReference) {
      return "";
    }
    if (!byReference || depth == 0) {
      String labelled = e.attr("aria-labelledby");
      if (!labelled.isBlank()) {
        String text = clean(referenced(labelled, fresh(), depth));
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    if (!e.attr("aria-label").isBlank()) {
      return e.attr("aria-label");
    }
    boolean decorative = Roles.decorative(Roles.explicit(e)) && !Roles.conflict(dom, e);
    String natively = decorative ? "" : natively(e, depth, throughHidden);
    if (!natively.isBlank()) {
      return natively;
    }
    String role = Roles.of(dom, e);
    Aria.Role known = Aria.TABLES.role(role);
    if (byReference
        || depth > 0
        || (known != null && known.fromContent())
        || e.normalName().equals("summary")) {
      String content = content(e, visited, throughHidden, depth);
      if (!content.isBlank()) {
        return content;
      }
    }
    if (!e.attr("title").isBlank() && !decorative) {
      return e.attr("title");
    }
    if (Set.of("input", "textarea").contains(e.normalName())) {
      return e.attr("placeholder").isBlank() ? e.attr("aria-placeholder") : e.attr("placeholder");
    }
    return "";
  }

  private String natively(Element e, int depth, boolean throughHidden) {
    return switch (e.normalName()) {
      case "img", "area" -> e.attr("alt");
      case "input" -> input(e, depth);
      case "select", "textarea", "meter", "progress", "output", "button" -> labels(e, depth);
      case "fieldset" -> child(e, "legend", depth, throughHidden);
      case "table" -> child(e, "caption", depth, throughHidden);
      case "figure" -> child(e, "figcaption", depth, throughHidden);
      case "svg" -> child(e, "title", depth, true);
      default -> "";
    };
  }

  private String input(Element e, int depth) {
    String type = Dom.lower(e.attr("type"));
    return switch (type) {
      case "submit", "reset" -> e.hasAttr("value") ? e.attr("value") : "Submit";
      case "button" -> e.attr("value").isBlank() ? labels(e, depth) : e.attr("value");
      case "image" -> e.attr("alt");
      default -> {
        String label = labels(e, depth);
        // Inside the label of something else, what is filled in is part of the name.
        yield label.isBlank() && depth > 0 ? e.attr("value") : label;
      }
    };
  }

  private String labels(Element e, int depth) {
    if (depth > 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    List<Element> labels = dom.labelsFor(e);
    for (Element label : labels) {
      Set<Element> visited = fresh();
      visited.add(e);
      text.append(' ').append(compute(label, visited, false, false, 1));
    }
    return text.toString();
  }

  private String child(Element e, String tag, int depth, boolean throughHidden) {
    for (Element child : e.children()) {
      if (child.normalName().equals(tag)) {
        return tag.equals("title")
            ? child.wholeText()
            : compute(child, fresh(), false, throughHidden, depth + 1);
      }
    }
    return "";
  }

  private String content(Element e, Set<Element> visited, boolean throughHidden, int depth) {
    StringBuilder text = new StringBuilder();
    for (Node node : e.childNodes()) {
      if (node instanceof TextNode t) {
        text.append(t.getWholeText());
      } else if (node instanceof Element child) {
        boolean block = child.isBlock() || child.normalName().equals("br");
        text.append(block ? " " : "")
            .append(compute(child, visited, false, throughHidden, depth + 1))
            .append(block ? " " : "");
      }
    }
    return text.toString();
  }

  private static Set<Element> fresh() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  static String clean(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
