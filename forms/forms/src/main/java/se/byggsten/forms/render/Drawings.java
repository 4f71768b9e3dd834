package se.byggsten.forms.render;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.text.Said;

/**
 * What the pages of a form look like before anything is written on them, kept for each language.
 * Safe for use by many threads.
 */
final class Drawings {
  private final FormDefinition form;
  private final boolean keeping;
  private final boolean marks;
  private final Map<String, Sheets> byLanguage = new ConcurrentHashMap<>();

  private Drawings(FormDefinition form, boolean keeping, boolean marks) {
    this.form = form;
    this.keeping = keeping;
    this.marks = marks;
  }

  /** Drawings that are made once. */
  static Drawings kept(FormDefinition form) {
    return new Drawings(form, true, true);
  }

  /** Drawings that are made anew each time. */
  static Drawings anew(FormDefinition form) {
    return new Drawings(form, false, true);
  }

  /** Nodes whose texts do not say that another language stands in. */
  static Drawings plain(FormDefinition form) {
    return new Drawings(form, true, false);
  }

  private Sheets sheets(String language, boolean keep) {
    Locale locale = Locale.forLanguageTag(language);
    return new Sheets(marks ? Said.in(form, locale) : Said.plain(form, locale), keep);
  }

  /** Only the languages of the form are kept: others come from outside. */
  Sheets in(String language) {
    if (!keeping || !form.texts().languages().contains(language)) {
      return sheets(language, false);
    }
    Sheets sheets = byLanguage.get(language);
    if (sheets == null) {
      sheets = sheets(language, true);
      byLanguage.put(language, sheets);
    }
    return sheets;
  }
}
