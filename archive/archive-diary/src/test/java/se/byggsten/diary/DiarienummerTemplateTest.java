package se.byggsten.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.cases.Diarienummer;

class DiarienummerTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "{authority}/{year}/{seq:4}[/{doc:4}], KS/2019/0001, KS/2019/0001/0009",
    "{authority}-{year}-{seq:5}[-{doc}], KS-2019-00001, KS-2019-00001-9",
    "{authority}-{year}/{seq}, KS-2019/1, KS-2019/1",
    "{authority} {year}-{seq:4}, KS 2019-0001, KS 2019-0001",
    "Dnr {seq}/{yy} {authority}, Dnr 1/19 KS, Dnr 1/19 KS"
  })
  void writes_numbers_as_authorities_do(String pattern, String ofCase, String ofDocument) {
    DiarienummerTemplate template = DiarienummerTemplate.of(pattern);
    Diarienummer number = template.format("KS", 2019, 1);

    assertThat(number.text()).isEqualTo(ofCase);
    assertThat(template.format(number, 9)).isEqualTo(ofDocument);
    assertThat(template.parse(ofCase).number()).isEqualTo(number);
    assertThat(template).hasToString(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{authority}",
        "{authority} {seq}",
        "{year}-{seq}",
        "{authority}{year}-{seq}",
        "{authority} {year}-{seq}{doc}",
        "{authority} {year}-{seq}-{doc}",
        "{authority} {year} {yy} {seq}",
        "{authority} {year}-{seq}-{seq}",
        "{authority} {year}-{seq:0}",
        "{authority} {year:4}-{seq}",
        "{authority} {year}-{seq}[-{year}]",
        "{authority} {year}-{seq}[-{doc}]x",
        "{authority} {year}-{seq}[-{doc}][-{doc}]",
        "{authority} {year}1{seq}",
        "{authority} {year}-{sequence}",
        "{authority} {year}-{seq",
        "7{authority} {year}-{seq}",
        "{authority} {year}-{seq} nr"
      })
  void refuses_a_template_that_could_be_read_in_two_ways_or_not_at_all(String pattern) {
    assertThatThrownBy(() -> DiarienummerTemplate.of(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KS 2019-1",
        "KS 2019-00001",
        "KS 2019-0000",
        "KS 2019-0001-0",
        "KS 2019-0001-01",
        "ks 2019-0001",
        "KS 0019-0001",
        "KS 2019-0001 ",
        "KS 2019-0001\n",
        "KS 2019-٠٠٠١",
        "KS 2019-99999999999999999999999999",
        "KS 2019-0001-9999999999999"
      })
  void refuses_text_that_is_not_of_the_template(String text) {
    assertThatThrownBy(() -> DiarienummerTemplate.STANDARD.parse(text))
        .isInstanceOfSatisfying(
            DiaryException.class, e -> assertThat(e.code()).isEqualTo(DiaryException.FORMAT));
  }

  @Test
  void a_very_long_text_is_refused_at_once() {
    assertThat(DiarienummerTemplate.STANDARD.tryParse("K".repeat(10_000_000))).isEmpty();
    assertThat(DiarienummerTemplate.STANDARD.tryParse("KS 2019-" + "0".repeat(1_000_000)))
        .isEmpty();
  }

  @Test
  void refuses_to_write_what_it_could_not_read() {
    DiarienummerTemplate short_ = DiarienummerTemplate.of("{authority} {yy}-{seq}");

    assertThatThrownBy(() -> short_.format("KS", 1999, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> short_.format("KS", 2100, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DiarienummerTemplate.STANDARD.format("ks", 2026, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DiarienummerTemplate.STANDARD.format("KS", 2026, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void reading_gives_back_what_was_written(
      @ForAll("templates") DiarienummerTemplate template,
      @ForAll("codes") String code,
      @ForAll @IntRange(min = 2000, max = 2099) int year,
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long sequence,
      @ForAll @IntRange(min = 1, max = 999_999_999) int document) {
    Diarienummer number = template.format(code, year, sequence);
    String text = template.format(number, document);

    assertThat(template.parse(number.text()))
        .isEqualTo(new DiarienummerTemplate.Parsed(number, OptionalInt.empty()));
    DiarienummerTemplate.Parsed parsed = template.parse(text);
    assertThat(parsed.number()).isEqualTo(number);
    assertThat(parsed.document())
        .isEqualTo(text.equals(number.text()) ? OptionalInt.empty() : OptionalInt.of(document));
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of("KFN", "KS", "BUN", "ÄLN", "N1", "SBN2020", "A123456789");
  }

  @Provide
  Arbitrary<DiarienummerTemplate> templates() {
    Arbitrary<String> separator = Arbitraries.of(" ", "-", "/", ".", ":", "_", " - ");
    Arbitrary<String> year = Arbitraries.of("{year}", "{yy}");
    Arbitrary<String> seq = Arbitraries.of("{seq}", "{seq:4}", "{seq:9}");
    Arbitrary<List<Integer>> order = Arbitraries.shuffle(List.of(0, 1, 2));
    Arbitrary<String> end = Arbitraries.of("", "[-{doc}]", "[/{doc:4}]", "[ - {doc:2}]");
    Arbitrary<String> start = Arbitraries.of("", "Dnr ", "Diarie: ");
    return Combinators.combine(separator, separator, year, seq, order, end, start)
        .as(
            (s1, s2, y, s, o, e, p) -> {
              List<String> parts = List.of("{authority}", y, s);
              return DiarienummerTemplate.of(
                  p
                      + parts.get(o.get(0))
                      + s1
                      + parts.get(o.get(1))
                      + s2
                      + parts.get(o.get(2))
                      + e);
            });
  }
}
