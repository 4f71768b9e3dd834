package se.byggsten.forms.internal.text;

import java.util.HashMap;
import java.util.Map;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;

/** What somebody is told about an answer that will not do: the form's own words, else ours. */
public final class ErrorTexts {
  private final FormDefinition form;
  private final String language;
  private final Words words;

  private ErrorTexts(FormDefinition form, String language) {
    this.form = form;
    this.language = language;
    this.words = Words.of(language);
  }

  /**
   * Returns the texts of a form.
   *
   * @param form the form
   * @param language a BCP 47 tag
   * @return the texts
   */
  public static ErrorTexts of(FormDefinition form, String language) {
    return new ErrorTexts(form, language);
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
    String template =
        form.texts()
            .find(language, name + ".error." + constraint)
            .or(() -> words.find("error." + constraint))
            .orElse(words.get("error.other"));
    if (template.indexOf('{') < 0) {
      return template;
    }
    Map<String, String> values = new HashMap<>(parameters);
    GroupDefinition group = form.structure().groups().get(name);
    values.put("label", group == null ? form.texts().text(language, name + ".label") : one(group));
    return Words.fill(template, values);
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
