package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.core.identifier.Numbers.TODAY;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrganisationsnummerTest {

  @Test
  void the_prefix_and_the_hyphen_make_no_difference() {
    Organisationsnummer plain = Organisationsnummer.parse("5560160680", TODAY);
    assertThat(Organisationsnummer.parse("556016-0680", TODAY)).isEqualTo(plain);
    assertThat(Organisationsnummer.parse("165560160680", TODAY)).isEqualTo(plain);
    assertThat(plain.format()).isEqualTo("556016-0680");
    assertThat(plain).hasToString("Organisationsnummer[556016-0680]");
  }

  @Test
  void a_sole_traders_number_is_personal_data() {
    Organisationsnummer trader = Organisationsnummer.parse("195102179974", TODAY);
    assertThat(trader.isSoleTrader()).isTrue();
    assertThat(trader).hasToString("Organisationsnummer[masked]");
    assertThat(trader.format()).isEqualTo("19510217-9974");
  }

  @Property(tries = 300)
  void one_changed_digit_of_a_legal_person_never_gives_another_legal_person(
      @ForAll @IntRange(min = 100, max = 999) int first,
      @ForAll @IntRange(min = 20, max = 99) int middle,
      @ForAll @IntRange(max = 9999) int rest,
      @ForAll @IntRange(min = 0, max = 9) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String nine = (first / 10 + "" + middle + "%05d".formatted(rest)).substring(0, 9);
    String number = Numbers.withCheckDigit(nine);
    assertThat(Organisationsnummer.tryParse(number, TODAY)).isPresent();
    char digit = (char) ('0' + (number.charAt(place) - '0' + change) % 10);
    String changed = number.substring(0, place) + digit + number.substring(place + 1);
    assertThat(Organisationsnummer.tryParse(changed, TODAY)).isEmpty();
  }
}
