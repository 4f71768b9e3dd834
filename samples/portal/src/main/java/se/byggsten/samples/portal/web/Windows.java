package se.byggsten.samples.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.draft.Disputed;
import se.byggsten.forms.draft.ParkedPost;
import se.byggsten.web.Html;
import se.byggsten.web.component.NotificationBanner;

/** What is said when two windows wrote in one application. */
final class Windows {
  private Windows() {}

  static Html banner(Exchange x, String key) {
    return NotificationBanner.important(x.locale(), x.about(key)).toHtml();
  }

  /** That files do not outlive a session, to whoever had chosen some. */
  static Html leftOut(Exchange x, ParkedPost post) {
    return post.filesLeftOut() > 0 ? banner(x, "apply.files.left") : Html.EMPTY;
  }

  /** Both answers of each disputed question, above the page that holds this window's. */
  static Html disputed(Exchange x, FormDefinition form, List<Disputed> disputed) {
    Html all = banner(x, "apply.disputed");
    for (Disputed one : disputed) {
      String field = one.answer().split("/", 2)[0];
      String language = x.locale().toLanguageTag();
      String label = form.texts().find(language, field + ".label").orElse(field);
      all =
          all.and(
              Markup.p(
                  x.text(
                      "apply.disputed.one",
                      label,
                      words(x, form, field, one.elsewhere()),
                      words(x, form, field, one.here()))));
    }
    return all;
  }

  private static String words(Exchange x, FormDefinition form, String field, List<String> raw) {
    String language = x.locale().toLanguageTag();
    String words =
        raw.stream()
            .map(text -> form.texts().find(language, field + ".option." + text).orElse(text))
            .collect(Collectors.joining(" "));
    return words.isBlank() ? x.text("apply.disputed.nothing") : words;
  }
}
