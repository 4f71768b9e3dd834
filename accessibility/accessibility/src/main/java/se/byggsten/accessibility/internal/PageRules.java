package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The rules about the page as a whole: language, title, zoom, refresh, text spacing. */
final class PageRules {
  private static final Pattern REFRESH =
      Pattern.compile("\\s*(\\d+)(\\.[\\d.]*)?\\s*([;,\\s].*)?", Pattern.DOTALL);
  private static final Pattern LENGTH =
      Pattern.compile("(-?[\\d.]+)\\s*(em|rem|px|pt|%|ex|ch|cm|mm|in|pc|)");

  private PageRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.ofEntries(
        Map.entry("A11Y-PAGE-LANG", PageRules::lang),
        Map.entry("A11Y-PAGE-LANG-VALID", PageRules::langValid),
        Map.entry("A11Y-PART-LANG-VALID", PageRules::partLang),
        Map.entry("A11Y-PAGE-TITLE", PageRules::title),
        Map.entry("A11Y-META-REFRESH", dom -> refresh(dom, 72_000)),
        Map.entry("A11Y-META-REFRESH-ANY", dom -> refresh(dom, Integer.MAX_VALUE)),
        Map.entry("A11Y-VIEWPORT-ZOOM", PageRules::viewport),
        Map.entry("A11Y-LETTER-SPACING", dom -> spacing(dom, "letter-spacing", 0.12)),
        Map.entry("A11Y-WORD-SPACING", dom -> spacing(dom, "word-spacing", 0.16)),
        Map.entry("A11Y-LINE-HEIGHT", dom -> spacing(dom, "line-height", 1.5)),
        Map.entry("A11Y-TOO-DEEP", PageRules::cut));
  }

  private static @Nullable Element root(Dom dom) {
    return dom.html() ? dom.document().selectFirst("html") : null;
  }

  private static List<Hit> lang(Dom dom) {
    Element root = root(dom);
    return root == null || !root.attr("lang").isBlank()
        ? List.of()
        : List.of(new Hit(root, "html saknar lang"));
  }

  private static List<Hit> langValid(Dom dom) {
    Element root = root(dom);
    return root == null || root.attr("lang").isBlank() || Languages.valid(root.attr("lang"))
        ? List.of()
        : List.of(new Hit(root, "lang på html är inte en giltig språkkod"));
  }

  private static List<Hit> partLang(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      String lang = e.attr("lang");
      if (!e.normalName().equals("html")
          && !lang.isBlank()
          && !Languages.valid(lang)
          && inheritedText(dom, e)) {
        hits.add(new Hit(e, "lang är inte en giltig språkkod"));
      }
    }
    return hits;
  }

  /** Whether some text gets its language from this element. */
  private static boolean inheritedText(Dom dom, Element e) {
    boolean[] found = {false};
    e.traverse(
        (Node node, int depth) -> {
          if (found[0]) {
            return;
          }
          if (node instanceof TextNode text && !text.isBlank()) {
            found[0] = dom.shown(text.parent()) && e.equals(langSource(text.parent()));
          } else if (node instanceof Element child
              && child.normalName().equals("img")
              && !child.attr("alt").isBlank()) {
            found[0] = dom.rendered(child) && e.equals(langSource(child));
          }
        });
    return found[0];
  }

  private static @Nullable Element langSource(@Nullable Element e) {
    for (Element at = e; at != null; at = at.parent()) {
      if (!at.attr("lang").isEmpty()) {
        return at;
      }
    }
    return null;
  }

  private static List<Hit> title(Dom dom) {
    Element root = root(dom);
    if (root == null) {
      return List.of();
    }
    for (Element title : dom.tags("title")) {
      Element parent = title.parent();
      boolean inSvg = parent != null && parent.normalName().equals("svg");
      if (!inSvg) {
        // Only the first title counts.
        return title.wholeText().isBlank() ? List.of(new Hit(title, "title är tom")) : List.of();
      }
    }
    return List.of(new Hit(root, "sidan saknar title"));
  }

  private static List<Hit> refresh(Dom dom, int harmlessFrom) {
    for (Element meta : dom.tags("meta")) {
      if (!meta.attr("http-equiv").equalsIgnoreCase("refresh")) {
        continue;
      }
      Matcher content = REFRESH.matcher(meta.attr("content"));
      if (!content.matches()) {
        continue;
      }
      // The first valid one is the one a browser follows.
      String seconds = content.group(1);
      long delay = seconds.length() > 8 ? Long.MAX_VALUE : Long.parseLong(seconds);
      return delay == 0 || delay > harmlessFrom
          ? List.of()
          : List.of(new Hit(meta, "sidan laddas om efter " + seconds + " sekunder"));
    }
    return List.of();
  }

  private static List<Hit> viewport(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element meta : dom.tags("meta")) {
      if (!meta.attr("name").equalsIgnoreCase("viewport")) {
        continue;
      }
      for (String setting : meta.attr("content").toLowerCase(Locale.ROOT).split("[,;]", -1)) {
        String[] pair = (setting + "= ").split("=", -1);
        String value = pair[1].strip();
        boolean locks =
            switch (pair[0].strip()) {
              case "user-scalable" -> !scalable(value);
              case "maximum-scale" -> !maximum(value);
              default -> false;
            };
        if (locks) {
          hits.add(new Hit(meta, "viewport hindrar förstoring: " + pair[0].strip()));
        }
      }
    }
    return hits;
  }

  private static boolean scalable(String value) {
    if (Set.of("yes", "device-width", "device-height", "").contains(value)) {
      return true;
    }
    Double number = number(value);
    return number != null && Math.abs(number) >= 1;
  }

  private static boolean maximum(String value) {
    if (Set.of("device-width", "device-height", "").contains(value)) {
      return true;
    }
    Double number = number(value);
    return number != null && (number < 0 || number >= 2);
  }

  private static @Nullable Double number(String value) {
    Matcher m = Pattern.compile("([+-]?\\d{1,9}(\\.\\d{0,9})?).*", Pattern.DOTALL).matcher(value);
    return m.matches() ? Double.valueOf(m.group(1)) : null;
  }

  /** The rule holds for text that a style attribute locks with !important (WCAG 1.4.12). */
  private static List<Hit> spacing(Dom dom, String property, double least) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (!e.hasAttr("style")
          || !dom.visible(e)
          || scrolls(dom, e, property)
          || !hasText(dom, e, property)
          || e.closest("svg") != null) {
        continue;
      }
      String value = Styles.declarations(e.attr("style")).getOrDefault(property, "");
      if (value.endsWith("important")
          && value.contains("!")
          && tooTight(dom, e, value, property, least)) {
        hits.add(new Hit(e, property + " är låst med !important till ett för litet värde"));
      }
    }
    return hits;
  }

  /** Lines that never wrap, or wrap into a box that scrolls, keep their height. */
  private static boolean scrolls(Dom dom, Element e, String property) {
    if (!property.equals("line-height")) {
      return false;
    }
    for (Element at = e; at != null; at = at.parent()) {
      String overflow = dom.styles().value(at, "overflow-x") + dom.styles().value(at, "overflow");
      if (overflow.contains("scroll")
          || overflow.contains("auto")
          || dom.styles().value(at, "white-space").startsWith("nowrap")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasText(Dom dom, Element e, String property) {
    boolean[] found = {false};
    e.traverse(
        (Node node, int depth) -> {
          if (!found[0]
              && node instanceof TextNode text
              && !text.isBlank()
              && dom.shown(text.parent())) {
            found[0] =
                e.equals(source(text.parent(), property))
                    && (!property.equals("line-height") || text.text().length() > 30);
          }
        });
    return found[0];
  }

  private static @Nullable Element source(@Nullable Element e, String property) {
    for (Element at = e; at != null; at = at.parent()) {
      if (Styles.declarations(at.attr("style")).containsKey(property)) {
        return at;
      }
    }
    return null;
  }

  private static boolean tooTight(Dom dom, Element e, String value, String property, double least) {
    String plain = value.replaceAll("\\s*!\\s*important", "").strip();
    if (plain.equals("normal") || plain.equals("initial")) {
      return true;
    }
    Matcher m = LENGTH.matcher(plain);
    if (!m.matches()) {
      return false;
    }
    double number = Double.parseDouble(m.group(1));
    boolean relative = m.group(2).isEmpty() && property.equals("line-height");
    double em =
        switch (m.group(2)) {
          case "em" -> number;
          case "%" -> number / 100;
          case "" -> relative ? number : number == 0 ? 0 : least;
          case "px" -> number / textSize(dom, e);
          case "pt" -> number * 4 / 3 / textSize(dom, e);
          case "rem" -> number * 16 / textSize(dom, e);
          default -> least;
        };
    return em < least - 1e-9;
  }

  /**
   * The size of the text that the value reaches: that of the first element with text of its own.
   */
  private static double textSize(Dom dom, Element e) {
    return e.hasText() && !e.ownText().isBlank()
        ? fontSize(dom, e)
        : e.stream()
            .filter(c -> !c.ownText().isBlank())
            .findFirst()
            .map(c -> fontSize(dom, c))
            .orElse(16.0);
  }

  private static double fontSize(Dom dom, Element e) {
    for (Element at = e; at != null; at = at.parent()) {
      Matcher m =
          LENGTH.matcher(dom.styles().value(at, "font-size").replaceAll("\\s*!\\s*important", ""));
      if (m.matches()) {
        double size = Double.parseDouble(m.group(1));
        Element parent = at.parent();
        return switch (m.group(2)) {
          case "px" -> size;
          case "pt" -> size * 4 / 3;
          case "rem" -> size * 16;
          case "em" -> size * (parent == null ? 16 : fontSize(dom, parent));
          default -> 16;
        };
      }
    }
    return 16;
  }

  private static List<Hit> cut(Dom dom) {
    return dom.cut()
        ? List.of(new Hit(dom.document(), "sidan är större eller djupare än vad som kan prövas"))
        : List.of();
  }
}
