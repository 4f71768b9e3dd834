package se.byggsten.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.type.FieldTypes;

/** Forms of a few questions, for what one question or condition does. */
final class SmallForms {
  private SmallForms() {}

  static FieldDefinition.Builder field(String id, String type) {
    return FieldDefinition.builder(id, FieldTypes.standard().find(type).orElseThrow());
  }

  static PageDefinition page(String id, FieldDefinition... fields) {
    return PageDefinition.of(id, PageKind.QUESTIONS, List.of(fields));
  }

  /** A form in Swedish alone. */
  static FormDefinitionBuilder swedish(String id, PageDefinition... pages) {
    return FormDefinition.builder(id, 1).languages(List.of("sv")).pages(List.of(pages));
  }

  static FormDefinition form(List<PageDefinition> pages, Map<String, String> texts) {
    return with(pages, texts).build();
  }

  /** With texts, for what is told on paper. */
  static FormDefinitionBuilder with(List<PageDefinition> pages, Map<String, String> texts) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put("form.title", "Ansökan");
    return FormDefinition.builder("prov", 1).pages(pages).texts(FormTexts.of(Map.of("sv", all)));
  }

  static Document paper(FormDefinition form, String language) {
    String html =
        FormRenderer.of(FormRun.of(form, Forms.CLOCK))
            .paper(Locale.forLanguageTag(language), Forms.NOW)
            .html();
    return Jsoup.parse(html, Parser.xmlParser());
  }
}
