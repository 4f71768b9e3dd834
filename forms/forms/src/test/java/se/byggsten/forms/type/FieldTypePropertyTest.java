package se.byggsten.forms.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.byggsten.core.identifier.CountryCode;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.Trait;

class FieldTypePropertyTest {
  private static final List<String> NASTY =
      List.of(
          "<script>alert(1)</script>",
          "\"'><img src=x onerror=alert(1)>",
          "\u0000",
          "\u202e",
          "\ud800",
          "{option}",
          "${7*7}",
          "null",
          "true",
          "NaN",
          "-Infinity",
          "1e999999999",
          "0x1F",
          "+46",
          "00",
          "16",
          "٣",
          " \t\r\n ",
          "a\r\nb");
  private static final List<String> ALMOST_RIGHT =
      List.of(
          "yes",
          "no",
          "1",
          "12",
          "02",
          "2026",
          "1 234,50 kr",
          "−3,5",
          "1.234.567,5",
          "09:30",
          "kl. 9.30",
          "2014-02-29",
          "2026-09",
          "SE",
          "se",
          "201403061234",
          "20140306-1234",
          "556016-0680",
          "16556016-0680",
          "0701234567",
          "+46 70 123 45 67",
          "+47 22 33 44 55",
          "12345",
          "123 45",
          "Storgatan 1",
          "Eksta",
          "8327-9",
          "8327",
          "5000",
          "9020 02",
          "1234567",
          "123 456 789",
          "6580822",
          "674032",
          "59,33",
          "18.06",
          "SE45 5000 0000 0583 9825 7466",
          "Eksta Berga 1:2",
          "a",
          "b");

