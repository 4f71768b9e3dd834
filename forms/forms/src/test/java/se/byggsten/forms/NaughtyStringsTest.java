package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.FieldTypes;

/** Every field of a form with the strings that break others. */
@Tag("judges")
class NaughtyStringsTest {
  private static final PageView VIEW = PageView.of(Locale.forLanguageTag("sv"), "/allt", "token");

  private final PostReader reader = PostReader.within(PostLimits.DEFAULT);

  private static List<String> strings() {
    Path file = Path.of(System.getProperty("byggsten.corpora"), "strings", "blns.json");
    return DataReader.json().view(file).list().stream()
        .map(DataView::node)
        .map(node -> ((DataNode.Text) node).value())
        .toList();
  }

  @Test
  void no_string_breaks_a_field_or_is_lost() {
    everyString(Forms.run(), "underA", "underXy");
  }

  @Test
  void no_string_breaks_any_kind_of_field_or_is_lost() {
    everyString(FormRun.of(everyKind(), Forms.CLOCK));
  }

  /** A page for each built-in kind that is answered. */
  private static FormDefinition everyKind() {
    List<PageDefinition> pages = new ArrayList<>();
    for (FieldType type : FieldTypes.standard().all()) {
      if (!type.traits().contains(Trait.CALCULATED)) {
        FieldDefinition.Builder field =
            FieldDefinition.builder("f" + type.name().replace("-", ""), type);
        if (type.traits().contains(Trait.OPTIONS)) {
          field.options(List.of(OptionDefinition.of("a"), OptionDefinition.of("b")));
        }
        if (type.equals(FieldTypes.ADDRESS)) {
          field.settings(Map.of("careOf", true));
        }
        pages.add(
            PageDefinition.of("sida-" + type.name(), PageKind.QUESTIONS, List.of(field.build())));
      }
    }
    return FormDefinition.builder("alla", 1).pages(pages).build();
  }

  private void everyString(FormRun run, String... hidden) {
    FormRenderer renderer = FormRenderer.of(run);
    List<String> strings = strings();
    assertThat(strings).hasSize(461);
    for (String naughty : strings) {
      FormState state = run.start(Map.of());
      for (PageDefinition page : run.form().pages()) {
        StepResult step = run.post(state, page.id(), post(page, naughty));
        state = step.state();
        assertThat(run.read(run.write(state))).isEqualTo(state);
        Document html =
            Jsoup.parseBodyFragment(renderer.page(state, page.id(), VIEW.after(step)).value());
        assertThat(html.select("script, iframe, img, svg, object, [onerror], [onload]")).isEmpty();
        for (FieldDefinition field : page.fields()) {
          if (field.has(Trait.TYPED) && !List.of(hidden).contains(field.id())) {
            field.type().parts().forEach(part -> shows(html, field, part, naughty));
          }
        }
      }
      renderer.handler(state, VIEW.language());
      String printed = renderer.printable(state, VIEW.language(), Forms.NOW).html();
      assertThat(Jsoup.parse(printed).select("script, img, svg")).isEmpty();
    }
  }

  private static void shows(Document html, FieldDefinition field, String part, String naughty) {
    Element input = html.getElementById(field.id() + part);
    assertThat(input).as(field.id() + part).isNotNull();
    assertThat(input.tagName().equals("textarea") ? input.wholeText() : input.attr("value"))
        .as(field.type().name())
        .isEqualTo(shown(naughty));
  }

  /** HTML holds no control characters; the page shows the replacement character for them. */
  private static String shown(String typed) {
    return typed
        .codePoints()
        .map(
            c ->
                (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                        || (c >= 0x7f && c <= 0x9f)
                        || c == 0xFFFE
                        || c == 0xFFFF
                    ? 0xFFFD
                    : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private PostedFields post(PageDefinition page, String naughty) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FieldDefinition field : page.fields()) {
      if (field.isAsked() && !field.has(Trait.FILES)) {
        field.type().parts().forEach(part -> values.put(field.id() + part, naughty));
      }
    }
    String body =
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return reader.read(
        "application/x-www-form-urlencoded",
        new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
  }
}
