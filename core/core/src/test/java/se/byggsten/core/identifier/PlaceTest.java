package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.identifier.Coordinates.ReferenceSystem;

class PlaceTest {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");

  @ParameterizedTest
  @CsvSource({"12345, 123 45", "123 45, 123 45", "SE-123 45, 123 45", "s-12345, 123 45"})
  void a_postnummer_is_shown_with_a_space(String written, String shown) {
    assertThat(Postnummer.parse(written).formatted()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01234", "1234", "123456", "DK-1234", "123 4a", "", "SE"})
  void what_is_not_five_digits_is_no_postnummer(String written) {
    assertThat(Postnummer.tryParse(written)).isEmpty();
  }

  @Property(tries = 200)
  void a_formatted_postnummer_parses_to_the_same(
      @ForAll @IntRange(min = 10000, max = 99999) int n) {
    Postnummer parsed = Postnummer.parse(String.valueOf(n));
    assertThat(Postnummer.parse(parsed.formatted())).isEqualTo(parsed);
    assertThat(parsed.canonical()).isEqualTo(String.valueOf(n));
  }

  @ParameterizedTest
  @CsvSource({
    "Skoby Berga 1:2, Skoby Berga, 1, 2",
    "Göteborg Nordstaden 17:5, Göteborg Nordstaden, 17, 5",
    "EKSTA SÖRBY 1:2, EKSTA SÖRBY, 1, 2",
    "Berga ga:1, Berga, GA, 1",
    "Berga S:14, Berga, S, 14",
    "Eksta Liljan 5, Eksta Liljan, -, 5",
    "Eksta kv. Liljan 5, Eksta Liljan, -, 5",
    "'  Malung-Sälen  Västra Fors 12 : 3 ', Malung-Sälen Västra Fors, 12, 3",
    "Upplands-Bro S:t Olof 1:1, Upplands-Bro S:t Olof, 1, 1",
    "Jokkmokk Jåhkåmåhkke 1:11, Jokkmokk Jåhkåmåhkke, 1, 11",
  })
  void a_fastighetsbeteckning_has_place_block_and_unit(
      String written, String place, String block, int unit) {
    Fastighetsbeteckning parsed = Fastighetsbeteckning.parse(written);
    assertThat(parsed.place()).isEqualTo(place);
    assertThat(parsed.block().orElse("-")).isEqualTo(block);
    assertThat(parsed.unit()).isEqualTo(unit);
    assertThat(parsed).hasToString("Fastighetsbeteckning[masked]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Berga",
        "17:5",
        "Berga 0:1",
        "Berga 1:0",
        "Berga 1:",
        "Berga 1:2:3",
        "Berga X:1",
        "1:2 Berga",
        "<b> 1:2"
      })
  void what_lacks_a_name_or_a_number_is_no_fastighetsbeteckning(String written) {
    assertThat(Fastighetsbeteckning.tryParse(written)).isEmpty();
  }

  @Test
  void the_registeromrade_may_be_told_from_the_trakt_by_who_knows_it() {
    Fastighetsbeteckning parsed = Fastighetsbeteckning.parse("Göteborg Nordstaden 17:5");
    assertThat(parsed.traktIn("göteborg")).contains("Nordstaden");
    assertThat(parsed.traktIn("Eksta")).isEmpty();
    assertThat(parsed.isJoint()).isFalse();
    assertThat(Fastighetsbeteckning.parse("Berga GA:1").isJoint()).isTrue();
  }

  @Test
  void letters_may_come_in_parts() {
    assertThat(Fastighetsbeteckning.parse("Eksta So\u0308rby 1:2"))
        .isEqualTo(Fastighetsbeteckning.parse("eksta sörby 1:2"));
  }

  @Property(tries = 300)
  void a_formatted_fastighetsbeteckning_parses_to_the_same(
      @ForAll("places") String place,
      @ForAll @IntRange(min = 1, max = 99999) int block,
      @ForAll @IntRange(min = 1, max = 99999) int unit) {
    for (String written :
        List.of(place + " " + block + ":" + unit, place + " S:" + unit, place + " " + unit)) {
      Fastighetsbeteckning parsed = Fastighetsbeteckning.parse(written);
      assertThat(Fastighetsbeteckning.parse(parsed.formatted())).isEqualTo(parsed);
      assertThat(Fastighetsbeteckning.parse(parsed.canonical())).isEqualTo(parsed);
    }
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.strings()
        .withChars("abcdeåäöÅÄÖéüABC-")
        .ofMinLength(1)
        .ofMaxLength(10)
        .filter(word -> !word.startsWith("-"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }

  /** Points that Lantmäteriet publishes for SWEREF 99 TM. */
  @ParameterizedTest
  @CsvSource({
    "55, 12.75, 6097106.672, 356083.438",
    "55, 14.25, 6095048.642, 452024.069",
    "57, 12.75, 6319636.937, 363331.554",
    "57, 19.5, 6326392.707, 773251.054",
    "59, 11.25, 6546096.724, 284626.066",
    "59, 19.5, 6548757.206, 758410.519",
  })
  void degrees_and_metres_are_the_same_place(
      double latitude, double longitude, double northing, double easting) {
    Coordinates degrees = Coordinates.ofWgs84(latitude, longitude);
    assertThat(degrees.northing()).isEqualTo(northing, within(0.0006));
    assertThat(degrees.easting()).isEqualTo(easting, within(0.0006));
    Coordinates metres = Coordinates.ofSweref99Tm(northing, easting);
    assertThat(metres.latitude()).isEqualTo(latitude, within(1e-7));
    assertThat(metres.longitude()).isEqualTo(longitude, within(1e-7));
  }

  /** The worked example in Lantmäteriet's description of the formulas. */
  @Test
  void the_formulas_give_the_published_example() {
    GaussKruger projection =
        new GaussKruger(
            6378137.0,
            1 / 298.257222101,
            13.0 + 35.0 / 60 + 7.692 / 3600,
            1.000002540000,
            -6226307.8640,
            84182.8790);
    GaussKruger.Grid grid = projection.toGrid(new GaussKruger.Geodetic(66, 24));
    assertThat(grid.northing()).isEqualTo(1135809.413803, within(1e-5));
    assertThat(grid.easting()).isEqualTo(555304.016555, within(1e-5));
    GaussKruger.Geodetic back = projection.toGeodetic(grid);
    Offset<Double> hair = within(1e-10);
    assertThat(back.latitude()).isEqualTo(66, hair);
    assertThat(back.longitude()).isEqualTo(24, hair);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "59.330231, 18.059196 | WGS_84 | 59.330231, 18.059196",
        "59,330231 18,059196 | WGS_84 | 59.330231, 18.059196",
        "18.059196 59.330231 | WGS_84 | 59.330231, 18.059196",
        "lat: 59.330231° long: 18.059196° | WGS_84 | 59.330231, 18.059196",
        "6580822 674032 | SWEREF_99_TM | N 6580822, E 674032",
        "6580822,674032 | SWEREF_99_TM | N 6580822, E 674032",
        "6 580 822, 674 032 | SWEREF_99_TM | N 6580822, E 674032",
        "674 032 6 580 822 | SWEREF_99_TM | N 6580822, E 674032",
        "N 6580822,5 E 674032,25 | SWEREF_99_TM | N 6580822.5, E 674032.25",
      })
  void coordinates_are_read_as_people_write_them(
      String written, ReferenceSystem system, String shown) {
    Coordinates parsed = Coordinates.parse(written);
    assertThat(parsed.system()).isEqualTo(system);
    assertThat(parsed.formatted()).isEqualTo(shown);
    assertThat(parsed.northing()).isEqualTo(6580822, within(1.0));
    assertThat(parsed.easting()).isEqualTo(674032, within(1.0));
    assertThat(parsed).hasToString("Coordinates[" + system + " masked]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52.52, 13.40 | IDENTIFIER-OUTSIDE",
        "6000000, 674032 | IDENTIFIER-OUTSIDE",
        "7999999, 999999 | IDENTIFIER-OUTSIDE",
        "59.33 | IDENTIFIER-FORMAT",
        "59.33, 18.05, 12.1 | IDENTIFIER-FORMAT",
        "torget | IDENTIFIER-FORMAT",
        "-59.33, 18.05 | IDENTIFIER-FORMAT",
        "6580822674032 | IDENTIFIER-FORMAT",
      })
  void a_place_that_is_not_in_sweden_is_told_from_one_that_is_not_written_right(
      String written, String code) {
    assertThatThrownBy(() -> Coordinates.parse(written))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.of(code)));
  }

  @Test
  void numbers_that_are_none_are_outside() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e300, 0}) {
      assertThatThrownBy(() -> Coordinates.ofWgs84(bad, 18))
          .isInstanceOf(InvalidIdentifierException.class);
      assertThatThrownBy(() -> Coordinates.ofSweref99Tm(6580822, bad))
          .isInstanceOf(InvalidIdentifierException.class);
    }
  }

  @Property(tries = 300)
  void formatted_coordinates_parse_to_the_same(
      @ForAll @DoubleRange(min = 55, max = 69) double latitude,
      @ForAll @DoubleRange(min = 10.1, max = 24.1) double longitude) {
    Coordinates degrees = Coordinates.ofWgs84(latitude, longitude);
    assertThat(Coordinates.parse(degrees.formatted())).isEqualTo(degrees);
    Coordinates metres = Coordinates.parse(degrees.canonical());
    assertThat(metres).isEqualTo(degrees);
    assertThat(Coordinates.parse(metres.formatted())).isEqualTo(metres);
    assertThat(metres.latitude()).isEqualTo(degrees.latitude(), within(2e-7));
  }

  @Test
  void sweden_comes_first_and_the_rest_in_the_order_of_the_language() {
    List<String> names = CountryCode.all(SWEDISH).stream().map(c -> c.name(SWEDISH)).toList();
    assertThat(names).startsWith("Sverige", "Afghanistan").hasSizeGreaterThan(240);
    assertThat(names.indexOf("Åland")).isGreaterThan(names.indexOf("Zimbabwe"));
    assertThat(CountryCode.SWEDEN.name(Locale.ENGLISH)).isEqualTo("Sweden");
    for (String language : List.of("fi", "se", "yi", "fit", "rom", "sma")) {
      assertThat(CountryCode.SWEDEN.name(Locale.forLanguageTag(language))).isNotEqualTo("SE");
    }
  }

  @Test
  void a_country_is_found_by_name_or_code() {
    assertThat(CountryCode.find("norge", SWEDISH)).contains(CountryCode.parse("NO"));
    assertThat(CountryCode.find("no", SWEDISH)).contains(CountryCode.parse("NO"));
    assertThat(CountryCode.find("Eksta", SWEDISH)).isEmpty();
    assertThat(CountryCode.tryParse("XX")).isEmpty();
    assertThat(CountryCode.tryParse("")).isEmpty();
  }

  @Property(tries = 300)
  void any_text_is_parsed_or_refused_with_a_code(@ForAll String text) {
    assertThat(Postnummer.tryParse("x" + text)).isEmpty();
    assertThat(Coordinates.tryParse("x" + text)).isEmpty();
    assertThat(Fastighetsbeteckning.tryParse("1" + text)).isEmpty();
  }

  @Test
  @Timeout(60)
  void long_hostile_texts_cost_little() {
    for (String text :
        List.of(
            "a".repeat(200_000),
            "a ".repeat(100_000),
            "1 ".repeat(100_000),
            "a:".repeat(99) + "!",
            "a ".repeat(90) + "1",
            "6 580 822,".repeat(19))) {
      assertThat(Fastighetsbeteckning.tryParse(text)).isEmpty();
      assertThat(Coordinates.tryParse(text)).isEmpty();
      assertThat(BankAccount.tryParse("x" + text)).isEmpty();
      assertThat(Iban.tryParse(text)).isEmpty();
      assertThat(Postnummer.tryParse(text)).isEmpty();
    }
  }
}
