package se.byggsten.testidp.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way on from a page where visitors choose an identity provider, to the one of an entityID.
 *
 * @param address where it leads, absolute
 * @param posts whether by POST, otherwise by GET
 * @param fields the fields of the form, when it is one that posts
 */
public record ChosenWay(URI address, boolean posts, Map<String, String> fields) {
  private static final Pattern LINK = Pattern.compile("<a\\b([^>]{0,4000})>", flags());
  private static final Pattern FORM = Pattern.compile("<form\\b([^>]{0,4000})>", flags());
  private static final Pattern CONTROL =
      Pattern.compile("<(input|button|select|option)\\b([^>]{0,4000})>", flags());

  /**
   * Finds the way: a link or a form that names the entityID as a parameter or as a part of its path
   * ({@code entityID=…}, {@code idp=…}), a control with it as its value, or a link with it as its
   * text.
   *
   * @param allowed which addresses may be visited
   */
  public static Optional<ChosenWay> on(
      HttpFetch.Answer page, String entityId, Predicate<URI> allowed) {
    return Stream.concat(links(page, entityId).stream(), forms(page, entityId).stream())
        .filter(way -> allowed.test(way.address()))
        .findFirst();
  }

  /**
   * Answers in the place of a discovery service, which then need not be visited (SAML V2.0 Identity
   * Provider Discovery Service Protocol and Profile, 2.4).
   *
   * @param discovery where the service sends the browser to choose
   */
  public static Optional<ChosenWay> back(URI discovery, String entityId, Predicate<URI> allowed) {
    Map<String, String> asked = parameters(discovery.getRawQuery());
    String back = asked.getOrDefault("return", "");
    if (!asked.containsKey("entityID") || back.isEmpty()) {
      return Optional.empty();
    }
    String name = asked.getOrDefault("returnIDParam", "entityID");
    return PageForm.resolved(discovery, with(back, Map.of(name, entityId)))
        .filter(allowed)
        .map(address -> new ChosenWay(address, false, Map.of()));
  }

  @Override
  public String toString() {
    return "ChosenWay[" + (posts ? "POST" : "GET") + "]";
  }

  private static List<ChosenWay> links(HttpFetch.Answer page, String entityId) {
    List<ChosenWay> found = new ArrayList<>();
    String body = page.body();
    Matcher link = LINK.matcher(body);
    while (link.find()) {
      Map<String, String> attributes = PageForm.attributes(link.group(1));
      Optional<URI> target = PageForm.resolved(page.address(), attributes.getOrDefault("href", ""));
      int end = Math.min(body.length(), link.end() + entityId.length() + 200);
      String text = body.substring(link.end(), end).replaceFirst("(?s)</a.*", "").strip();
      if (attributes.containsKey("href")
          && target.isPresent()
          && (names(target.get(), entityId) || text.equals(entityId))) {
        found.add(new ChosenWay(target.get(), false, Map.of()));
      }
    }
    return found;
  }

  private static List<ChosenWay> forms(HttpFetch.Answer page, String entityId) {
    List<ChosenWay> found = new ArrayList<>();
    String body = page.body();
    String lower = body.toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(body);
    int from = 0;
    while (form.find(from)) {
      int end = lower.indexOf("</form>", form.end());
      if (end < 0) {
        break;
      }
      Map<String, String> attributes = PageForm.attributes(form.group(1));
      Optional<URI> action =
          PageForm.resolved(page.address(), attributes.getOrDefault("action", ""));
      Fields fields = Fields.of(body.substring(form.end(), end), entityId);
      if (action.isPresent() && (fields.chosen() || names(action.get(), entityId))) {
        boolean posts = "post".equalsIgnoreCase(attributes.getOrDefault("method", "get"));
        way(action.get(), posts, fields.values()).ifPresent(found::add);
      }
      from = end;
    }
    return found;
  }

  private static Optional<ChosenWay> way(URI action, boolean posts, Map<String, String> fields) {
    if (posts) {
      return Optional.of(new ChosenWay(action, true, fields));
    }
    String plain = action.toString().replaceFirst("[?#].*", "");
    return PageForm.resolved(action, with(plain, fields))
        .map(address -> new ChosenWay(address, false, Map.of()));
  }

  /**
   * What a browser sends when the identity provider is chosen.
   *
   * @param values the hidden fields and the chosen one
   * @param chosen whether there is one with the entityID
   */
  private record Fields(Map<String, String> values, boolean chosen) {
    static Fields of(String content, String entityId) {
      Map<String, String> values = new LinkedHashMap<>();
      String list = "";
      boolean chosen = false;
      Matcher control = CONTROL.matcher(content);
      while (control.find()) {
        Map<String, String> attributes = PageForm.attributes(control.group(2));
        String kind = control.group(1).toLowerCase(Locale.ROOT);
        String name = attributes.getOrDefault("name", "");
        String value = attributes.getOrDefault("value", "");
        if ("select".equals(kind)) {
          list = name;
        } else if (value.equals(entityId)) {
          values.put("option".equals(kind) ? list : name, value);
          chosen = true;
        } else if ("hidden".equalsIgnoreCase(attributes.getOrDefault("type", ""))) {
          values.putIfAbsent(name, value);
        }
      }
      return new Fields(values, chosen);
    }

    @Override
    public String toString() {
      return "Fields" + values.keySet();
    }
  }

  private static boolean names(URI address, String entityId) {
    boolean inPath =
        Stream.of(String.valueOf(address.getRawPath()).split("/", -1))
            .anyMatch(part -> decoded(part).equals(entityId));
    return inPath || parameters(address.getRawQuery()).containsValue(entityId);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String pair : String.valueOf(query).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String with(String address, Map<String, String> fields) {
    String query =
        fields.entrySet().stream()
            .map(e -> HttpFetch.encoded(e.getKey()) + "=" + HttpFetch.encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return address + (address.contains("?") ? "&" : "?") + query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }
}
