package se.byggsten.samples.portal.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.type.FieldTypes;

/**
 * A form of 500 questions: 20 on each of 24 pages, every fourth with a condition, and 20 in rows.
 */
final class LargeForm {
  static final int PAGES = 24;
  static final int PER_PAGE = 20;
  static final int ROWS = 200;
  static final String LIST = "rader";

  private LargeForm() {}

  static FormDefinition definition() {
    List<PageDefinition> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      pages.add(page("sida" + i, "f" + i + "x"));
    }
    pages.add(
        PageDefinition.repeat(
            LIST, GroupDefinition.of("rad", 0, ROWS + 20, List.of(page("irad", "r")))));
    pages.add(PageDefinition.of("granska", PageKind.REVIEW, List.of()));
    return FormDefinition.builder("stor", 1)
        .classification("1.1")
        .facts(new DataFacts("Mäta", "Avtal", PersonalData.NONE, "", "dispose P1Y"))
        .pages(pages)
        .texts(
            FormTexts.of(
                Map.of(
                    "sv", Map.of("form.title", "Stort formulär"),
                    "en", Map.of("form.title", "Large form"))))
        .build();
  }

  private static PageDefinition page(String id, String prefix) {
    List<FieldDefinition> fields = new ArrayList<>();
    for (int i = 0; i < PER_PAGE; i++) {
      FieldDefinition.Builder field = FieldDefinition.builder(prefix + i, FieldTypes.TEXT);
      if (i % 4 == 3) {
        field.showIf(prefix + (i - 1) + " != ''");
      }
      fields.add(field.required(true).build());
    }
    return PageDefinition.of(id, PageKind.QUESTIONS, fields);
  }

  /** What is posted of a page. */
  static Map<String, List<String>> answers(String prefix, String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < PER_PAGE; i++) {
      values.put(prefix + i, List.of(text + i));
    }
    return values;
  }
}
