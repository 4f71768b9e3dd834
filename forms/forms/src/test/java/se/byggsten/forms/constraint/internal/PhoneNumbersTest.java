package se.byggsten.forms.constraint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  @ParameterizedTest
  @CsvSource({
    "0701234567, +46701234567, 070-123 45 67",
    "070-123 45 67, +46701234567, 070-123 45 67",
    "+46 (0)70 1234567, +46701234567, 070-123 45 67",
    "0046701234567, +46701234567, 070-123 45 67",
    "08‑508 00 000, +46850800000, 08-508 000 00",
    "+47 22 33 44 55, +4722334455, +47 22 33 44 55",
    "0555-120 00, +4655512000, 0555-120 00",
  })
  void numbers_are_read_as_people_write_them(String written, String e164, String shown) {
    PhoneNumbers.Parsed parsed = PhoneNumbers.parse(written, "SE").orElseThrow();
    assertThat(parsed.e164()).isEqualTo(e164);
    assertThat(parsed.formatted()).isEqualTo(shown);
    assertThat(parsed).hasToString("PhoneNumber[masked]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"08-508 000 00 ankn 123", "08-508 000 00 x123", "08-508 000 00 anknytning 12"})
  void an_extension_may_follow(String written) {
    PhoneNumbers.Parsed parsed = PhoneNumbers.parse(written, "SE").orElseThrow();
    assertThat(parsed.e164()).isEqualTo("+46850800000");
    assertThat(parsed.formatted()).contains("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "ring mig",
        "0800-RING-MIG",
        "070-123 45 67 (mamma)",
        "tel:0701234567",
        "+999 123 456 789",
        "0701234567 0709876543"
      })
  void what_cannot_be_in_use_is_refused(String written) {
    assertThat(PhoneNumbers.parse(written, "SE")).isEmpty();
  }

  /** The examples that come with the numbering plans of all regions. */
  @Test
  void every_regions_examples_are_accepted_and_its_wrong_ones_refused() {
    int accepted = 0;
    int refused = 0;
    for (String region : UTIL.getSupportedRegions()) {
      for (PhoneNumberType type : UTIL.getSupportedTypesForRegion(region)) {
        Phonenumber.PhoneNumber example = UTIL.getExampleNumberForType(region, type);
        if (example != null) {
          String international = UTIL.format(example, PhoneNumberFormat.INTERNATIONAL);
          PhoneNumbers.Parsed parsed =
              PhoneNumbers.parse(international, "SE").orElseThrow(() -> new AssertionError(region));
          assertThat(parsed.e164()).isEqualTo(UTIL.format(example, PhoneNumberFormat.E164));
          assertThat(parsed.isMobile())
              .isEqualTo(
                  List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
                      .contains(UTIL.getNumberType(example)));
          String national = UTIL.format(example, PhoneNumberFormat.NATIONAL);
          assertThat(PhoneNumbers.parse(national, region)).as(region + " " + national).isPresent();
          accepted++;
        }
      }
      Phonenumber.PhoneNumber wrong = UTIL.getInvalidExampleNumber(region);
      if (wrong != null) {
        assertThat(PhoneNumbers.parse(UTIL.format(wrong, PhoneNumberFormat.E164), "SE")).isEmpty();
        refused++;
      }
    }
    assertThat(accepted).isGreaterThan(1000);
    assertThat(refused).isGreaterThan(240);
  }

  @Property(tries = 300)
  void any_text_is_parsed_or_refused(@ForAll String text) {
    assertThat(PhoneNumbers.parse(text + "@", "SE")).isEmpty();
    PhoneNumbers.parse(text, "SE").ifPresent(parsed -> assertThat(parsed.e164()).startsWith("+"));
  }

  @Test
  @Timeout(60)
  void long_hostile_texts_cost_little() {
    for (String text :
        List.of("0".repeat(200_000), "0 ".repeat(100_000), "+".repeat(60), "((((".repeat(15))) {
      assertThat(PhoneNumbers.parse(text, "SE")).isEmpty();
    }
  }
}
