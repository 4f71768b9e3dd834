package se.byggsten.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.core.identifier.Numbers.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.identifier.PersonIdentifier.Option;
import se.byggsten.testsupport.OutsideData;

/** Skatteverket's open test numbers, and lists with the value that each text should give. */
@Tag("judges")
class OfficialNumbersTest {

  @ParameterizedTest
  @CsvSource({"personnummer.json, 5000", "samordningsnummer.json, 900"})
  void every_official_test_number_is_accepted(String file, int atLeast) throws IOException {
    List<String> numbers = strings(read(file));
    assertThat(numbers).hasSizeGreaterThan(atLeast);
    assertThat(numbers)
        .allSatisfy(
            number ->
                assertThat(PersonIdentifier.parse(number, TODAY).canonical()).isEqualTo(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"personnummer.json", "samordningsnummer.json"})
  void every_single_digit_change_is_refused(String file) throws IOException {
    int changes = 0;
    for (String number : strings(read(file))) {
      for (int place = 2; place < 12; place++) {
        for (char digit = '0'; digit <= '9'; digit++) {
          if (digit != number.charAt(place)) {
            String changed = number.substring(0, place) + digit + number.substring(place + 1);
            assertThat(PersonIdentifier.tryParse(changed, TODAY)).isEmpty();
            changes++;
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(80_000);
  }

  @Test
  void a_changed_century_is_refused_when_the_date_is_impossible_or_to_come() throws IOException {
    int refused = 0;
    for (String number : strings(read("personnummer.json"))) {
      for (String century : List.of("18", "19", "20", "21")) {
        String changed = century + number.substring(2);
        int year = Integer.parseInt(changed.substring(0, 4));
        int month = Integer.parseInt(changed.substring(4, 6));
        int day = Integer.parseInt(changed.substring(6, 8));
        boolean exists = java.time.YearMonth.of(year, month).isValidDay(day);
        boolean past = exists && !java.time.LocalDate.of(year, month, day).isAfter(TODAY);
        assertThat(PersonIdentifier.tryParse(changed, TODAY).isPresent()).isEqualTo(past);
        refused += past ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"long_format", "short_format", "separated_format", "separated_long"})
  void each_listed_personnummer_gives_its_value(String form) throws IOException {
    for (Map<String, String> entry : objects(read("personnummer-list.json"))) {
      assertThat(PersonIdentifier.tryParse(entry.get(form), TODAY).isPresent())
          .as(entry.get(form))
          .isEqualTo(Boolean.parseBoolean(entry.get("valid")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"long_format", "short_format", "separated_format", "separated_long"})
  void each_listed_interim_number_gives_its_value_where_asked_for(String form) throws IOException {
    for (Map<String, String> entry : objects(read("interim-list.json"))) {
      assertThat(PersonIdentifier.tryParse(entry.get(form), TODAY, Option.INTERIM).isPresent())
          .as(entry.get(form))
          .isEqualTo(Boolean.parseBoolean(entry.get("valid")));
      assertThat(PersonIdentifier.tryParse(entry.get(form), TODAY)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"input", "long_format", "short_format"})
  void each_listed_organisationsnummer_gives_its_value(String form) throws IOException {
    for (Map<String, String> entry : objects(read("organisationsnummer-list.json"))) {
      assertThat(Organisationsnummer.tryParse(entry.get(form), TODAY).isPresent())
          .as(entry.get(form))
          .isEqualTo(Boolean.parseBoolean(entry.get("valid")));
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(OutsideData.corpus("identifiers/" + file));
  }

  private static List<String> strings(String json) {
    return Pattern.compile("\"([^\"]+)\"").matcher(json).results().map(r -> r.group(1)).toList();
  }

  private static List<Map<String, String>> objects(String json) {
    List<Map<String, String>> all = new ArrayList<>();
    for (String object : json.split("\\}", -1)) {
      Matcher member = Pattern.compile("\"(\\w+)\": (?:\"([^\"]*)\"|(\\w+))").matcher(object);
      Map<String, String> map = new HashMap<>();
      while (member.find()) {
        map.put(member.group(1), member.group(2) == null ? member.group(3) : member.group(2));
      }
      if (map.containsKey("valid")) {
        all.add(map);
      }
    }
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }
}
