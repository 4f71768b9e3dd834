package se.byggsten.forms.internal.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Domain;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;

/** What somebody is told about an answer that will not do: the form's own words, else ours. */
public final class ErrorTexts {
  private final Said said;
  private final FormDefinition form;
  private final String language;
  private final Words words;

  private ErrorTexts(Said said) {
    this.said = said;
    this.form = said.form();
    this.language = said.locale().toLanguageTag();
    this.words = said.words();
  }

  /**
   * Returns the texts of a form.
   *
   * @param said the texts that they are made of
   * @return the texts
   */
  public static ErrorTexts of(Said said) {
    return new ErrorTexts(said);
  }

  /**
   * Returns the text of a constraint that is broken.
   *
   * @param name the id of the field or group
   * @param constraint the name of the constraint
   * @param parameters what the text may mention
   * @return what to do about it
   */
  public String text(String name, String constraint, Map<String, String> parameters) {
    String own = form.texts().find(language, name + ".error." + constraint).orElse(null);
    String key = key(name, constraint);
    String template = own == null ? words.get("error." + key) : own;
    if (template.indexOf('{') < 0) {
      return template;
    }
    Map<String, String> values = new HashMap<>(words.numbers(parameters));
    GroupDefinition group = form.structure().groups().get(name);
    values.put("label", group == null ? said.text(name + ".label") : one(group));
    return own == null ? words.get("error." + key, values) : Words.fill(own, values);
  }

  private String key(String name, String constraint) {
    if (words.find("error." + constraint).isEmpty()) {
      return "other";
    }
    String whole = constraint + ".whole";
    return words.find("error." + whole).isPresent() && isWhole(form.fields().get(name))
        ? whole
        : constraint;
  }

  /** An example with decimals would be refused where there are none. */
  private static boolean isWhole(@Nullable FieldDefinition field) {
    return field != null
        && field
            .type()
            .domain(field.settings(), List.of())
            .filter(domain -> domain instanceof Domain.Numbers numbers && numbers.whole())
            .isPresent();
  }

  /**
   * Returns what one row of a group is called.
   *
   * @param group the group
   * @return such as {@code ett barn}
   */
  public String one(GroupDefinition group) {
    return form.texts().find(language, group.id() + ".one").orElse(words.get("row.one"));
  }
}
