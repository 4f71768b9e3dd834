package se.byggsten.saml.lint.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what the validator says into a kind of problem and the names that it is about.
 *
 * <p>Its sentences are not passed on: they follow the machine's language, and repeat values.
 */
final class SchemaMessages {
  private static final Pattern KEY = Pattern.compile("^([a-z]+-[A-Za-z0-9.-]+): ");
  private static final Pattern QUOTED = Pattern.compile("'([\\w.:-]{1,80})'");
  private static final Pattern EXPECTED = Pattern.compile("\":([\\w.-]{1,80})");

  private SchemaMessages() {}

  /** The kind and its names; empty for what another message says better. */
  static Optional<SchemaProblem> problem(XmlNode node, String message) {
    Matcher matcher = KEY.matcher(message);
    String key = matcher.find() ? matcher.group(1) : "schema";
    if (key.startsWith("cvc-complex-type.2.4.b")) {
      return Optional.of(
          SchemaProblem.at(node, "ELEMENT-LACKING", node.shown(), expected(message)));
    }
    if (key.startsWith("cvc-complex-type.2.4") || key.startsWith("cvc-complex-type.2.1")) {
      return Optional.of(
          SchemaProblem.at(node, "ELEMENT-UNEXPECTED", node.shown(), expected(message)));
    }
    if (key.startsWith("cvc-complex-type.2.3")) {
      return Optional.of(SchemaProblem.at(node, "TEXT-UNEXPECTED", node.shown()));
    }
    if (key.startsWith("cvc-complex-type.4")) {
      return Optional.of(SchemaProblem.at(node, "ATTRIBUTE-LACKING", quoted(message, 0)));
    }
    if (key.startsWith("cvc-complex-type.3")) {
      return Optional.of(SchemaProblem.at(node, "ATTRIBUTE-UNEXPECTED", quoted(message, 0)));
    }
    if (key.startsWith("cvc-attribute")) {
      return Optional.of(SchemaProblem.at(node, "ATTRIBUTE-FORM", attribute(message)));
    }
    if (key.startsWith("cvc-type.3.1.3")) {
      return Optional.of(SchemaProblem.at(node, "VALUE-FORM", node.shown()));
    }
    if (key.matches(
        "cvc-(datatype|enumeration|maxLength|minLength|pattern|length|.*Inclusive).*")) {
      return Optional.empty();
    }
    return Optional.of(SchemaProblem.at(node, "SCHEMA-BROKEN", node.shown(), key));
  }

  private static String quoted(String message, int index) {
    List<String> names = QUOTED.matcher(message).results().map(r -> r.group(1)).toList();
    return names.size() > index ? names.get(index) : "?";
  }

  /** The value stands before the name of the attribute, and may hold anything. */
  private static String attribute(String message) {
    List<String> names = QUOTED.matcher(message).results().map(r -> r.group(1)).toList();
    return names.size() >= 3 ? names.get(names.size() - 3) : "?";
  }

  private static String expected(String message) {
    String names =
        EXPECTED
            .matcher(message.substring(Math.max(0, message.indexOf('{'))))
            .results()
            .map(result -> result.group(1))
            .distinct()
            .limit(12)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "–" : names;
  }
}
