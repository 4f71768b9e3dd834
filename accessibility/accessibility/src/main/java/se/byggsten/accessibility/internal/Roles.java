package se.byggsten.accessibility.internal;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What an element is to assistive technology: its role by HTML-AAM and by its role attribute. */
final class Roles {
  private static final Set<String> SECTIONING =
      Set.of("article", "aside", "main", "nav", "section");

  private Roles() {}

  /** Returns the role, with none and presentation undone where the element must be exposed. */
  static @Nullable String of(Dom dom, Element e) {
    return dom.role(e);
  }

  /** Works out the role; {@link Dom} remembers it. */
  static @Nullable String compute(Dom dom, Element e) {
    String explicit = explicit(e);
    if (explicit == null) {
      return implicit(dom, e);
    }
    if (decorative(explicit) && conflict(dom, e)) {
      return implicit(dom, e);
    }
    return explicit;
  }

  static boolean decorative(@Nullable String role) {
    return "none".equals(role) || "presentation".equals(role);
  }

  /** Returns the first role of the attribute that exists. */
  static @Nullable String explicit(Element e) {
    if (e.attributesSize() == 0 || !e.hasAttr("role")) {
      return null;
    }
    for (String token : Dom.tokens(Dom.lower(e.attr("role")))) {
      if (Aria.TABLES.roles.containsKey(token)) {
        return token;
      }
    }
    return null;
  }

  /** Whether the element is exposed in spite of being marked as decoration (WAI-ARIA 1.2, 5.4). */
  static boolean conflict(Dom dom, Element e) {
    if (dom.focusable(e)) {
      return true;
    }
    return hasGlobalAttribute(e);
  }

  /** Whether the element carries a WAI-ARIA attribute that every role has. */
  static boolean hasGlobalAttribute(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    for (Attribute a : e.attributes()) {
      Aria.Attribute known = Aria.TABLES.attributes.get(Dom.lower(a.getKey()));
      if (known != null && known.global() && !a.getKey().equalsIgnoreCase("aria-hidden")) {
        return true;
      }
    }
    return false;
  }

  static @Nullable String implicit(Dom dom, Element e) {
    return switch (e.normalName()) {
      case "a", "area" -> e.hasAttr("href") ? "link" : "generic";
      case "article" -> "article";
      case "aside" -> "complementary";
      case "blockquote" -> "blockquote";
      case "button" -> "button";
      case "caption" -> "caption";
      case "code" -> "code";
      case "datalist" -> "listbox";
      case "del", "s" -> "deletion";
      case "details", "fieldset", "optgroup", "hgroup", "address" -> "group";
      case "dfn" -> "term";
      case "dialog" -> "dialog";
      case "em" -> "emphasis";
      case "figure" -> "figure";
      case "footer" -> insideSection(e) ? "generic" : "contentinfo";
      case "form" -> "form";
      case "h1", "h2", "h3", "h4", "h5", "h6" -> "heading";
      case "header" -> insideSection(e) ? "generic" : "banner";
      case "hr" -> "separator";
      case "html" -> "document";
      case "img" -> e.hasAttr("alt") && e.attr("alt").isEmpty() ? "presentation" : "img";
      case "input" -> input(dom, e);
      case "ins" -> "insertion";
      case "li" -> inList(e) ? "listitem" : "generic";
      case "main" -> "main";
      case "mark" -> "mark";
      case "math" -> "math";
      case "menu", "ol", "ul" -> "list";
      case "meter" -> "meter";
      case "nav" -> "navigation";
      case "option" -> "option";
      case "output" -> "status";
      case "p" -> "paragraph";
      case "progress" -> "progressbar";
      case "search" -> "search";
      case "section" -> named(e) ? "region" : "generic";
      case "select" ->
          e.hasAttr("multiple") || e.attr("size").matches("[2-9]|\\d{2,5}")
              ? "listbox"
              : "combobox";
      case "strong" -> "strong";
      case "sub" -> "subscript";
      case "sup" -> "superscript";
      case "table" -> "table";
      case "tbody", "tfoot", "thead" -> "rowgroup";
      case "td" -> inGrid(e) ? "gridcell" : "cell";
      case "textarea" -> "textbox";
      case "th" -> "row".equalsIgnoreCase(e.attr("scope")) ? "rowheader" : "columnheader";
      case "time" -> "time";
      case "tr" -> "row";
      case "svg" -> "graphics-document";
      case "b",
          "bdi",
          "bdo",
          "body",
          "data",
          "div",
          "i",
          "pre",
          "q",
          "samp",
          "small",
          "span",
          "u" ->
          "generic";
      default -> null;
    };
  }

  private static @Nullable String input(Dom dom, Element e) {
    boolean list = e.hasAttr("list") && dom.byId(e.attr("list")) != null;
    return switch (Dom.lower(e.attr("type"))) {
      case "button", "submit", "reset", "image" -> "button";
      case "checkbox" -> "checkbox";
      case "radio" -> "radio";
      case "range" -> "slider";
      case "number" -> "spinbutton";
      case "search" -> list ? "combobox" : "searchbox";
      case "hidden",
          "color",
          "date",
          "datetime-local",
          "file",
          "month",
          "password",
          "time",
          "week" ->
          null;
      default -> list ? "combobox" : "textbox";
    };
  }

  private static boolean named(Element e) {
    return e.hasAttr("aria-label") || e.hasAttr("aria-labelledby") || e.hasAttr("title");
  }

  private static boolean insideSection(Element e) {
    for (Element at = e.parent(); at != null; at = at.parent()) {
      if (SECTIONING.contains(at.normalName())
          || Set.of("article", "complementary", "main", "navigation", "region")
              .contains(at.attr("role"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean inList(Element e) {
    Element parent = e.parent();
    return parent != null && Set.of("ul", "ol", "menu").contains(parent.normalName());
  }

  private static boolean inGrid(Element e) {
    for (Element at = e.parent(); at != null; at = at.parent()) {
      if (at.normalName().equals("table")) {
        return at.attr("role").equals("grid") || at.attr("role").equals("treegrid");
      }
    }
    return false;
  }
}
