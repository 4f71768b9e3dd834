package se.byggsten.forms.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * As much of JSON Schema as the kinds of fields use; a keyword that it does not know is an error.
 */
final class SchemaCheck {
  private SchemaCheck() {}

  static boolean accepts(Map<?, ?> schema, Object json) {
    return schema.entrySet().stream()
        .allMatch(entry -> accepts(schema, (String) entry.getKey(), entry.getValue(), json));
  }

  private static boolean accepts(Map<?, ?> schema, String keyword, Object says, Object json) {
    return switch (keyword) {
      case "type" -> is((String) says, json);
      case "enum" -> ((List<?>) says).contains(json);
      case "const" -> says.equals(json);
      case "pattern" -> Pattern.compile((String) says).matcher((String) json).find();
      case "minLength" -> ((String) json).length() >= (int) says;
      case "maxLength" -> ((String) json).length() <= (int) says;
      case "minimum" -> ((Number) json).doubleValue() >= ((Number) says).doubleValue();
      case "format" -> !says.equals("date") || isDay((String) json);
      case "items" -> ((List<?>) json).stream().allMatch(item -> accepts((Map<?, ?>) says, item));
      case "minItems" -> ((List<?>) json).size() >= (int) says;
      case "uniqueItems" -> new HashSet<>((List<?>) json).size() == ((List<?>) json).size();
      case "required" -> ((Map<?, ?>) json).keySet().containsAll((List<?>) says);
      case "properties" ->
          ((Map<?, ?>) says)
              .entrySet().stream()
                  .filter(property -> ((Map<?, ?>) json).containsKey(property.getKey()))
                  .allMatch(
                      property ->
                          accepts(
                              (Map<?, ?>) property.getValue(),
                              ((Map<?, ?>) json).get(property.getKey())));
      case "additionalProperties" ->
          says.equals(true)
              || ((Map<?, ?>) schema.get("properties"))
                  .keySet()
                  .containsAll(((Map<?, ?>) json).keySet());
      default -> throw new AssertionError("The keyword " + keyword + " is not known here");
    };
  }

  private static boolean is(String type, Object json) {
    return switch (type) {
      case "string" -> json instanceof String;
      case "boolean" -> json instanceof Boolean;
      case "number", "integer" -> json instanceof Number;
      case "array" -> json instanceof List;
      case "object" -> json instanceof Map;
      default -> throw new AssertionError("The type " + type + " is not known here");
    };
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
