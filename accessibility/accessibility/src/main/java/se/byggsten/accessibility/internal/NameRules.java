package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** The rules about names: whatever can be used or read has one. */
final class NameRules {
  private static final Set<String> FIELDS =
      Set.of(
          "checkbox",
          "combobox",
          "listbox",
          "menuitemcheckbox",
          "menuitemradio",
          "radio",
          "searchbox",
          "slider",
          "spinbutton",
          "switch",
          "textbox");

  private static final Set<String> LINKS =
      Set.of("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref");

  private NameRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.ofEntries(
        Map.entry(
            "A11Y-BUTTON-NAME", dom -> unnamed(dom, NameRules::button, "knappen saknar namn")),
        Map.entry("A11Y-LINK-NAME", dom -> unnamed(dom, NameRules::link, "länken saknar namn")),
        Map.entry(
            "A11Y-FIELD-NAME", dom -> unnamed(dom, NameRules::field, "fältet saknar etikett")),
        Map.entry("A11Y-IMAGE-NAME", NameRules::image),
        Map.entry(
            "A11Y-IMAGE-BUTTON-NAME",
            dom -> unnamed(dom, NameRules::imageButton, "bildknappen saknar namn")),
        Map.entry(
            "A11Y-MENUITEM-NAME",
            dom -> unnamed(dom, NameRules::menuitem, "menyvalet saknar namn")),
        Map.entry(
            "A11Y-OBJECT-NAME",
            dom -> unnamed(dom, NameRules::object, "objektet saknar textbeskrivning")),
        Map.entry(
            "A11Y-SUMMARY-NAME", dom -> unnamed(dom, NameRules::summary, "summary saknar text")),
        Map.entry("A11Y-SVG-NAME", dom -> unnamed(dom, NameRules::svg, "svg saknar namn")),
        Map.entry("A11Y-IFRAME-NAME", dom -> unnamed(dom, NameRules::iframe, "iframe saknar namn")),
        Map.entry("A11Y-HEADING-NAME", dom -> unnamed(dom, NameRules::heading, "rubriken är tom")),
        Map.entry("A11Y-GROUP-NAME", NameRules::group));
  }

  private static List<Hit> unnamed(Dom dom, BiPredicate<Dom, Element> applies, String message) {
    Names names = new Names(dom);
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (applies.test(dom, e) && names.of(e).isEmpty()) {
        hits.add(new Hit(e, message));
      }
    }
    return hits;
  }

  private static boolean button(Dom dom, Element e) {
    return dom.exposed(e)
        && "button".equals(Roles.of(dom, e))
        && !inputOfType(e, "image")
        && !e.normalName().equals("summary");
  }

  private static boolean link(Dom dom, Element e) {
    String role = Roles.of(dom, e);
    return dom.exposed(e) && role != null && LINKS.contains(role);
  }

  private static boolean field(Dom dom, Element e) {
    String role = Roles.of(dom, e);
    boolean typed = e.normalName().equals("input") && role == null && e.hasAttr("type");
    return dom.exposed(e)
        && !e.normalName().equals("option")
        && (typed || (role != null && FIELDS.contains(role)));
  }

  private static boolean imageButton(Dom dom, Element e) {
    return dom.exposed(e) && inputOfType(e, "image");
  }

  private static boolean menuitem(Dom dom, Element e) {
    return dom.exposed(e) && "menuitem".equals(Roles.of(dom, e));
  }

  private static boolean object(Dom dom, Element e) {
    if (!e.normalName().equals("object") || !dom.exposed(e) || e.attr("data").isBlank()) {
      return false;
    }
    // HTML and text speak for themselves; an object that may not load is shown as its content.
    String kind = Dom.lower(e.attr("type") + " " + e.attr("data"));
    boolean media =
        kind.matches(".*(image/|audio/|video/|\\.(png|jpe?g|gif|svg|webp|mp3|mp4|ogg|wav|webm)).*");
    return media && Roles.explicit(e) == null;
  }

  private static boolean summary(Dom dom, Element e) {
    Element parent = e.parent();
    return e.normalName().equals("summary")
        && dom.exposed(e)
        && (Roles.explicit(e) == null || Roles.decorative(Roles.explicit(e)))
        && parent != null
        && parent.normalName().equals("details")
        && parent.children().stream()
            .filter(c -> c.normalName().equals("summary"))
            .findFirst()
            .orElse(e)
            .equals(e);
  }

  private static boolean svg(Dom dom, Element e) {
    boolean inSvg = e.normalName().equals("svg") || e.closest("svg") != null;
    String role = Roles.explicit(e);
    return inSvg
        && dom.exposed(e)
        && role != null
        && Set.of("img", "image", "graphics-document", "graphics-symbol").contains(role);
  }

  private static boolean iframe(Dom dom, Element e) {
    return e.normalName().equals("iframe")
        && dom.exposed(e)
        && dom.inTabOrder(e)
        && !Roles.decorative(Roles.explicit(e));
  }

  private static boolean heading(Dom dom, Element e) {
    return dom.exposed(e) && "heading".equals(Roles.of(dom, e));
  }

  private static List<Hit> image(Dom dom) {
    Names names = new Names(dom);
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      boolean image =
          (e.normalName().equals("img")
                  && (Roles.explicit(e) == null
                      || "img".equals(Roles.of(dom, e))
                      || Roles.decorative(Roles.explicit(e))))
              || ("img".equals(Roles.explicit(e)) && !e.normalName().equals("svg"));
      if (!image || !dom.exposed(e) || Roles.decorative(Roles.of(dom, e))) {
        continue;
      }
      boolean decorated =
          e.normalName().equals("img")
              && e.hasAttr("alt")
              && e.attr("alt").isEmpty()
              && !e.hasAttr("aria-label")
              && !e.hasAttr("aria-labelledby");
      if (!decorated && names.of(e).isEmpty()) {
        hits.add(new Hit(e, "bilden saknar textbeskrivning"));
      }
    }
    return hits;
  }

  /** Radio buttons, and check boxes of one name, stand in a group with a name of its own. */
  private static List<Hit> group(Dom dom) {
    Names names = new Names(dom);
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.tags("input")) {
      String type = Dom.lower(e.attr("type"));
      boolean several =
          type.equals("radio")
              || (type.equals("checkbox") && !e.attr("name").isEmpty() && sameName(dom, e) > 1);
      if (!several || !dom.exposed(e)) {
        continue;
      }
      boolean named = false;
      for (Element at = e.parent(); at != null && !named; at = at.parent()) {
        String role = Roles.of(dom, at);
        named = ("group".equals(role) || "radiogroup".equals(role)) && !names.of(at).isEmpty();
      }
      if (!named) {
        hits.add(new Hit(e, "fältet hör inte till en grupp med rubrik"));
      }
    }
    return hits;
  }

  private static long sameName(Dom dom, Element e) {
    return dom.tags("input").stream()
        .filter(o -> o.attr("name").equals(e.attr("name")) && inputOfType(o, "checkbox"))
        .limit(2)
        .count();
  }

  private static boolean inputOfType(Element e, String type) {
    return e.normalName().equals("input") && e.attr("type").equalsIgnoreCase(type);
  }
}
