package se.byggsten.forms.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.identifier.BankAccount;
import se.byggsten.core.identifier.Coordinates;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.web.Html;

class FieldTypeTest {
  private static final FieldSettings TWO = FieldSettings.of(Map.of("decimals", 2));
  private static final FieldSettings KILOMETRES = FieldSettings.of(Map.of("unit", "km"));

  private static Object read(FieldType type, FieldSettings settings, String... raw) {
    Bound bound = type.bind(List.of(raw), settings);
    assertThat(bound.error()).isEmpty();
    return bound.value();
  }

  private static List<String> sv(FieldType type, FieldSettings settings, Object value) {
    return type.shown(value, Inputs.reading(settings, Inputs.SV, "a", "b"));
  }

  private static List<String> en(FieldType type, FieldSettings settings, Object value) {
    return type.shown(value, Inputs.reading(settings, Inputs.EN, "a", "b"));
  }

  private static Document drawn(FieldType type, FieldInput input) {
    return Jsoup.parseBodyFragment(type.html(input).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 234,50|1234.5",
        "1\u00a0234,50 kr|1234.5",
        "1\u202f234|1234",
        "1234.5|1234.5",
        "1.234,50|1234.5",
        "1,234.50|1234.5",
        "1.234.567|1234567",
        "1,234,567|1234567",
        "1.234|1234",
        "25.000 km|25000",
        "0.234|0.234",
        ",5|0.5",
        "-3|-3",
        "−3,25|-3.25",
        "–3|-3",
        "+3|3",
        "100:-|100",
        "100 kronor|100",
        "100 SEK|100",
        "12 km|12",
        "12 KM|12",
        "007|7",
        "0|0",
        "100|100"
      })
  void numbers_are_read_as_people_write_them(String written, BigDecimal number) {
    assertThat(read(FieldTypes.NUMBER, KILOMETRES, written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1x",
        "1e5",
        "0x10",
        "--1",
        "1-",
        "1,2,3",
        "1,234",
        "25,000",
        "1.2.3",
        "12.34.567",
        "1,2345.6",
        ",",
        "kr",
        "٣",
        "NaN",
        "1/2",
        "1,234.56,7"
      })
  void what_is_not_a_number_is_not_guessed(String written) {
    assertThat(FieldTypes.NUMBER.bind(List.of(written), KILOMETRES))
        .isEqualTo(Bound.wrong("Number"));
  }

  @Test
  void a_number_of_a_million_digits_is_refused_at_once() {
    assertThat(FieldTypes.NUMBER.bind(List.of("1".repeat(1_000_000)), TWO))
        .isEqualTo(Bound.wrong("Number"));
  }

  @Test
  void amounts_are_shown_with_their_currency() {
    Object value = read(FieldTypes.AMOUNT, TWO, "1 234,5");
    assertThat(sv(FieldTypes.AMOUNT, TWO, value)).containsExactly("1\u00a0234,50\u00a0kr");
    assertThat(en(FieldTypes.AMOUNT, TWO, value)).containsExactly("SEK\u00a01,234.50");
    FieldSettings euro = FieldSettings.of(Map.of("decimals", 2, "currency", "EUR"));
    assertThat(read(FieldTypes.AMOUNT, euro, "10 EUR")).isEqualTo(BigDecimal.TEN);
    assertThat(sv(FieldTypes.AMOUNT, euro, BigDecimal.TEN)).containsExactly("10,00\u00a0EUR");
    assertThat(FieldTypes.AMOUNT.raw(value, TWO)).containsExactly("1234,50");
  }

  @Test
  void numbers_are_shown_with_their_unit_and_limited_in_decimals() {
    Object value = read(FieldTypes.NUMBER, KILOMETRES, "-1234,5");
    assertThat(sv(FieldTypes.NUMBER, KILOMETRES, value))
        .containsExactly("\u22121\u00a0234,5\u00a0km");
    assertThat(FieldTypes.NUMBER.constraints(TWO))
        .containsExactly(new ConstraintRule("Digits", Map.of("integer", 12L, "fraction", 2L)));
  }

  @Test
  void an_amount_has_a_suffix_and_a_keyboard_of_digits_unless_it_may_be_negative() {
    Document page = drawn(FieldTypes.AMOUNT, Inputs.input(List.of("5"), TWO));
    assertThat(page.select(".govuk-input__suffix").text()).isEqualTo("kr");
    assertThat(page.select("input").attr("inputmode")).isEqualTo("decimal");
    FieldInput negative =
        Inputs.full(
            "",
            "",
            List.of(),
            TWO,
            false,
            "",
            List.of(new ConstraintRule("DecimalMin", Map.of("value", "-10"))),
            Map.of());
    assertThat(drawn(FieldTypes.AMOUNT, negative).select("input").hasAttr("inputmode")).isFalse();
  }

  @Test
  void a_day_is_three_numbers_and_is_shown_in_words() {
    assertThat(read(FieldTypes.DATE, TWO, "6", "3", "2014")).isEqualTo(LocalDate.of(2014, 3, 6));
    assertThat(sv(FieldTypes.DATE, TWO, LocalDate.of(2014, 3, 6))).containsExactly("6 mars 2014");
    assertThat(en(FieldTypes.DATE, TWO, LocalDate.of(2014, 3, 6))).containsExactly("6 March 2014");
    assertThat(FieldTypes.DATE.bind(List.of("30", "2", "2014"), TWO))
        .isEqualTo(Bound.wrong("Date"));
    assertThat(FieldTypes.DATE.bind(List.of("6", "3", "14"), TWO)).isEqualTo(Bound.wrong("Date"));
    assertThat(FieldTypes.DATE.rawOfJson("2014-03-06")).containsExactly("06", "03", "2014");
  }

  @Test
  void a_birthday_says_which_part_is_which_to_the_browser() {
    Document page =
        drawn(
            FieldTypes.DATE,
            Inputs.full("", "", List.of(), TWO, false, "bday", List.of(), Map.of()));
    assertThat(page.select("#svar-year").attr("autocomplete")).isEqualTo("bday-year");
    assertThat(page.select("#svar-day").attr("autocomplete")).isEqualTo("bday-day");
  }

  @Test
  void a_month_is_two_numbers() {
    assertThat(read(FieldTypes.MONTH, TWO, "9", "2026")).isEqualTo(YearMonth.of(2026, 9));
    assertThat(sv(FieldTypes.MONTH, TWO, YearMonth.of(2026, 9))).containsExactly("september 2026");
    assertThat(FieldTypes.MONTH.bind(List.of("13", "2026"), TWO))
        .isEqualTo(Bound.wrong("YearMonth"));
    assertThat(FieldTypes.MONTH.json(YearMonth.of(2026, 9))).isEqualTo("2026-09");
  }

  @ParameterizedTest
  @CsvSource({
    "09:30, 09:30",
    "9.30, 09:30",
    "kl 9, 09:00",
    "kl. 18.05, 18:05",
    "0930, 09:30",
    "930, 09:30",
    "23:59, 23:59",
    "0, 00:00"
  })
  void times_are_read_as_people_write_them(String written, String shown) {
    Object value = read(FieldTypes.TIME, TWO, written);
    assertThat(value).isEqualTo(LocalTime.parse(shown));
    assertThat(sv(FieldTypes.TIME, TWO, value)).containsExactly(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "9:60", "9:5", "half past nine", "09:30:00"})
  void what_is_no_time_is_refused(String written) {
    assertThat(FieldTypes.TIME.bind(List.of(written), TWO)).isEqualTo(Bound.wrong("ClockTime"));
  }

  @ParameterizedTest
  @CsvSource({
    "201406301234, 20140630-1234",
    "20140630-1234, 20140630-1234",
    "140630-1234, 140630-1234"
  })
  void a_personnummer_has_a_hyphen(String written, String shown) {
    assertThat(sv(FieldTypes.PERSONNUMMER, TWO, written)).containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0701234567, 070-123 45 67",
    "+46701234567, 070-123 45 67",
    "08-50800000, 08-508 000 00",
    "055512000, 0555-120 00",
    "+4722334455, +47 22 33 44 55",
    "ring mig, ring mig"
  })
  void a_telephone_number_is_grouped(String written, String shown) {
    assertThat(sv(FieldTypes.PHONE, TWO, written)).containsExactly(shown);
  }

