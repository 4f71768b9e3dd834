package se.byggsten.forms.render;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;

/** The fields and pages of a form in one language. Safe for use by many threads. */
final class Sheets {
  private final FormDefinition form;
  private final String language;
  private final boolean keeping;
  private final Map<String, FieldSheet> fields = new ConcurrentHashMap<>();
  private final Map<String, PageSheet> pages = new ConcurrentHashMap<>();
  private volatile @Nullable ErrorList errors;

  Sheets(FormDefinition form, String language, boolean keeping) {
    this.form = form;
    this.language = language;
    this.keeping = keeping;
  }

  ErrorList errors() {
    ErrorList list = errors;
    if (list == null) {
      list = ErrorList.in(Locale.forLanguageTag(language));
      errors = list;
    }
    return list;
  }

  FieldSheet of(FieldDefinition field) {
    FieldSheet sheet = fields.get(field.id());
    if (sheet == null) {
      sheet = new FieldSheet(form, field, language, keeping);
      fields.put(field.id(), sheet);
    }
    return sheet;
  }

  PageSheet of(PageDefinition page) {
    PageSheet sheet = pages.get(page.id());
    if (sheet == null) {
      sheet = PageSheet.of(form, page, language);
      pages.put(page.id(), sheet);
    }
    return sheet;
  }
}
