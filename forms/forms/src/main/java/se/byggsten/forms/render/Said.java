package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.Markdown;

/** The texts of a form in one language, and which language stands in where it has none. */
final class Said {
  private final FormDefinition form;
  private final String language;
  private final boolean paper;
  private final List<String> inOrder = new ArrayList<>();

  Said(FormDefinition form, Locale locale) {
    this(form, locale, false);
  }

  private Said(FormDefinition form, Locale locale, boolean paper) {
    this.form = form;
    this.paper = paper;
    this.language = locale.toLanguageTag();
    inOrder.add(language);
    inOrder.addAll(form.languages());
  }

  /** On paper an introduction or a hint may be another than on screen: see {@code .paper}. */
  static Said onPaper(FormDefinition form, Locale locale) {
    return new Said(form, locale, true);
  }

  /** The text; the key when no language has it. */
  String text(String key) {
    return find(key).orElseGet(() -> form.texts().text(language, key));
  }

  /** The text in this language, else in one of the form's own, its first language first. */
  Optional<String> find(String key) {
    if (paper && (key.endsWith(".intro") || key.endsWith(".hint"))) {
      Optional<String> other = inOrder(key + ".paper");
      return other.isPresent() ? other : inOrder(key);
    }
    return inOrder(key);
  }

  private Optional<String> inOrder(String key) {
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

  /** A text of the library as markup; Swedish stands in for what a language lacks. */
  static Html own(Words words, String key, Map<String, String> values) {
    Html markup = Markdown.html(words.get(key, values), 4);
    return marked(words.has(key) ? Optional.empty() : Optional.of("sv"), markup);
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
