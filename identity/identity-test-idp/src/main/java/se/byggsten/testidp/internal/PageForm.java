package se.byggsten.testidp.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a page that posts, with its hidden fields and nothing else.
 *
 * @param action where it posts to, absolute
 * @param hidden its hidden fields
 * @param asks whether it has fields that a person fills in
 */
public record PageForm(URI action, Map<String, String> hidden, boolean asks) {
  private static final Pattern FORM = Pattern.compile("<form\\b([^>]{0,4000})>", flags());
  private static final Pattern INPUT = Pattern.compile("<input\\b", flags());
  private static final Pattern ASKED = Pattern.compile("<(select|textarea)\\b", flags());
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?<![a-zA-Z-])([a-zA-Z-]++)\\s*+=\\s*+(\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});");

  /** Finds the form on a page. */
  public static Optional<PageForm> on(HttpFetch.Answer page) {
    String body = page.body();
    String lower = body.toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(body);
    // Each part of the page is looked at once, however many forms a hostile one begins.
    int from = 0;
    while (form.find(from)) {
      int end = lower.indexOf("</form>", form.end());
      if (end < 0) {
        return Optional.empty();
      }
      Map<String, String> attributes = attributes(form.group(1));
      if ("post".equalsIgnoreCase(attributes.getOrDefault("method", "get"))) {
        Optional<URI> action = resolved(page.address(), attributes.getOrDefault("action", ""));
        if (action.isPresent()) {
          return Optional.of(of(action.get(), body.substring(form.end(), end)));
        }
      }
      from = end;
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "PageForm[" + hidden.keySet() + "]";
  }

  private static PageForm of(URI action, String content) {
    Map<String, String> hidden = new LinkedHashMap<>();
    boolean asks = ASKED.matcher(content).find();
    Matcher input = INPUT.matcher(content);
    int from = 0;
    while (input.find(from)) {
      int end = content.indexOf('>', input.end());
      if (end < 0) {
        break;
      }
      from = end;
      Map<String, String> field = attributes(content.substring(input.end(), end));
      String type = field.getOrDefault("type", "text");
      if ("hidden".equalsIgnoreCase(type)) {
        hidden.put(field.getOrDefault("name", ""), field.getOrDefault("value", ""));
      } else if (!"submit".equalsIgnoreCase(type)) {
        asks = true;
      }
    }
    return new PageForm(action, hidden, asks);
  }

  static Optional<URI> resolved(URI page, String action) {
    try {
      return Optional.of(action.isEmpty() ? page : page.resolve(action));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  static Map<String, String> attributes(String tag) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      String value = attribute.group(2);
      boolean quoted = attribute.group(5) == null;
      value = quoted ? value.substring(1, value.length() - 1) : value;
      found.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), plain(value));
    }
    return found;
  }

  /** Resolves the character references that stand in a text or in the value of an attribute. */
  static String plain(String value) {
    return REFERENCE
        .matcher(value)
        .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
  }

  private static String character(String name) {
    if (name.startsWith("#")) {
      int code =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "amp" -> "&";
      default -> "&" + name + ";";
    };
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }
}
