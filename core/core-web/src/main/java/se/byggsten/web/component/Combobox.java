package se.byggsten.web.component;

import java.util.Locale;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/** Marks what the script makes a combobox of, with the texts that it needs. */
final class Combobox {
  private Combobox() {}

  static Element mark(Element element, Locale locale) {
    Texts page = Texts.of(locale);
    Texts texts = page.wholly("combobox.");
    return element
        .attr("data-module", "byggsten-combobox")
        .attr("data-lang", texts == page ? null : texts.tag())
        .attr("data-i18n.none", texts.get("combobox.none"))
        .attr("data-i18n.one", texts.get("combobox.one"))
        .attr("data-i18n.other", texts.get("combobox.other"));
  }
}