  @Test
  void numbers_of_payments_and_places_are_grouped_when_they_are_right() {
    assertThat(sv(FieldTypes.POSTAL_CODE, TWO, "12345")).containsExactly("123 45");
    assertThat(sv(FieldTypes.ORGANISATIONSNUMMER, TWO, "5560160680"))
        .containsExactly("556016-0680");
    assertThat(sv(FieldTypes.ORGANISATIONSNUMMER, TWO, "165560160680"))
        .containsExactly("556016-0680");
    assertThat(sv(FieldTypes.ORGANISATIONSNUMMER, TWO, "201406301234"))
        .containsExactly("20140630-1234");
    assertThat(sv(FieldTypes.IBAN, TWO, "se4550000000058398257466"))
        .containsExactly("SE45 5000 0000 0583 9825 7466");
    assertThat(sv(FieldTypes.BANKGIRO, TWO, "123")).containsExactly("123");
    assertThat(sv(FieldTypes.FASTIGHETSBETECKNING, TWO, "Eksta  Berga 1:2"))
        .containsExactly("Eksta Berga 1:2");
  }

  @Test
  void an_address_names_the_part_that_is_missing() {
    assertThat(FieldTypes.ADDRESS.bind(List.of("", "", "123 45", "Eksta"), TWO).error())
        .isEqualTo("AddressStreet");
    assertThat(FieldTypes.ADDRESS.bind(List.of("Storgatan 1", "", "1", "Eksta"), TWO).error())
        .isEqualTo("AddressPostalCode");
    assertThat(FieldTypes.ADDRESS.bind(List.of("Storgatan 1", "", "123 45", " "), TWO).error())
        .isEqualTo("AddressCity");
    assertThat(FieldTypes.ADDRESS.bind(List.of("x".repeat(101), "", "12345", "E"), TWO).error())
        .isEqualTo("AddressLong");
    Document page =
        drawn(
            FieldTypes.ADDRESS,
            Inputs.full(
                "",
                "Skriv orten",
                List.of("Storgatan 1", "", "123 45", ""),
                TWO,
                false,
                "shipping street-address",
                List.of(),
                Map.of()));
    assertThat(page.select("[aria-invalid]").eachAttr("id")).containsExactly("svar-city");
    assertThat(page.select("fieldset").attr("aria-describedby")).isEqualTo("svar-error");
    assertThat(page.select("#svar-error").text()).contains("Skriv orten");
    assertThat(page.select("#svar-postal-code").attr("autocomplete"))
        .isEqualTo("shipping postal-code");
    assertThat(page.select("#svar-care-of")).isEmpty();
  }

