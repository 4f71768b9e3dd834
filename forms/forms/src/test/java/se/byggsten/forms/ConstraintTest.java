package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.constraint.Choice;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.PostalCode;
import se.byggsten.forms.constraint.PrintableText;
import se.byggsten.forms.constraint.Required;
import se.byggsten.forms.constraint.Rule;

/** The constraints under plain Jakarta Validation, as a user without forms has them. */
class ConstraintTest {
  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Personnummer.class,
          PostalCode.class,
          PhoneNumber.class,
          EmailAddress.class,
          Required.class,
          Choice.class,
          Rule.class,
          Attachments.class,
          PrintableText.class);

  record Plain(
      @Personnummer String personnummer,
      @Personnummer(samordningsnummer = false, interim = true) String interim,
      @PostalCode String postnummer,
      @PhoneNumber String telefon,
      @EmailAddress String epost,
      @Required String svar,
      @PrintableText String text) {}

  private static Validator validator(Locale locale, Clock clock) {
    return Validation.byDefaultProvider()
        .configure()
        .clockProvider(() -> clock)
        .messageInterpolator(
            new ParameterMessageInterpolator(
                java.util.Set.of(locale), locale, context -> locale, false))
        .buildValidatorFactory()
        .getValidator();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "personnummer | 191212121212 | true",
        "personnummer | 19121212-1212 | true",
        "personnummer | 191212121213 | false",
        "personnummer | 701063-2391 | true",
        "personnummer | hej | false",
        "interim | 701063-2391 | false",
        "postnummer | 123 45 | true",
        "postnummer | 01234 | false",
        "postnummer | 1234 | false",
        "postnummer | 123456 | false",
        "telefon | 070-123 45 67 | true",
        "telefon | +46 (0)70 1234567 | true",
        "telefon | ring mig | false",
        "telefon | 12345 | false",
        "epost | åsa@exempel.se | true",
        "epost | asa@exempel | false",
        "epost | asa.exempel.se | false",
        "epost | a@b@c.se | false",
        "epost | a b@c.se | false",
        "svar | x | true",
        "svar | '' | false",
      })
  void judges(String property, String value, boolean valid) {
    assertThat(
            validator(Locale.ENGLISH, Forms.CLOCK)
                .validateValue(Plain.class, property, value.replace("'", ""))
                .isEmpty())
        .isEqualTo(valid);
  }

  @Test
  void nothing_is_valid_but_where_an_answer_is_required() {
    Validator validator = validator(Locale.ENGLISH, Forms.CLOCK);
    assertThat(validator.validate(new Plain(null, null, null, null, null, null, null)))
        .extracting(v -> v.getPropertyPath().toString())
        .containsExactly("svar");
  }

  @Test
  void a_birth_date_after_today_is_refused_by_the_clock_of_the_validator() {
    Clock before =
        Clock.fixed(java.time.Instant.parse("1900-01-01T00:00:00Z"), Forms.CLOCK.getZone());
    assertThat(
            validator(Locale.ENGLISH, before)
                .validateValue(Plain.class, "personnummer", "191212121212"))
        .hasSize(1);
  }

  @Test
  void messages_exist_in_swedish_and_english_and_never_repeat_the_value() {
    for (Locale locale : List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH)) {
      List<String> messages =
          validator(locale, Forms.CLOCK)
              .validate(
                  new Plain("hemligt1", "hemligt2", "hemligt3", "x", "hemligt5", "", "\u0000"))
              .stream()
              .map(ConstraintViolation::getMessage)
              .toList();
      assertThat(messages).hasSize(7).noneMatch(m -> m.contains("{") || m.contains("hemligt"));
    }
  }

  @Test
  void bundles_have_equal_keys_and_no_expressions() throws IOException {
    for (String[] pair :
        new String[][] {
          {
            "/ContributorValidationMessages_sv.properties",
            "/ContributorValidationMessages_en.properties"
          },
          {
            "/ContributorValidationMessages.properties",
            "/ContributorValidationMessages_en.properties"
          },
          {"/se/byggsten/forms/texts_sv.properties", "/se/byggsten/forms/texts_en.properties"}
        }) {
      Properties first = bundle(pair[0]);
      Properties second = bundle(pair[1]);
      assertThat(first.stringPropertyNames()).isEqualTo(second.stringPropertyNames()).isNotEmpty();
      assertThat(Stream.concat(first.values().stream(), second.values().stream()))
          .noneMatch(text -> text.toString().contains("${") || text.toString().isBlank());
    }
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            ConstraintTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void every_constraint_has_the_form_that_jakarta_validation_asks_for() throws Exception {
    Properties messages = bundle("/ContributorValidationMessages_sv.properties");
    for (Class<? extends Annotation> type : ALL) {
      assertThat(type).hasAnnotations(Constraint.class, Documented.class, Repeatable.class);
      assertThat(type.getAnnotation(Target.class).value())
          .contains(ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE);
      assertThat(type.getDeclaredMethod("message").getDefaultValue())
          .isEqualTo("{" + type.getName() + ".message}");
      assertThat(messages).containsKey(type.getName() + ".message");
      assertThat(type.getDeclaredMethod("groups")).isNotNull();
      assertThat(type.getDeclaredMethod("payload")).isNotNull();
    }
  }

  @Test
  @Timeout(5)
  void long_hostile_values_cost_little() {
    Validator validator = validator(Locale.ENGLISH, Forms.CLOCK);
    for (String value :
        List.of("a".repeat(200_000), "a@" + "a.".repeat(100_000), "1 ".repeat(100_000) + "x")) {
      for (String property : List.of("personnummer", "postnummer", "telefon", "epost")) {
        assertThat(validator.validateValue(Plain.class, property, value)).hasSize(1);
      }
    }
  }
}
