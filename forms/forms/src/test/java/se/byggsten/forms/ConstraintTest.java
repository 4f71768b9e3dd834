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
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.time.YearMonth;
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
import se.byggsten.forms.constraint.BankAccount;
import se.byggsten.forms.constraint.Bankgiro;
import se.byggsten.forms.constraint.Choice;
import se.byggsten.forms.constraint.Coordinates;
import se.byggsten.forms.constraint.CountryCode;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Fastighetsbeteckning;
import se.byggsten.forms.constraint.Iban;
import se.byggsten.forms.constraint.Month;
import se.byggsten.forms.constraint.OcrNumber;
import se.byggsten.forms.constraint.Organisationsnummer;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.Plusgiro;
import se.byggsten.forms.constraint.PostalCode;
import se.byggsten.forms.constraint.PrintableText;
import se.byggsten.forms.constraint.Required;
import se.byggsten.forms.constraint.Rule;
import se.byggsten.forms.constraint.Time;

/** The constraints under plain Jakarta Validation, as a user without forms has them. */
class ConstraintTest {
  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Personnummer.class,
          Organisationsnummer.class,
          Bankgiro.class,
          Plusgiro.class,
          OcrNumber.class,
          Iban.class,
          BankAccount.class,
          Fastighetsbeteckning.class,
          Coordinates.class,
          CountryCode.class,
          Month.class,
          Time.class,
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
        "personnummer | 19121212 1212 | true",
        "personnummer | hej | false",
        "interim | 701063-2391 | false",
        "postnummer | 123 45 | true",
        "postnummer | SE-123 45 | true",
        "postnummer | 01234 | false",
        "postnummer | 1234 | false",
        "postnummer | 123456 | false",
        "telefon | 070-123 45 67 | true",
        "telefon | +46 (0)70 1234567 | true",
        "telefon | ring mig | false",
        "telefon | 12345 | false",
        "telefon | 0555-120 00 | true",
        "epost | åsa@exempel.se | true",
        "epost | asa@exempel | false",
        "epost | asa.exempel.se | false",
        "epost | a@b@c.se | false",
        "epost | a b@c.se | false",
        "epost | o'neill+kollo@exempel.se | true",
        "epost | x,y@exempel.se | false",
        "epost | x<y@exempel.se | false",
        "epost | a\u200bb@exempel.se | false",
        "epost | a\u202eb@exempel.se | false",
        "epost | a\u2028b@exempel.se | false",
        "svar | x | true",
        "svar | '' | false",
      })
  void judges(String property, String value, boolean valid) {
    assertThat(
            validator(Locale.ENGLISH, Forms.CLOCK)
                .validateValue(Plain.class, property, value.equals("''") ? "" : value)
                .isEmpty())
        .isEqualTo(valid);
  }

  record Formats(
      @Organisationsnummer String organisationsnummer,
      @Organisationsnummer(soleTrader = false) String juridisk,
      @Bankgiro String bankgiro,
      @Plusgiro String plusgiro,
      @OcrNumber String ocr,
      @OcrNumber(lengthDigit = true) String ocrLangd,
      @Iban String iban,
      @Iban(countries = {"SE", "NO"}) String nordisk,
      @BankAccount String konto,
      @Fastighetsbeteckning String fastighet,
      @Coordinates String plats,
      @CountryCode String land,
      @Month(latest = "2026-12") String manad,
      @Time(earliest = "08:00", latest = "17:00") String tid,
      @PhoneNumber(mobileOnly = true) String mobil,
      @PhoneNumber(region = "NO") String norsk,
      List<@Bankgiro String> flera) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "organisationsnummer | 556016-0680 | true",
        "organisationsnummer | 556016 0680 | true",
        "organisationsnummer | 191212121212 | true",
        "organisationsnummer | 556016-0681 | false",
        "juridisk | 191212121212 | false",
        "juridisk | 16556016-0680 | true",
        "bankgiro | 991-2346 | true",
        "bankgiro | 991-2347 | false",
        "plusgiro | 28 65 43-4 | true",
        "plusgiro | 28 65 43-5 | false",
        "ocr | 1234567897 | true",
        "ocr | 1234567890 | false",
        "ocrLangd | 1234567897 | false",
        "iban | se45 5000 0000 0583 9825 7466 | true",
        "iban | SE45 5000 0000 0583 9825 7467 | false",
        "nordisk | NO93 8601 1117 947 | true",
        "nordisk | DE89 3704 0044 0532 0130 00 | false",
        "konto | 6789, 123 456 788 | true",
        "konto | 6789 | false",
        "fastighet | Eksta Berga 1:2 | true",
        "fastighet | Eksta | false",
        "plats | 6580822, 674032 | true",
        "plats | 52.5, 13.4 | false",
        "land | se | true",
        "land | XX | false",
        "manad | 2026-09 | true",
        "manad | 2027-01 | false",
        "manad | september | false",
        "tid | 09:30 | true",
        "tid | 07:59 | false",
        "tid | 25:00 | false",
        "mobil | 070-123 45 67 | true",
        "mobil | 08-508 00 000 | false",
        "norsk | 22 33 44 55 | true",
        "norsk | 070-123 45 67 | false",
      })
  void judges_formats(String property, String value, boolean valid) {
    assertThat(
            validator(Locale.ENGLISH, Forms.CLOCK)
                .validateValue(Formats.class, property, value)
                .isEmpty())
        .isEqualTo(valid);
    for (String nothing : new String[] {null, "", " "}) {
      assertThat(
              validator(Locale.ENGLISH, Forms.CLOCK)
                  .validateValue(Formats.class, property, nothing))
          .isEmpty();
    }
  }

  record Moments(
      @Month(earliest = "2026-01", latest = "2026-12") YearMonth month,
      @Time(earliest = "08:00") LocalTime time) {}

  @Test
  void judges_months_and_times_as_values_too() {
    Validator validator = validator(Locale.forLanguageTag("sv"), Forms.CLOCK);
    assertThat(validator.validate(new Moments(YearMonth.of(2026, 12), LocalTime.of(8, 0))))
        .isEmpty();
    assertThat(validator.validate(new Moments(null, null))).isEmpty();
    assertThat(validator.validate(new Moments(YearMonth.of(2025, 12), LocalTime.of(7, 59))))
        .extracting(ConstraintViolation::getMessage)
        .containsExactlyInAnyOrder(
            "Skriv en månad från 2026-01 till 2026-12",
            "Skriv en tid från 08:00 till 23:59, till exempel 09:30");
  }

  @Test
  void judges_each_item_of_a_list() {
    Formats formats =
        new Formats(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("991-2346", "991-2347"));
    assertThat(validator(Locale.ENGLISH, Forms.CLOCK).validate(formats))
        .extracting(v -> v.getPropertyPath().toString())
        .containsExactly("flera[1].<list element>");
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
  @Timeout(60)
  void long_hostile_values_cost_little() {
    Validator validator = validator(Locale.ENGLISH, Forms.CLOCK);
    for (String value :
        List.of("a".repeat(200_000), "a@" + "a.".repeat(100_000), "1 ".repeat(100_000) + "x")) {
      for (String property : List.of("personnummer", "postnummer", "telefon", "epost")) {
        assertThat(validator.validateValue(Plain.class, property, value)).hasSize(1);
      }
      for (RecordComponent format : Formats.class.getRecordComponents()) {
        if (format.getType() == String.class) {
          assertThat(validator.validateValue(Formats.class, format.getName(), value)).hasSize(1);
        }
      }
    }
  }
}
