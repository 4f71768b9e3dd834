package se.byggsten.forms.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.text.Said;

/** The fields and pages of a form in one language. Safe for use by many threads. */
final class Sheets {
  private final Said said;
  private final boolean keeping;
  private final Map<String, FieldSheet> fields = new ConcurrentHashMap<>();
  private final Map<String, PageSheet> pages = new ConcurrentHashMap<>();
  private volatile @Nullable ErrorList errors;

  Sheets(Said said, boolean keeping) {
    this.said = said;
    this.keeping = keeping;
  }

  Said said() {
    return said;
  }

  ErrorList errors() {
    ErrorList list = errors;
    if (list == null) {
      list = ErrorList.in(said.locale());
      errors = list;
    }
    return list;
  }

  FieldSheet of(FieldDefinition field) {
    FieldSheet sheet = fields.get(field.id());
    if (sheet == null) {
      sheet = new FieldSheet(said, field, keeping);
      fields.put(field.id(), sheet);
    }
    return sheet;
  }

  PageSheet of(PageDefinition page) {
    PageSheet sheet = pages.get(page.id());
    if (sheet == null) {
      sheet = PageSheet.of(said, page);
      pages.put(page.id(), sheet);
    }
    return sheet;
  }
}
