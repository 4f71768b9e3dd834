package se.byggsten.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlTemplate;

class FormComponentsTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final String SECRET = "Åsa Hemlig";

  private static Document read(Component component) {
    return Jsoup.parse(component.toHtml().value());
  }

  @Test
  void each_entry_of_a_list_has_links_that_make_sense_alone() {
    AddAnother list =
        AddAnother.builder(SV)
            .entry(new AddAnother.Entry("Barn 1", List.of(), "/barn/1", "/barn/1/ta-bort"))
            .add("Lägg till ett barn", "/barn/ny")
            .build();
    assertThat(read(list).select("a").eachText())
        .containsExactly("Ändra (Barn 1)", "Ta bort (Barn 1)", "Lägg till ett barn");
    assertThat(read(AddAnother.builder(SV).empty("Inga barn än").note("Högst 0").build()).text())
        .isEqualTo("Inga barn än Högst 0");
  }

  @Test
  void a_code_is_shown_in_groups_and_read_letter_by_letter() {
    Document code = read(ResumeCode.of(SV, "K7RM2XQ9", null));
    assertThat(code.select("[aria-hidden]").text()).isEqualTo("K7RM-2XQ9");
    assertThat(code.select(".govuk-visually-hidden").text()).isEqualTo("K 7 R M, 2 X Q 9");
  }

  @Test
  void months_and_times_are_asked_for_in_parts_of_a_group() {
    Document time =
        read(
            DateInput.time("tid")
                .legend("När?")
                .part("hour", "14")
                .part("minute", "<")
                .error("Skriv en tid")
                .wrongParts(List.of("minute"))
                .build());
    assertThat(time.select("input").eachAttr("name")).containsExactly("tid-hour", "tid-minute");
    assertThat(time.select("input").eachAttr("value")).containsExactly("14", "<");
    assertThat(time.select(".govuk-input--error").eachAttr("id")).containsExactly("tid-minute");
    assertThat(time.select("fieldset").attr("aria-describedby")).isEqualTo("tid-error");
    Document month = read(DateInput.month("m").legend("När?").autocomplete("year", "x").build());
    assertThat(month.select("label").eachText()).containsExactly("År", "Månad");
    assertThat(month.select("[autocomplete=x]").attr("name")).isEqualTo("m-year");
  }

  @Test
  void a_list_to_search_in_is_a_plain_select_until_the_script_comes() {
    Document select =
        read(Select.builder("ort").label("Ort").option("a", "Åmål").searchable().build());
    assertThat(select.select("select[data-module=byggsten-combobox] option")).hasSize(1);
    Document free =
        read(Autocomplete.builder("ort").label("Ort").suggestions(List.of("Åmål")).build());
    assertThat(free.select("input").attr("list")).isEqualTo(free.select("datalist").attr("id"));
  }

  @Test
  void radios_of_a_template_are_ticked_by_flags() {
    Radios.Builder radios = Radios.builder("val").legend("Val");
    for (String value : List.of("a", "b")) {
      radios.choice(
          Choice.builder(value, value).attributes(HtmlTemplate.flag("checked", value)).build());
    }
    HtmlTemplate template = HtmlTemplate.compile(radios.build().toHtml());
    Html drawn = template.fill().flag("b", true).toHtml();
    assertThat(Jsoup.parse(drawn.value()).select("[checked]").eachAttr("value"))
        .containsExactly("b");
  }

  @Test
  void none_prints_what_somebody_answered() {
    List<Object> all =
        List.of(
            Autocomplete.builder("x").label("x").value(SECRET).build(),
            Select.builder("x").label("x").value(SECRET).searchable().build(),
            DateInput.month("x").legend("x").part("year", SECRET).build(),
            ResumeCode.of(SV, SECRET, null),
            new AddAnother.Entry(SECRET, List.of(), null, null),
            AddAnother.builder(SV)
                .entry(new AddAnother.Entry(SECRET, List.of(), null, null))
                .build(),
            TaskList.Task.later(SECRET, "x"));
    assertThat(all).allSatisfy(one -> assertThat(one.toString()).doesNotContain(SECRET));
  }
}
