package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.forms.FormDefinition;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;

/** The texts of a form in one language, and which language stands in where it has none. */
final class Said {
  private final FormDefinition form;
  private final String language;
  private final List<String> inOrder = new ArrayList<>();

  Said(FormDefinition form, Locale locale) {
    this.form = form;
    this.language = locale.toLanguageTag();
    inOrder.add(language);
    inOrder.addAll(form.languages());
  }

  /** The text; the key when no language has it. */
  String text(String key) {
    return find(key).orElseGet(() -> form.texts().text(language, key));
  }

  /** The text in this language, else in one of the form's own, its first language first. */
  Optional<String> find(String key) {
    for (String tag : inOrder) {
      Optional<String> text = form.texts().find(tag, key);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The language that the text is in, when it is another than the one asked for. */
  Optional<String> foreign(String key) {
    if (form.texts().find(language, key).isPresent()) {
      return Optional.empty();
    }
    return inOrder.stream().filter(tag -> form.texts().find(tag, key).isPresent()).findFirst();
  }

  /** Says which language the markup is in when the text of the key is in another. */
  Html marked(String key, Html markup) {
    return marked(foreign(key), markup);
  }

  /** Says which language the markup is in, when it is another than that of the page. */
  static Html marked(Optional<String> foreign, Html markup) {
    return foreign
        .map(
            tag ->
                Html.concat(
                    Html.trusted("<div lang=\""),
                    Html.text(tag),
                    Html.trusted(
                        "\" dir=\"" + Languages.direction(Locale.forLanguageTag(tag)) + "\">"),
                    markup,
                    Html.trusted("</div>")))
        .orElse(markup);
  }
}
