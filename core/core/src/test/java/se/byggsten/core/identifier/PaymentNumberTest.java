package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import net.jqwik.api.Arbitraries;
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

class PaymentNumberTest {

  @ParameterizedTest
  @CsvSource({"9912346, 991-2346", "991-2346, 991-2346", "5805-6201, 5805-6201"})
  void a_bankgironummer_is_shown_with_a_hyphen_before_the_last_four(String written, String shown) {
    assertThat(Bankgiro.parse(written).formatted()).isEqualTo(shown);
  }

  @Test
  void numbers_from_900_to_904_are_collections() {
    assertThat(Bankgiro.parse("900-8004").isCollection()).isTrue();
    assertThat(Bankgiro.parse("991-2346").isCollection()).isFalse();
    assertThat(Bankgiro.parse("5805-6201").isCollection()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4-2, 4-2", "28 65 43-4, 28 65 43-4", "2865434, 28 65 43-4"})
  void a_plusgironummer_is_shown_in_pairs(String written, String shown) {
    assertThat(Plusgiro.parse(written).formatted()).isEqualTo(shown);
  }

  @Test
  void an_ocr_number_may_have_a_length_digit() {
    String right = withLuhn("1234567" + "9");
    assertThat(OcrNumber.parseWithLengthDigit(right).canonical()).isEqualTo(right);
    String wrong = withLuhn("1234567" + "8");
    assertThat(OcrNumber.parse(wrong).hasLengthDigit()).isFalse();
    assertThatThrownBy(() -> OcrNumber.parseWithLengthDigit(wrong))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> assertThat(e.code()).isEqualTo(InvalidIdentifierException.LENGTH_DIGIT));
  }

  @ParameterizedTest
  @CsvSource({
    "bankgiro, 991-2347, IDENTIFIER-CHECK-DIGIT",
    "bankgiro, 099-1234, IDENTIFIER-FORMAT",
    "bankgiro, 123456, IDENTIFIER-FORMAT",
    "bankgiro, 991/2346, IDENTIFIER-FORMAT",
    "bankgiro, ９９１２３４６, IDENTIFIER-FORMAT",
    "plusgiro, 0, IDENTIFIER-FORMAT",
    "plusgiro, 00, IDENTIFIER-FORMAT",
    "plusgiro, 4-3, IDENTIFIER-CHECK-DIGIT",
    "ocr, 5, IDENTIFIER-FORMAT",
    "ocr, 12345678901234567890123456, IDENTIFIER-FORMAT",
    "iban, SE4550000000058398257467, IDENTIFIER-CHECK-DIGIT",
    "iban, SE455000000005839825746, IDENTIFIER-FORMAT",
    "iban, US4550000000058398257466, IDENTIFIER-FORMAT",
    "iban, SE45 5000 0000 0583 9825 746É, IDENTIFIER-FORMAT",
  })
  void what_is_wrong_has_a_code_of_its_own(String kind, String written, String code) {
    assertThatThrownBy(() -> parser(kind).apply(written))
        .isInstanceOfSatisfying(
            InvalidIdentifierException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.of(code));
              assertThat(written.length() < 5 || !e.getMessage().contains(written)).isTrue();
            });
  }

  /** The examples of the registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SE45 5000 0000 0583 9825 7466",
        "NO93 8601 1117 947",
        "DK50 0040 0440 1162 43",
        "FI21 1234 5600 0007 85",
        "IS14 0159 2600 7654 5510 7303 39",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "LC55 HEMM 0001 0001 0012 0012 0002 3015",
        "SC18 SSCB 1101 0000 0000 0000 1497 USD",
        "XK05 1212 0123 4567 8906",
      })
  void an_iban_is_shown_in_groups_of_four(String example) {
    Iban iban = Iban.parse(example.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
    assertThat(iban.formatted()).isEqualTo(example);
    assertThat(iban.country()).isEqualTo(example.substring(0, 2));
    assertThat(iban).hasToString("Iban[" + example.substring(0, 2) + " masked]");
    assertThat(iban.mask()).doesNotContain(iban.canonical().substring(4, 10));
  }

  @Property(tries = 300)
  void a_formatted_number_parses_to_the_same(@ForAll("numbers") Sample sample) {
    for (String written :
        new String[] {
          sample.number(), spaced(sample.number()), sample.shown().apply(sample.number())
        }) {
      assertThat(parser(sample.kind()).apply(written)).isEqualTo(sample.number());
    }
  }

  @Property(tries = 300)
  void one_changed_digit_is_always_refused(
      @ForAll("numbers") Sample sample,
      @ForAll @IntRange(max = 100) int somewhere,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    int place = somewhere % sample.number().length();
    char old = sample.number().charAt(place);
    if (old < '0' || old > '9') {
      return;
    }
    char digit = (char) ('0' + (old - '0' + change) % 10);
    String changed =
        sample.number().substring(0, place) + digit + sample.number().substring(place + 1);
    assertThatThrownBy(() -> parser(sample.kind()).apply(changed))
        .isInstanceOf(InvalidIdentifierException.class);
  }

  @Property(tries = 300)
  void any_text_is_parsed_or_refused_with_a_code(@ForAll String text) {
    assertThat(Iban.tryParse(text)).isEmpty();
    assertThat(Bankgiro.tryParse("x" + text)).isEmpty();
    assertThat(Plusgiro.tryParse("x" + text)).isEmpty();
    assertThat(OcrNumber.tryParse("x" + text)).isEmpty();
  }

  @Test
  void numbers_that_lead_to_a_person_are_not_shown() {
    assertThat(Plusgiro.parse("4-2")).hasToString("Plusgiro[masked]");
    assertThat(OcrNumber.parse(withLuhn("1234567"))).hasToString("OcrNumber[masked]");
    assertThat(Bankgiro.parse("9912346")).hasToString("Bankgiro[991-2346]");
  }

  record Sample(String kind, String number, Function<String, String> shown) {}

  @Provide
  Arbitrary<Sample> numbers() {
    return Arbitraries.oneOf(
        luhn("bankgiro", 6, 7, text -> Bankgiro.parse(text).formatted()),
        luhn("plusgiro", 1, 7, text -> Plusgiro.parse(text).formatted()),
        luhn("ocr", 1, 24, text -> OcrNumber.parse(text).formatted()),
        ibans());
  }

  private static Arbitrary<Sample> luhn(
      String kind, int fewest, int most, Function<String, String> shown) {
    return Arbitraries.strings()
        .withCharRange('0', '9')
        .ofMinLength(fewest)
        .ofMaxLength(most)
        .filter(digits -> digits.charAt(0) != '0')
        .map(digits -> new Sample(kind, withLuhn(digits), shown));
  }

  private static Arbitrary<Sample> ibans() {
    return Arbitraries.of(TableRows.of("iban_lengths.tsv"))
        .flatMap(
            row ->
                Arbitraries.strings()
                    .withCharRange('0', '9')
                    .withCharRange('A', 'Z')
                    .ofLength(Integer.parseInt(row[1]) - 4)
                    .map(
                        account ->
                            new Sample(
                                "iban",
                                withCheckDigits(row[0], account),
                                text -> Iban.parse(text).formatted())));
  }

  private static String withCheckDigits(String country, String account) {
    StringBuilder digits = new StringBuilder();
    (account + country + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
    int rest =
        new java.math.BigInteger(digits.toString())
            .mod(java.math.BigInteger.valueOf(97))
            .intValue();
    return country + "%02d".formatted(98 - rest) + account;
  }

  private static Function<String, String> parser(String kind) {
    return switch (kind) {
      case "bankgiro" -> text -> Bankgiro.parse(text).canonical();
      case "plusgiro" -> text -> Plusgiro.parse(text).canonical();
      case "ocr" -> text -> OcrNumber.parse(text).canonical();
      default -> text -> Iban.parse(text).canonical();
    };
  }

  private static String spaced(String text) {
    return "\u00a0" + String.join(" ", text.split("")) + "\t";
  }

  static String withLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
