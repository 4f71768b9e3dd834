package se.byggsten.web.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns govuk-frontend's compiled sheet into ours.
 *
 * <p>Every colour becomes a design token and every font ours; what belongs to components that we do
 * not have is left out. A colour that is in no table stops the build, so that a new version of
 * govuk-frontend cannot bring one in unseen.
 */
final class Sheet {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\([^)]*\\)");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "govuk-(accordion|cookie-banner|header|footer|service-navigation|phase-banner|tabs"
              + "|exit-this-page|password-input|file-upload-button|drop-zone)"
              + "|govuk-frontend-supported|govuk-template--rebranded");

  private static final Map<String, String> TOKENS = tokens();

  private Sheet() {}

  private static Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    map(tokens, "ink", "#0b0c0c", "#2e3133", "rgba(11,12,12,.99)");
    map(tokens, "ink-soft", "#505a5f", "#282d30", "#929191");
    map(tokens, "line", "#b1b4b6", "#c1c3c5", "#dbdad9");
    map(tokens, "mist", "#f3f2f1");
    map(tokens, "brand", "#1d70b8", "#1a65a6", "#144e81", "#0c2d4a", "#1d8feb");
    map(tokens, "brand-strong", "#003078");
    map(tokens, "brand-tint", "#f4f8fb", "#e8f1f8", "#d2e2f1", "#bbd4ea", "#8eb8dc");
    map(tokens, "focus", "#fd0", "#00ffe0");
    map(tokens, "error", "#d4351c", "#aa2a16", "#942514", "#55150b", "#2a0b06");
    map(tokens, "error-tint", "#f4cdc6");
    map(tokens, "ok", "#00703c", "#005a30", "#002d18", "#004e2a");
    map(tokens, "ok-tint", "#cce2d8");
    map(tokens, "visited", "#4c2c92");
    map(tokens, "grey-tint", "#e5e6e7");
    map(tokens, "violet", "#491644");
    map(tokens, "violet-tint", "#efdfed");
    map(tokens, "teal", "#10403c");
    map(tokens, "teal-tint", "#d4ecea");
    map(tokens, "wait", "#594d00", "#6e3619");
    map(tokens, "wait-tint", "#fff7bf", "#fcd6c3");
    map(tokens, "rose", "#6b1c40");
    map(tokens, "rose-tint", "#f9e1ec");
    return Collections.unmodifiableMap(tokens);
  }

  private static void map(Map<String, String> tokens, String token, String... colours) {
    for (String colour : colours) {
      tokens.put(colour, "var(--b-" + token + ")");
    }
  }

  /** Returns the sheet with tokens for colours and fonts. */
  static String themed(String css) {
    StringBuilder out = new StringBuilder();
    rules(COMMENT.matcher(css).replaceAll(""), out);
    return out.toString();
  }

  private static void rules(String css, StringBuilder out) {
    int at = 0;
    while (at < css.length()) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      int statement = css.lastIndexOf(';', open);
      String head = css.substring(Math.max(at, statement + 1), open).strip();
      int close = closing(css, open);
      String body = css.substring(open + 1, close);
      if (head.startsWith("@media") || head.startsWith("@supports")) {
        StringBuilder inner = new StringBuilder();
        rules(body, inner);
        if (!inner.isEmpty()) {
          out.append(head).append('{').append(inner).append('}');
        }
      } else if (!head.startsWith("@font-face")) {
        rule(head, body, out);
      }
      at = close + 1;
    }
  }

  private static int closing(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("The sheet ends inside a rule");
  }

  private static void rule(String head, String body, StringBuilder out) {
    List<String> selectors = new ArrayList<>();
    for (String selector : head.split(",", -1)) {
      if (!LEFT_OUT.matcher(selector).find()) {
        selectors.add(selector);
      }
    }
    if (selectors.isEmpty()) {
      return;
    }
    out.append(String.join(",", selectors)).append('{');
    boolean focus = body.contains("#fd0");
    List<String> declarations = new ArrayList<>();
    for (String declaration : body.split(";", -1)) {
      declarations.add(declaration(declaration, focus));
    }
    out.append(String.join(";", declarations)).append('}');
  }

  private static String declaration(String declaration, boolean focus) {
    int colon = declaration.indexOf(':');
    if (colon < 0) {
      return declaration;
    }
    String property = declaration.substring(0, colon);
    if (property.equals("font-family")) {
      return "font-family:var(--b-font)";
    }
    Matcher matcher = COLOUR.matcher(declaration.substring(colon + 1));
    return property
        + ":"
        + matcher.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    token(property, found.group().toLowerCase(Locale.ROOT), focus)));
  }

  private static String token(String property, String colour, boolean focus) {
    if (focus && colour.equals("#0b0c0c")) {
      return "var(--b-on-focus)";
    }
    if (colour.equals("#fff")) {
      return property.startsWith("background") ? "var(--b-paper)" : "var(--b-on-brand)";
    }
    if (colour.equals("#000")) {
      return "var(--b-ink)";
    }
    String token = TOKENS.get(colour);
    if (token == null) {
      throw new IllegalArgumentException("No design token stands for " + colour + "; name one");
    }
    return token;
  }

  /** Returns a sheet without its comments and line feeds. */
  static String tight(String css) {
    return COMMENT.matcher(css).replaceAll("").replaceAll("\\s*\\R\\s*", "");
  }
}
