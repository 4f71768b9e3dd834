package se.byggsten.forms.internal.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The keys of a definition in YAML, and how names in Java become keys. */
public final class Keys {
  /** The version of the format, which is the value of the key {@code form}. */
  public static final int FORMAT = 1;

  /** Of the whole form. */
  public static final List<String> FORM =
      List.of(
          "form",
          "id",
          "version",
          "languages",
          "facts",
          "classification",
          "draft-days",
          "drafts",
          "send-anyway",
          "validate-on",
          "plain-language",
          "inputs",
          "parties",
          "pages");

  /** Of a party. */
  public static final List<String> PARTY = List.of("id", "identifier", "show-if", "task");

  /** Of a page. */
  public static final List<String> PAGE =
      List.of("id", "kind", "show-if", "party", "routes", "fields", "group");

  /** Of a route. */
  public static final List<String> ROUTE = List.of("if", "to");

  /** Of a repeating group. */
  public static final List<String> GROUP = List.of("id", "min", "max", "prefill", "pages");

  /** Of every field; its settings come besides. */
  public static final List<String> FIELD =
      List.of(
          "id",
          "type",
          "required",
          "deferrable",
          "show-if",
          "required-if",
          "value",
          "constraints",
          "options",
          "warnings",
          "autocomplete",
          "prefill",
          "width",
          "facts");

  /** Of an option. */
  public static final List<String> OPTION = List.of("value", "show-if");

  /** Of a warning. */
  public static final List<String> WARNING = List.of("id", "if");

  /** Of where a first value comes from. */
  public static final List<String> PREFILL = List.of("source", "locked");

  /** Of why everything is asked for; the form has its classification beside them. */
  public static final List<String> FORM_FACTS =
      List.of("purpose", "legal-basis", "personal-data", "secrecy", "retention");

  /** Of why something is asked for. */
  public static final List<String> FACTS =
      List.of("purpose", "legal-basis", "personal-data", "secrecy", "retention", "classification");

  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=.)([A-Z])");

  private Keys() {}

  /**
   * Returns the key for a name.
   *
   * @param name a name in camel case, such as {@code maxBytes} or {@code PostalCode}
   * @return the name in lower case with hyphens
   */
  public static String kebab(String name) {
    return INNER_CAPITAL.matcher(name).replaceAll("-$1").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the key for a constant.
   *
   * @param constant the constant
   * @return its name in lower case with hyphens
   */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the name for a key.
   *
   * @param key lower case with hyphens
   * @return the name in lower camel case
   */
  public static String camel(String key) {
    StringBuilder name = new StringBuilder();
    for (String part : key.split("-", -1)) {
      name.append(
          name.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }
}