  @Provide
  Arbitrary<List<String>> posts() {
    Arbitrary<String> text =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.of(ALMOST_RIGHT)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(NASTY)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just("")),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().numeric().ofMaxLength(12)),
            net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(30)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.strings().numeric().withChars(" .,-−kr:").ofMaxLength(14)));
    return text.list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<FieldType> types() {
    return Arbitraries.of(FieldTypes.standard().all());
  }

  @Provide
  Arbitrary<FieldSettings> settings() {
    Arbitrary<Integer> decimals = Arbitraries.integers().between(-3, 20);
    Arbitrary<String> text =
        Arbitraries.of("", "km", "kr", "SEK", "EUR", "wgs84", "amount", "date", "yes-no", "text");
    return Combinators.combine(decimals, text, Arbitraries.of(true, false))
        .as(
            (number, word, flag) ->
                FieldSettings.of(
                    Map.of(
                        "decimals", number,
                        "rows", number,
                        "unit", word,
                        "currency", word,
                        "format", word,
                        "system", word,
                        "careOf", flag)));
  }

  @Property(tries = 1_500)
  void an_answer_that_can_be_read_survives_posting_and_json(
      @ForAll("types") FieldType type,
      @ForAll("posts") List<String> raw,
      @ForAll("settings") FieldSettings settings) {
    Bound bound = type.bind(raw, settings);
    if (!bound.error().isEmpty()) {
      assertThat(type.errors()).as("errors of %s", type.name()).contains(bound.error());
    }
    if (bound.value() == null) {
      assertThat(raw.stream().allMatch(String::isBlank) && !bound.error().isEmpty()).isFalse();
      return;
    }
    Object value = bound.value();
    assertThat(value).isInstanceOf(type.javaType(settings));
    assertThat(type.bind(type.raw(value, settings), settings)).isEqualTo(bound);
    Object json = type.json(value);
    assertThat(isJson(json)).as("JSON of %s", type.name()).isTrue();
    assertThat(type.bind(type.rawOfJson(json), settings)).isEqualTo(bound);
    List<String> options = type.raw(value, settings);
    if (type != FieldTypes.COUNTRY || CountryCode.tryParse((String) value).isPresent()) {
      assertThat(SchemaCheck.accepts(type.jsonSchema(settings, options), json))
          .as("the schema of %s", type.name())
          .isTrue();
    }
    for (Locale locale : List.of(Inputs.SV, Inputs.EN, Locale.forLanguageTag("rom"))) {
      assertThat(type.shown(value, Inputs.reading(settings, locale, "a", "b")))
          .as("shown by %s", type.name())
          .isNotEmpty()
          .allMatch(line -> line.lines().count() <= 1);
    }
    assertThat(type.expressionValue(value)).isNotNull();
    assertThat(type.allDoubts()).containsAll(type.doubts(value, settings));
  }

  @Property(tries = 600)
  void whatever_was_written_is_drawn_as_text(
      @ForAll("types") FieldType type,
      @ForAll("posts") List<String> raw,
      @ForAll("settings") FieldSettings settings,
      @ForAll boolean heading) {
    Document page =
        Jsoup.parseBodyFragment(
            type.html(
                    Inputs.input(
                        "Hjälp <b>", "Fel <b>", raw, settings, heading, "a", "<script>b</script>"))
                .value());
    assertThat(page.select("script, img, b, [onerror]")).isEmpty();
    assertThat(page.text()).contains("Fråga & <svar>");
    assertThat(page.select("#" + type.anchor("svar"))).as("anchor of %s", type.name()).hasSize(1);
    assertThat(page.select("h1")).hasSize(heading ? 1 : 0);
    if (type.traits().contains(Trait.TYPED)) {
      List<String> parts = type.parts();
      for (int part = 0; part < parts.size(); part++) {
        Element drawn = page.selectFirst("[name=svar" + parts.get(part) + "]");
        boolean dateOfOther = parts.size() == 3 && raw.size() != 3;
        if (drawn != null && drawn.nameIs("input") && !dateOfOther && part < raw.size()) {
          assertThat(printable(drawn.attr("value"))).isEqualTo(printable(raw.get(part)));
        }
      }
    }
    unlabelled(page)
        .forEach(input -> assertThat(input.id()).as("a label in %s", type.name()).isEmpty());
  }

  /** What HTML can hold; controls, halves of pairs and characters that are none become a mark. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\u0080-\u009f\ufdd0-\ufdef\ufffd-\uffff\\p{Cs}]", "");
  }

  private static List<Element> unlabelled(Document page) {
    List<Element> without = new ArrayList<>();
    for (Element input : page.select("input, select, textarea")) {
      if (page.select("label[for=" + input.id() + "]").isEmpty()) {
        without.add(input);
      }
    }
    return without;
  }

  private static boolean isJson(Object json) {
    if (json instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .allMatch(entry -> entry.getKey() instanceof String && isJson(entry.getValue()));
    }
    if (json instanceof List<?> list) {
      return list.stream().allMatch(FieldTypePropertyTest::isJson);
    }
    return json instanceof String || json instanceof Boolean || json instanceof BigDecimal;
  }

  @Property(tries = 400)
  void json_of_any_shape_gives_a_text_for_each_part(
      @ForAll("types") FieldType type, @ForAll("json") Object json) {
    List<String> raw = type.rawOfJson(json);
    if (!type.traits().contains(Trait.FILES) && !List.of().equals(json)) {
      assertThat(raw.size()).as("parts of %s", type.name()).isPositive();
    }
    assertThat(type.bind(raw, FieldSettings.NONE)).isNotNull();
  }

  @Provide
  Arbitrary<Object> json() {
    return Arbitraries.of(
        "",
        "text",
        true,
        false,
        new BigDecimal("1E+2000000000"),
        new BigDecimal("1E-2000000000"),
        new BigDecimal("12345678901234567890.5"),
        1,
        2.5,
        Double.NaN,
        List.of(),
        List.of("a", 1, true),
        Map.of(),
        Map.of("street", 1, "postalCode", List.of(), "city", true),
        Map.of("north", "x", "east", new BigDecimal("1E+2000000000")),
        Map.of("clearing", Map.of(), "account", "1"));
  }
}
