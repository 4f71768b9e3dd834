package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.type.FieldTypes;

/** What is worked out with money is what a person with a pencil would get. */
class CalculatedMoneyTest {
  private static final FormRun RUN =
      FormRun.of(
          FormDefinition.builder("pengar", 1)
              .pages(
                  List.of(
                      page(
                          "ett",
                          field("pris", "amount").settings(Map.of("decimals", 2)).build(),
                          field("antal", "number").settings(Map.of("decimals", 4)).build(),
                          worked("kronor", Map.of("format", "amount", "decimals", 0)),
                          worked("oren", Map.of("format", "amount", "decimals", 2)),
                          worked("pengar", Map.of("format", "amount")),
                          worked("tal", Map.of()),
                          worked("tiondelar", Map.of("decimals", 1)))))
              .build(),
          Forms.CLOCK);

  private static FieldDefinition worked(String id, Map<String, Object> settings) {
    return field(id, "calculated").value("pris * antal").settings(settings).build();
  }

  private static FormAnswers answers(BigDecimal price, BigDecimal count) {
    return RUN.answers(
        RUN.post(
                RUN.start(Map.of()),
                "ett",
                PostedFields.with("pris", comma(price), "antal", comma(count)))
            .state());
  }

  private static String comma(BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }

  private static BigDecimal value(FormAnswers answers, String field) {
    return (BigDecimal) answers.value(field).orElseThrow();
  }

  @Property(tries = 300)
  void money_times_a_rate_is_rounded_half_up_from_the_exact_product(
      @ForAll @LongRange(min = 1, max = 999_999_999) long ore,
      @ForAll @LongRange(min = 1, max = 999_999) long rate) {
    BigDecimal price = BigDecimal.valueOf(ore, 2);
    BigDecimal count = BigDecimal.valueOf(rate, 4);
    BigDecimal exact = price.multiply(count);
    FormAnswers answers = answers(price, count);
    assertThat(value(answers, "kronor"))
        .isEqualByComparingTo(exact.setScale(0, RoundingMode.HALF_UP));
    assertThat(value(answers, "oren"))
        .isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
    assertThat(value(answers, "pengar")).isEqualByComparingTo(value(answers, "oren"));
    assertThat(value(answers, "tiondelar"))
        .isEqualByComparingTo(exact.setScale(1, RoundingMode.HALF_UP));
    assertThat(value(answers, "tal")).isEqualByComparingTo(exact);
  }

  @Test
  void half_a_krona_is_rounded_up_though_the_processor_has_a_little_less() {
    assertThat(50 * 0.29).isLessThan(14.5);
    FormAnswers answers = answers(new BigDecimal("50"), new BigDecimal("0.29"));
    assertThat(value(answers, "kronor")).isEqualTo("15");
    assertThat(value(answers, "pengar")).isEqualTo("14.5");
    assertThat(value(answers, "tal")).isEqualTo("14.5");
  }

  @Test
  void without_decimals_nothing_is_dropped_from_what_is_shown_and_submitted() {
    FormAnswers answers = answers(new BigDecimal("99.50"), BigDecimal.ONE);
    assertThat(value(answers, "pengar")).isEqualTo("99.5");
    assertThat(shown("pengar", answers)).isEqualTo("99,50\u00a0kr");
    assertThat(shown("tal", answers)).isEqualTo("99,5");
    assertThat(shown("kronor", answers)).isEqualTo("100\u00a0kr");
    assertThat(shown("oren", answers)).isEqualTo("99,50\u00a0kr");
    FormAnswers whole = answers(new BigDecimal("99"), BigDecimal.ONE);
    assertThat(shown("pengar", whole)).isEqualTo("99\u00a0kr");
    assertThat(shown("tal", whole)).isEqualTo("99");
    FormAnswers many = answers(new BigDecimal("0.01"), new BigDecimal("0.5"));
    assertThat(shown("pengar", many)).isEqualTo("0,01\u00a0kr");
    assertThat(shown("tal", many)).isEqualTo("0,005");
  }

  private static String shown(String field, FormAnswers answers) {
    FieldDefinition definition = RUN.form().fields().get(field);
    Reading reading =
        new Reading(List.of(), definition.settings(), Locale.forLanguageTag("sv"), word -> word);
    return FieldTypes.CALCULATED.shown(value(answers, field), reading).get(0);
  }
}
