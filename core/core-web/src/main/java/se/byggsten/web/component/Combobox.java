package se.byggsten.web.component;

import java.util.Locale;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/** Marks what the script makes a combobox of, with the texts that it needs. */
final class Combobox {
  private Combobox() {}

  static Element mark(Element element, Locale locale) {
    Texts texts = Texts.of(locale);
    return element
        .attr("data-module", "byggsten-combobox")
        .attr("data-lang", texts.lang("combobox.other"))
        .attr("data-i18n.none", texts.get("combobox.none"))
        .attr("data-i18n.one", texts.get("combobox.one"))
        .attr("data-i18n.other", texts.get("combobox.other"));
  }
}
