package se.byggsten.web.component;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * The code with which somebody who is not logged in comes back to a saved form.
 *
 * <p>It is shown in groups of four and read letter by letter. Whoever has the code has the answers,
 * so show it on one page only, and never in an address.
 *
 * @param code the code: letters and digits, with or without hyphens
 * @param validUntil until when it works, as it is to be read, or null
 * @param headingLevel the level of the heading
 * @param locale the language of the texts
 */
public record ResumeCode(String code, @Nullable String validUntil, int headingLevel, Locale locale)
    implements Component {
  private static final int GROUP = 4;

  /** Returns a code under an h2. */
  public static ResumeCode of(Locale locale, String code, @Nullable String validUntil) {
    return new ResumeCode(code, validUntil, 2, locale);
  }

  @Override
  public Html toHtml() {
    Texts texts = Texts.of(locale);
    String bare = code.replaceAll("[\\s-]", "");
    StringBuilder grouped = new StringBuilder();
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      grouped.append(i > 0 && i % GROUP == 0 ? "-" : "").append(bare.charAt(i));
      spelled.append(i == 0 ? "" : i % GROUP == 0 ? ", " : " ").append(bare.charAt(i));
    }
    Element panel =
        Element.of("div")
            .cls("byggsten-code")
            .add(
                Element.of("h" + headingLevel)
                    .cls("govuk-heading-m byggsten-code__title")
                    .html(texts.html("code.title")))
            .add(
                Element.of("p")
                    .cls("byggsten-code__value")
                    .add(
                        Element.of("span")
                            .attr("aria-hidden", "true")
                            .attr("translate", "no")
                            .attr("dir", "ltr")
                            .text(grouped.toString()))
                    .add(Element.of("span").cls("govuk-visually-hidden").text(spelled.toString())))
            .add(Element.of("p").cls("govuk-body").html(texts.html("code.text")));
    if (validUntil != null) {
      panel.add(Element.of("p").cls("govuk-body").html(texts.html("code.until", validUntil)));
    }
    return Render.html(panel);
  }

  /** Leaves out the code, which opens somebody's answers. */
  @Override
  public String toString() {
    return "ResumeCode";
  }
}
