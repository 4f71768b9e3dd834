package se.byggsten.forms.run;

import java.util.Map;

/**
 * A constraint that an answer breaks, without the answer.
 *
 * @param field the id of the field
 * @param constraint the name under which its text stands: {@code <field>.error.<constraint>}
 * @param parameters what the text may mention, such as {@code max}
 */
public record Violation(String field, String constraint, Map<String, String> parameters) {
  /** Copies the parameters. */
  public Violation {
    parameters = Map.copyOf(parameters);
  }
}
