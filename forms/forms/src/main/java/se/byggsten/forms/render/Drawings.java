package se.byggsten.forms.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.byggsten.forms.FormDefinition;

/**
 * What the pages of a form look like before anything is written on them, kept for each language.
 * Safe for use by many threads.
 */
final class Drawings {
  private final FormDefinition form;
  private final boolean keeping;
  private final Map<String, Sheets> byLanguage = new ConcurrentHashMap<>();

  private Drawings(FormDefinition form, boolean keeping) {
    this.form = form;
    this.keeping = keeping;
  }

  /** Drawings that are made once. */
  static Drawings kept(FormDefinition form) {
    return new Drawings(form, true);
  }

  /** Drawings that are made anew each time. */
  static Drawings anew(FormDefinition form) {
    return new Drawings(form, false);
  }

  /** Only the languages of the form are kept: others come from outside. */
  Sheets in(String language) {
    if (!keeping || !form.texts().languages().contains(language)) {
      return new Sheets(form, language, false);
    }
    Sheets sheets = byLanguage.get(language);
    if (sheets == null) {
      sheets = new Sheets(form, language, true);
      byLanguage.put(language, sheets);
    }
    return sheets;
  }
}
