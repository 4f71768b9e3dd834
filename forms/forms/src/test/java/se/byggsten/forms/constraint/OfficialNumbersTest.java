package se.byggsten.forms.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.testsupport.OutsideData;

/** Skatteverket's open test numbers and the public lists, judged as a form judges an answer. */
@Tag("judges")
class OfficialNumbersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Stockholm"));

  record Answers(
      @Personnummer String person,
      @Personnummer(samordningsnummer = false) String registered,
      @Personnummer(interim = true) String interim,
      @Organisationsnummer String organisation) {}

  private final ValidatorFactory factory =
      Validation.byDefaultProvider()
          .configure()
          .clockProvider(() -> CLOCK)
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory();
  private final Validator validator = factory.getValidator();

  private boolean valid(String property, String value) {
    return validator.validateValue(Answers.class, property, value).isEmpty();
  }

  private static List<DataView> rows(String file) {
    List<DataView> rows = DataReader.json().view(OutsideData.corpus("identifiers/" + file)).list();
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"personnummer.json, true", "samordningsnummer.json, false"})
  void every_official_test_number_is_accepted(String file, boolean registered) {
    for (DataView row : rows(file)) {
      String number = ((DataNode.Text) row.node()).value();
      assertThat(valid("person", number)).isTrue();
      assertThat(valid("person", number.substring(0, 8) + "-" + number.substring(8))).isTrue();
      assertThat(valid("registered", number)).isEqualTo(registered);
      char last = number.charAt(11);
      String changed = number.substring(0, 11) + (char) ('0' + (last - '0' + 1) % 10);
      assertThat(valid("person", changed)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"long_format", "short_format", "separated_format", "separated_long"})
  void each_listed_number_of_a_person_gives_its_value(String form) {
    for (DataView row : rows("personnummer-list.json")) {
      String text = row.required(form).text();
      // The list refuses a space, as the identifier does; a form forgives it.
      boolean forgiven = text.contains(" ");
      assertThat(valid("person", text)).isEqualTo(row.required("valid").bool() || forgiven);
    }
    for (DataView row : rows("interim-list.json")) {
      assertThat(valid("interim", row.required(form).text()))
          .isEqualTo(row.required("valid").bool());
      assertThat(valid("person", row.required(form).text())).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"input", "long_format", "short_format"})
  void each_listed_organisationsnummer_gives_its_value(String form) {
    for (DataView row : rows("organisationsnummer-list.json")) {
      assertThat(valid("organisation", row.required(form).text()))
          .isEqualTo(row.required("valid").bool());
    }
  }
}
