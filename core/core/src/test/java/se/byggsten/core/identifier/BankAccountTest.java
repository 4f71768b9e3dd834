package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.identifier.BankAccount.Check;

class BankAccountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9071, 417 23 83 | VALID | Multitude Bank | 9071-4172383",
        "6789123456789 | VALID | Handelsbanken | 6789-123456789",
        "8424-4,983 189 224-6 | VALID | Swedbank | 8424-9831892246",
        "8424-4 983 189 224-6 | VALID | Swedbank | 8424-9831892246",
        "842449831892246 | VALID | Swedbank | 8424-9831892246",
        "84249831892246 | VALID | Swedbank | 8424-9831892246",
        "8129-9,043 386 711-6 | VALID | Swedbank | 8129-0433867116",
        "3300 000620-5124 | VALID | Nordea | 3300-0006205124",
        "9789 111 11 13 | VALID | Klarna Bank | 9789-1111113",
        "6789123456788 | DOUBTFUL | Handelsbanken | 6789-123456788",
        "8424-1,983 189 224-6 | DOUBTFUL | Swedbank | 8424-9831892246",
        "8424,983 189 224-5 | UNVERIFIABLE | Swedbank | 8424-9831892245",
        "9789 0000000 | DOUBTFUL | Klarna Bank | 9789-0000000",
        "9789 111111312 | DOUBTFUL | Klarna Bank | 9789-111111312",
        "9999 1234567 | DOUBTFUL | - | 9999-1234567",
      })
  void an_account_is_doubted_but_not_refused(
      String written, Check check, String bank, String canonical) {
    BankAccount account = BankAccount.parse(written);
    assertThat(account.check()).isEqualTo(check);
    assertThat(account.bank().orElse("-")).isEqualTo(bank);
    assertThat(account.canonical()).isEqualTo(canonical);
    assertThat(account.toString()).doesNotContain(account.account());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hej", "1234", "12345", "0123 4567890", "6789, 1, 2", "６７８９１２３４５６７８９"})
  void what_cannot_be_an_account_is_refused(String written) {
    assertThatThrownBy(() -> BankAccount.parse(written))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(InvalidIdentifierException.FORMAT));
  }

  @Test
  void the_series_do_not_overlap() {
    for (ClearingSeries one : ClearingSeries.all()) {
      assertThat(one.first()).isLessThanOrEqualTo(one.last()).isBetween(1000, 9999);
      assertThat(ClearingSeries.all())
          .filteredOn(other -> other.first() <= one.last() && one.first() <= other.last())
          .hasSize(1);
    }
  }

  @Property(tries = 500)
  void a_formatted_account_parses_to_the_same(@ForAll("accounts") BankAccount account) {
    for (String written : new String[] {account.formatted(), account.canonical()}) {
      BankAccount again = BankAccount.parse(written);
      assertThat(again).isEqualTo(account);
      assertThat(again.check()).isEqualTo(account.check());
    }
  }

  @Property(tries = 500)
  void one_changed_digit_is_never_valid(
      @ForAll("validAccounts") BankAccount account,
      @ForAll @IntRange(max = 100) int somewhere,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String digits = account.account();
    int place = somewhere % digits.length();
    char digit = (char) ('0' + (digits.charAt(place) - '0' + change) % 10);
    String changed = digits.substring(0, place) + digit + digits.substring(place + 1);
    assertThat(BankAccount.of(account.clearing(), changed).check()).isNotEqualTo(Check.VALID);
  }

  @Property(tries = 300)
  void any_text_is_parsed_or_refused_with_a_code(@ForAll String text) {
    assertThat(BankAccount.tryParse("x" + text)).isEmpty();
  }

  @Provide
  Arbitrary<BankAccount> accounts() {
    Arbitrary<Integer> clearing =
        Arbitraries.of(ClearingSeries.all())
            .flatMap(series -> Arbitraries.integers().between(series.first(), series.last()));
    return Combinators.combine(
            clearing, Arbitraries.strings().withCharRange('0', '9').ofMinLength(2).ofMaxLength(10))
        .as((number, account) -> BankAccount.of(String.valueOf(number), account));
  }

  /** About every tenth account is valid, so one of the last digits makes it so. */
  @Provide
  Arbitrary<BankAccount> validAccounts() {
    return accounts()
        .flatMap(
            account ->
                Arbitraries.integers()
                    .between(0, 99)
                    .map(
                        end ->
                            BankAccount.of(
                                account.clearing(),
                                account.account().substring(0, account.account().length() - 2)
                                    + "%02d".formatted(end))))
        .filter(account -> account.check() == Check.VALID);
  }
}
