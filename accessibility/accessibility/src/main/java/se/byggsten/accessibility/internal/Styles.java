package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * The few style properties that the rules need, from style elements and style attributes.
 *
 * <p>Media queries are left out: what they say holds for some readers only. Selectors that cannot
 * be read are skipped, as a browser does.
 */
final class Styles {
  private static final int MAX_RULES = 2000;
  private static final int MAX_MATCHES = 200_000;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DYNAMIC =
      Pattern.compile(":(hover|focus|active|visited|before|after|:)");

  private final IdentityHashMap<Element, Map<String, String>> sheet = new IdentityHashMap<>();
  private int matches;

  Styles(Document document) {
    int rules = 0;
    for (Element style : document.getElementsByTag("style")) {
      for (String[] rule : split(COMMENT.matcher(style.data()).replaceAll(""))) {
        if (++rules > MAX_RULES || matches > MAX_MATCHES) {
          return;
        }
        apply(document, rule[0], declarations(rule[1]));
      }
    }
  }

  private void apply(Document document, String selectors, Map<String, String> declared) {
    if (declared.isEmpty() || selectors.contains("@")) {
      return;
    }
    for (String selector : selectors.split(",", -1)) {
      if (selector.isBlank() || selector.length() > 200 || DYNAMIC.matcher(selector).find()) {
        continue;
      }
      try {
        for (Element e : document.select(selector.strip())) {
          matches++;
          sheet.computeIfAbsent(e, k -> new HashMap<>()).putAll(declared);
        }
      } catch (Selector.SelectorParseException | IllegalArgumentException unreadable) {
        // A browser skips what it cannot read, too.
      }
    }
  }

  /** Returns the value of the property on the element itself, "" when it has none. */
  String value(Element e, String property) {
    String inline = e.attr("style");
    if (!inline.isEmpty()) {
      String value = declarations(inline).get(property);
      if (value != null) {
        return value;
      }
    }
    Map<String, String> declared = sheet.get(e);
    return declared == null ? "" : declared.getOrDefault(property, "");
  }

  /** Splits a style sheet into selector and declarations; at-blocks are left out. */
  private static List<String[]> split(String css) {
    List<String[]> rules = new ArrayList<>();
    int at = 0;
    while (at < css.length()) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        break;
      }
      int depth = 1;
      int end = open + 1;
      while (end < css.length() && depth > 0) {
        char c = css.charAt(end++);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      String selector = css.substring(at, open).strip();
      if (!selector.startsWith("@") && depth == 0) {
        rules.add(new String[] {selector, css.substring(open + 1, end - 1)});
      }
      at = end;
    }
    return rules;
  }

  /** Reads declarations; the value is lower case and keeps {@code !important}. */
  static Map<String, String> declarations(String text) {
    Map<String, String> found = new HashMap<>();
    if (text.length() > 20_000) {
      return found;
    }
    for (String declaration : text.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        String before = found.get(name);
        if (before == null || !before.contains("!important") || value.contains("!important")) {
          found.put(name, value);
        }
      }
    }
    return found;
  }
}
