package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The rules about how a page hangs together: headings, landmarks, ids, order of focus, frames. */
final class StructureRules {
  private StructureRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.ofEntries(
        Map.entry("A11Y-DUPLICATE-ID", StructureRules::duplicateId),
        Map.entry("A11Y-IDREF", StructureRules::references),
        Map.entry("A11Y-ONE-H1", StructureRules::oneH1),
        Map.entry("A11Y-HEADING-ORDER", StructureRules::headingOrder),
        Map.entry("A11Y-LANDMARK-MAIN", dom -> landmark(dom, "main", "huvudinnehåll (main)")),
        Map.entry("A11Y-LANDMARK-BANNER", dom -> landmark(dom, "banner", "sidhuvud (header)")),
        Map.entry(
            "A11Y-LANDMARK-CONTENTINFO", dom -> landmark(dom, "contentinfo", "sidfot (footer)")),
        Map.entry("A11Y-SKIP-LINK", StructureRules::skipLink),
        Map.entry("A11Y-TABINDEX", StructureRules::tabindex),
        Map.entry("A11Y-IFRAME-TABINDEX", StructureRules::frameTabindex));
  }

  private static List<Hit> duplicateId(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Element e : dom.all()) {
      if (!e.id().isEmpty() && seen.merge(e.id(), 1, Integer::sum) == 2) {
        hits.add(new Hit(e, "samma id finns på flera element"));
      }
    }
    return hits;
  }

  private static List<Hit> references(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (!dom.rendered(e)) {
        continue;
      }
      if (e.normalName().equals("label")
          && !e.attr("for").isEmpty()
          && dom.byId(e.attr("for")) == null) {
        hits.add(new Hit(e, "for pekar på ett id som inte finns"));
      }
      for (String name : List.of("aria-labelledby", "aria-describedby", "aria-errormessage")) {
        for (String id : Dom.tokens(e.attr(name))) {
          if (dom.byId(id) == null) {
            hits.add(new Hit(e, name + " pekar på ett id som inte finns"));
          }
        }
      }
    }
    return hits;
  }

  private static List<Element> headings(Dom dom) {
    return dom.all().stream()
        .filter(e -> dom.exposed(e) && "heading".equals(Roles.of(dom, e)))
        .toList();
  }

  private static int level(Element e) {
    String level = e.attr("aria-level").strip();
    if (level.matches("[1-9]")) {
      return Integer.parseInt(level);
    }
    return e.normalName().matches("h[1-6]") ? e.normalName().charAt(1) - '0' : 2;
  }

  private static List<Hit> oneH1(Dom dom) {
    List<Element> first = headings(dom).stream().filter(e -> level(e) == 1).toList();
    return first.size() == 1
        ? List.of()
        : List.of(
            new Hit(
                first.isEmpty() ? dom.document() : first.get(1),
                "sidan har " + first.size() + " huvudrubriker (h1)"));
  }

  private static List<Hit> headingOrder(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    int before = 0;
    for (Element e : headings(dom)) {
      int level = level(e);
      if (before > 0 && level > before + 1) {
        hits.add(new Hit(e, "rubriknivån hoppar från " + before + " till " + level));
      }
      before = level;
    }
    return hits;
  }

  private static List<Hit> landmark(Dom dom, String role, String what) {
    List<Element> found =
        dom.all().stream().filter(e -> dom.exposed(e) && role.equals(Roles.of(dom, e))).toList();
    if (found.size() == 1) {
      return List.of();
    }
    return List.of(
        found.isEmpty()
            ? new Hit(dom.document(), "sidan saknar " + what)
            : new Hit(found.get(1), "sidan har mer än ett " + what));
  }

  /** The first thing that can take focus is a link to the main content, and it leads there. */
  private static List<Hit> skipLink(Dom dom) {
    Element first = dom.all().stream().filter(dom::inTabOrder).findFirst().orElse(null);
    if (first == null) {
      return List.of();
    }
    String href = first.attr("href");
    if (!first.normalName().equals("a") || !href.startsWith("#") || href.length() < 2) {
      return List.of(new Hit(first, "det första som kan få fokus är inte en länk till innehållet"));
    }
    Element target = dom.byId(href.substring(1));
    return target != null && dom.rendered(target) && mainOf(dom, target) != null
        ? List.of()
        : List.of(new Hit(first, "länken till innehållet leder inte dit"));
  }

  private static @Nullable Element mainOf(Dom dom, Element e) {
    for (Element at = e; at != null; at = at.parent()) {
      if ("main".equals(Roles.of(dom, at))) {
        return at;
      }
    }
    return e.children().stream()
        .filter(c -> "main".equals(Roles.of(dom, c)))
        .findFirst()
        .orElse(null);
  }

  private static List<Hit> tabindex(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      Integer index = Dom.tabindex(e);
      if (index != null && index > 0 && dom.rendered(e)) {
        hits.add(new Hit(e, "tabindex är större än noll"));
      }
    }
    return hits;
  }

  /** Only what stands in the page itself can be judged: the content of srcdoc. */
  private static List<Hit> frameTabindex(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.tags("iframe")) {
      Integer index = Dom.tabindex(e);
      boolean small = Set.of("0", "1").contains(e.attr("width").strip());
      if (index == null || index >= 0 || !dom.rendered(e) || small || !e.hasAttr("srcdoc")) {
        continue;
      }
      Dom inner = Dom.parse(e.attr("srcdoc"));
      if (inner.all().stream().anyMatch(inner::inTabOrder)) {
        hits.add(new Hit(e, "ramen har innehåll som inte nås med tangentbord"));
      }
    }
    return hits;
  }
}