  @Test
  void an_address_with_what_cannot_be_printed_is_refused() {
    assertThat(FieldTypes.ADDRESS.bind(List.of("Stor\u0001gatan", "", "12345", "E"), TWO).error())
        .isEqualTo("PrintableText");
  }

  @Test
  void text_to_read_is_markdown_without_markup_of_its_own() {
    Document page =
        drawn(
            FieldTypes.CONTENT,
            Inputs.input("Läs **detta**.\n\n<script>x</script>", "", List.of(), TWO, false));
    assertThat(page.select("h2").text()).isEqualTo("Fråga & <svar>");
    assertThat(page.select("strong").text()).isEqualTo("detta");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.text()).contains("<script>x</script>");
  }

  @Test
  void an_address_is_shown_line_by_line_and_never_in_a_log() {
    Object address = read(FieldTypes.ADDRESS, TWO, "Storgatan 1", "Ek", "12345", "Eksta");
    assertThat(sv(FieldTypes.ADDRESS, TWO, address))
        .containsExactly("c/o Ek", "Storgatan 1", "123 45 Eksta");
    assertThat(address).hasToString("PostalAddress[masked]");
  }

  @Test
  void a_doubtful_account_is_kept_with_a_warning() {
    Object doubtful = read(FieldTypes.BANK_ACCOUNT, TWO, "1100", "1234567");
    assertThat(((BankAccount) doubtful).check()).isEqualTo(BankAccount.Check.DOUBTFUL);
    assertThat(FieldTypes.BANK_ACCOUNT.doubts(doubtful, TWO)).containsExactly("BankAccount");
    assertThat(FieldTypes.BANK_ACCOUNT.bind(List.of("11", "x"), TWO))
        .isEqualTo(Bound.wrong("BankAccount"));
  }

  @Test
  void a_place_is_read_in_either_system() {
    Object metres = read(FieldTypes.COORDINATES, TWO, "6 580 822", "674032");
    Object degrees = read(FieldTypes.COORDINATES, TWO, "59,3302", "18.0592°");
    assertThat(((Coordinates) metres).system()).isEqualTo(Coordinates.ReferenceSystem.SWEREF_99_TM);
    assertThat(((Coordinates) degrees).system()).isEqualTo(Coordinates.ReferenceSystem.WGS_84);
    assertThat(sv(FieldTypes.COORDINATES, TWO, metres))
        .containsExactly("N 6580822, E 674032 (SWEREF 99 TM)");
    assertThat(FieldTypes.COORDINATES.bind(List.of("0", "0"), TWO))
        .isEqualTo(Bound.wrong("Coordinates"));
    assertThat(FieldTypes.COORDINATES.bind(List.of("6580822", ""), TWO))
        .isEqualTo(Bound.wrong("Coordinates"));
  }

  @Test
  void a_country_is_a_list_with_sweden_first_that_can_be_searched() {
    assertThat(read(FieldTypes.COUNTRY, TWO, "no")).isEqualTo("NO");
    assertThat(sv(FieldTypes.COUNTRY, TWO, "NO")).containsExactly("Norge");
    Document page = drawn(FieldTypes.COUNTRY, Inputs.input(List.of("NO"), TWO));
    assertThat(page.select("option").eachAttr("value"))
        .startsWith("", "SE")
        .hasSizeGreaterThan(200);
    assertThat(page.select("option[selected]").text()).isEqualTo("Norge");
    assertThat(page.select("select").attr("data-module")).isEqualTo("byggsten-combobox");
  }

  @Test
  void a_calculated_value_is_rounded_and_shown_by_its_format() {
    FieldType type = FieldTypes.CALCULATED;
    FieldSettings fee = FieldSettings.of(Map.of("format", "amount", "decimals", 2));
    Object value = type.calculated(1234.565, fee).value();
    assertThat(value).isEqualTo(new BigDecimal("1234.57"));
    assertThat(sv(type, fee, value)).containsExactly("1\u00a0234,57\u00a0kr");
    assertThat(drawn(type, Inputs.input(sv(type, fee, value), fee)).text()).contains("1 234,57 kr");
    FieldSettings day = FieldSettings.of(Map.of("format", "date"));
    assertThat(type.calculated("2014-03-06", day)).isEqualTo(Bound.of(LocalDate.of(2014, 3, 6)));
    assertThat(type.calculated("", day)).isEqualTo(Bound.ABSENT);
    assertThat(sv(type, day, "2014-03-06")).containsExactly("6 mars 2014");
    assertThat(sv(type, day, "")).containsExactly("Räknas ut när du har svarat på frågorna");
    FieldSettings yes = FieldSettings.of(Map.of("format", "yes-no"));
    assertThat(sv(type, yes, true)).containsExactly("Ja");
    assertThat(drawn(type, Inputs.input(sv(type, yes, true), yes)).text()).contains("Ja");
    assertThat(drawn(type, Inputs.input(List.of(), yes)).text()).contains("Räknas ut");
    assertThat(type.bind(List.of("1"), fee)).isEqualTo(Bound.ABSENT);
  }

  @Test
  void options_are_shown_by_their_text_and_hold_what_lies_under_them() {
    assertThat(sv(FieldTypes.RADIO, TWO, "a")).containsExactly("Text: a");
    assertThat(sv(FieldTypes.CHECKBOXES, TWO, List.of("a", "b")))
        .containsExactly("Text: a", "Text: b");
    FieldInput input =
        Inputs.full(
            "",
            "",
            List.of("a"),
            TWO,
            false,
            "",
            List.of(),
            Map.of("b", Html.text("UNDER")),
            "a",
            "b");
    Document page = drawn(FieldTypes.RADIO, input);
    assertThat(page.text()).contains("Svara bara om du valde ”Text: b”.").contains("UNDER");
    assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("a");
  }

  @Test
  void yes_no_and_declaration_read_only_what_they_offer() {
    assertThat(read(FieldTypes.YES_NO, TWO, "no")).isEqualTo(false);
    assertThat(FieldTypes.YES_NO.bind(List.of("maybe"), TWO)).isEqualTo(Bound.wrong("Choice"));
    assertThat(FieldTypes.DECLARATION.bind(List.of("no"), TWO)).isEqualTo(Bound.ABSENT);
    assertThat(read(FieldTypes.DECLARATION, TWO, "yes")).isEqualTo(true);
  }

  @Test
  void files_are_never_read_from_texts_and_are_shown_with_their_size() {
    assertThat(FieldTypes.FILES.bind(List.of("x"), TWO)).isEqualTo(Bound.ABSENT);
    assertThat(
            sv(
                FieldTypes.FILES,
                TWO,
                List.of(
                    Map.of("name", "a.pdf", "size", 2_345_678L),
                    Map.of("name", "b.pdf", "size", 10L))))
        .containsExactly("a.pdf (2,3 MB)", "b.pdf (1 kB)");
  }
}
