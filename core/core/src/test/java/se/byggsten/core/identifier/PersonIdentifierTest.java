package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.core.identifier.Numbers.TODAY;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.identifier.PersonIdentifier.Option;

class PersonIdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "191212121212, 19121212-1212",
    "19121212-1212, 19121212-1212",
    "121212+1212, 19121212-1212",
    "121212-1212, 20121212-1212",
    "1212121212, 20121212-1212",
  })
  void the_separator_tells_the_century_of_the_short_form(String written, String formatted) {
    assertThat(PersonIdentifier.parse(written, TODAY).format()).isEqualTo(formatted);
  }

  @Test
  void the_short_form_of_a_date_later_this_year_is_a_hundred_years_back() {
    String tomorrow = Numbers.withCheckDigit("261123239");
    assertThat(PersonIdentifier.parse(tomorrow, TODAY).canonical()).startsWith("19261123");
    assertThat(PersonIdentifier.parse(tomorrow, TODAY.plusDays(1)).canonical())
        .startsWith("20261123");
  }

  @ParameterizedTest
  @CsvSource({
    "19121212121, IDENTIFIER-FORMAT",
    "191212121213, IDENTIFIER-CHECK-DIGIT",
    "19121212 1212, IDENTIFIER-FORMAT",
    "19121212|1212, IDENTIFIER-FORMAT",
    "19121212--1212, IDENTIFIER-FORMAT",
    "１９１２１２１２１２１２, IDENTIFIER-FORMAT",
    "201509160006, IDENTIFIER-FORMAT",
  })
  void what_is_wrong_has_a_code_of_its_own(String written, String code) {
    assertThatThrownBy(() -> PersonIdentifier.parse(written, TODAY))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.of(code)));
  }

  @Test
  void a_date_that_does_not_exist_is_refused() {
    String february30 = "20" + Numbers.withCheckDigit("010230239");
    assertThatThrownBy(() -> PersonIdentifier.parse(february30, TODAY))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(InvalidIdentifierException.DATE));
  }

  @Test
  void a_date_to_come_is_refused() {
    String tomorrow = "20" + Numbers.withCheckDigit("261123239");
    assertThatThrownBy(() -> PersonIdentifier.parse(tomorrow, TODAY))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(InvalidIdentifierException.FUTURE));
  }

  @Test
  void a_number_with_check_digit_zero_is_as_good_as_any() {
    int zeros = 0;
    for (int serial = 1; serial < 1000; serial++) {
      String number = Numbers.withCheckDigit("900101" + "%03d".formatted(serial));
      assertThat(PersonIdentifier.tryParse("19" + number, TODAY)).isPresent();
      zeros += number.endsWith("0") ? 1 : 0;
    }
    assertThat(zeros).isBetween(99, 100);
  }

  @Property(tries = 300)
  void every_way_to_write_a_number_gives_the_same_value(@ForAll("personnummer") String twelve) {
    PersonIdentifier parsed = PersonIdentifier.parse(twelve, TODAY);
    assertThat(parsed).isInstanceOf(Personnummer.class);
    assertThat(PersonIdentifier.parse(parsed.format(), TODAY)).isEqualTo(parsed);
    assertThat(parsed.canonical()).isEqualTo(twelve);
    LocalDate birth = ((Personnummer) parsed).birthDate();
    if (birth.isAfter(TODAY.minusYears(199))) {
      String shortForm = ((Personnummer) parsed).formatShort(TODAY);
      PersonIdentifier again = PersonIdentifier.parse(shortForm, TODAY);
      // In the year of turning 100 the + comes before the birthday; the other way it is the same.
      assertThat(again.canonical().substring(2)).isEqualTo(twelve.substring(2));
    }
  }

  @Property(tries = 300)
  void one_changed_digit_is_always_refused(
      @ForAll("numbers") String twelve,
      @ForAll @IntRange(min = 2, max = 11) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    char digit = (char) ('0' + (twelve.charAt(place) - '0' + change) % 10);
    String changed = twelve.substring(0, place) + digit + twelve.substring(place + 1);
    assertThat(PersonIdentifier.tryParse(changed, TODAY)).isEmpty();
  }

  @Property(tries = 300)
  void a_century_to_come_is_refused(@ForAll("personnummer") String twelve) {
    assertThat(PersonIdentifier.tryParse("21" + twelve.substring(2), TODAY)).isEmpty();
  }

  @Property(tries = 300)
  void a_samordningsnummer_need_not_hold_a_real_date(@ForAll("samordningsnummer") String twelve) {
    PersonIdentifier parsed = PersonIdentifier.parse(twelve, TODAY);
    assertThat(parsed).isInstanceOf(Samordningsnummer.class);
    assertThat(parsed.canonical()).isEqualTo(twelve);
  }

  @Property(tries = 500)
  void any_text_is_parsed_or_refused_with_a_code(@ForAll String text) {
    assertThat(PersonIdentifier.tryParse(text, TODAY)).isEmpty();
    assertThat(Organisationsnummer.tryParse(text, TODAY)).isEmpty();
  }

  @Test
  void an_interim_number_is_accepted_only_where_asked_for() {
    assertThat(PersonIdentifier.tryParse("20000101T220", TODAY)).isEmpty();
    assertThat(PersonIdentifier.parse("20000101-T220", TODAY, Option.INTERIM))
        .isInstanceOf(Interimsnummer.class);
    assertThat(PersonIdentifier.tryParse("20000101E221", TODAY, Option.INTERIM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"191212121212", "191401682396", "5560160680", "191212121213", "huga"})
  void neither_text_nor_error_shows_the_number(String number) {
    String shown;
    try {
      shown = PersonIdentifier.parse(number, TODAY).toString();
    } catch (InvalidIdentifierException e) {
      shown = String.valueOf(e.getMessage()) + e;
    }
    assertThat(shown).doesNotContain(number).doesNotContain("1212").doesNotContain("huga");
  }

  @Test
  void the_mask_hides_the_last_four() {
    assertThat(PersonIdentifier.parse("191212121212", TODAY).mask()).isEqualTo("19121212-****");
  }

  @Provide
  Arbitrary<String> personnummer() {
    return Numbers.personnummer();
  }

  @Provide
  Arbitrary<String> samordningsnummer() {
    return Numbers.samordningsnummer();
  }

  @Provide
  Arbitrary<String> numbers() {
    return net.jqwik.api.Arbitraries.oneOf(Numbers.personnummer(), Numbers.samordningsnummer());
  }
}
