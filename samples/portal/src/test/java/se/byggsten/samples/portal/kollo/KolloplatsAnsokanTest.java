package se.byggsten.samples.portal.kollo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.data.DataView;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Retention;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormRecords;
import se.byggsten.forms.spi.Trait;
import se.byggsten.samples.portal.ops.BesideOthers;

@BesideOthers
class KolloplatsAnsokanTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final FormDefinition YAML = KolloAnswers.FORM;
  private static final FormDefinition RECORD =
      FormRecords.read(KolloplatsAnsokan.class, YAML.texts());
  private static final FormRun YAML_RUN = FormRun.of(YAML, CLOCK);
  private static final FormRun RECORD_RUN =
      FormRun.builder(RECORD, CLOCK).record(KolloplatsAnsokan.class).build();
  private static final KolloAnswers ANSWERS = KolloAnswers.complete();

  private static FormState started() {
    return YAML_RUN.withInputs(YAML_RUN.start(Map.of()), KolloAnswers.EVERY_PLACE);
  }

  private static StepResult post(FormState state, String page, KolloAnswers answers) {
    return YAML_RUN.post(state, page, PostedFields.of(answers.of(page)));
  }

  private static List<String> errors(FormState state, String page, KolloAnswers answers) {
    return post(state, page, answers).violations().stream()
        .map(violation -> violation.field() + "." + violation.constraint())
        .toList();
  }

  @Test
  void the_record_and_the_yaml_define_the_same_form() {
    assertThat(RECORD.canonicalJson()).isEqualTo(YAML.canonicalJson());
    assertThat(RECORD).isEqualTo(YAML);
  }

  @Test
  void the_form_is_clean_and_as_rich_as_a_real_one() {
    assertThat(FormLint.check(YAML)).isEmpty();
    assertThat(YAML.fields().values().stream().filter(FieldDefinition::isAsked))
        .hasSizeGreaterThanOrEqualTo(40);
    assertThat(YAML.structure().pages()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void the_form_and_the_manifest_say_the_same_of_how_long_an_application_is_kept()
      throws IOException {
    try (InputStream yaml = KolloAnswers.class.getResourceAsStream("/byggsten.yaml")) {
      byte[] bytes = Objects.requireNonNull(yaml).readAllBytes();
      DataView view = DataView.of("byggsten.yaml", DataReader.yaml().read("byggsten.yaml", bytes));
      Retention.Rule rule = EServiceManifest.from(view).retention().rules().get(0);
      assertThat(YAML.classification()).isEqualTo(rule.classification());
      assertThat(YAML.facts().disposeAfter()).isEqualTo(rule.termYears().map(Period::ofYears));
    }
  }

  @Test
  void whatever_is_asked_about_somebody_says_why_and_for_how_long() {
    for (FieldDefinition field : YAML.fields().values()) {
      var facts = YAML.factsOf(field);
      if (facts.personalData() != PersonalData.NONE) {
        assertThat(facts.purpose()).as(field.id()).isNotEmpty();
        assertThat(facts.legalBasis()).as(field.id()).isNotEmpty();
        assertThat(facts.disposeAfter()).as(field.id()).isPresent();
      }
    }
  }

  @Test
  void a_filled_in_form_goes_through() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "granska");
    assertThat(YAML_RUN.missing(state)).isEmpty();
    assertThat(YAML_RUN.post(state, "granska", PostedFields.with()).isComplete()).isTrue();
  }

  @Test
  void who_does_not_live_in_eksta_comes_to_a_page_that_says_why_and_no_further() {
    FormState state = post(started(), "start", ANSWERS).state();
    StepResult step = post(state, "bor", ANSWERS.with("borIEksta", "no"));
    assertThat(step.page()).contains("stopp");
    assertThat(YAML_RUN.open(step.state(), "granska")).isEqualTo("stopp");
  }

  @Test
  void nobody_with_protected_details_is_asked_for_an_address() {
    KolloAnswers secret = ANSWERS.with("skyddad", "ja");
    FormState state = secret.walk(YAML_RUN, started(), "relation");
    assertThat(YAML_RUN.answers(state).isShown("adress")).isFalse();
    assertThat(YAML_RUN.answers(state).isShown("skyddadText")).isTrue();
    KolloAnswers two =
        ANSWERS
            .with("antalVardnadshavare", "tva")
            .with("andraNamn", "Björn Ek")
            .with("andraPersonnummer", "191212121212")
            .with("andraSkyddad", "yes")
            .with("andraTelefon", "070-174 06 07");
    FormState both = two.walk(YAML_RUN, started(), "barnet/1");
    FormAnswers answers = YAML_RUN.answers(both);
    assertThat(answers.isShown("andraBor")).isFalse();
    assertThat(answers.isShown("andraAdress")).isFalse();
    assertThat(YAML.factsOf(YAML.fields().get("andraTelefon")).secrecy())
        .isEqualTo("22 kap. 1 § OSL");
  }

  @Test
  void the_second_guardian_is_asked_for_only_when_there_is_one() {
    FormState one = ANSWERS.walk(YAML_RUN, started(), "barnet/1");
    assertThat(YAML_RUN.answers(one).pages()).doesNotContain("andra", "andra-kontakt");
    FormState none = ANSWERS.with("relation", "god-man").walk(YAML_RUN, started(), "barnet/1");
    assertThat(YAML_RUN.answers(none).pages()).doesNotContain("vardnad", "andra");
    KolloAnswers two = ANSWERS.with("antalVardnadshavare", "tva");
    assertThat(YAML_RUN.answers(two.walk(YAML_RUN, started(), "andra")).pages())
        .contains("andra", "andra-kontakt");
    KolloAnswers young =
        two.with("andraNamn", "Ida")
            .with("andraPersonnummer", "20160112-2383")
            .with("andraSkyddad", "no");
    assertThat(errors(two.walk(YAML_RUN, started(), "andra"), "andra", young))
        .containsExactly("andraPersonnummer.vuxen");
  }

  @Test
  void a_child_is_offered_the_camps_of_its_age_that_have_places() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "barnets-kollo/1");
    assertThat(offered(state))
        .containsExactly("grindso-v26", "grindso-v27", "grindso-v28", "valfritt");
    assertThat(shown(state, "alder", 1)).isEqualTo(new BigDecimal("11"));
    FormState fewer =
        YAML_RUN.withInputs(state, Map.of("lediga", List.of("grindso-v27", "solvik-v26")));
    assertThat(offered(fewer)).containsExactly("grindso-v27", "valfritt");
    assertThat(errors(fewer, "barnets-kollo/1", ANSWERS.with("forstaVal", "grindso-v26")))
        .containsExactly("forstaVal.Choice");
    assertThat(errors(state, "barnets-kollo/1", ANSWERS.with("forstaVal", "solvik-v26")))
        .containsExactly("forstaVal.Choice");
  }

  @Test
  void the_camp_that_was_chosen_has_its_name_also_when_the_places_are_gone() {
    FormState sent = ANSWERS.with("forstaVal", "grindso-v26").walk(YAML_RUN, started(), "granska");
    String json = FormDocuments.of(YAML_RUN).answersJson(sent, SV, CLOCK.instant());
    FormState read = SubmittedAnswers.read(YAML, json.getBytes(StandardCharsets.UTF_8));
    assertThat(FormRenderer.of(YAML_RUN).handler(read, SV).value())
        .contains("Grindsö")
        .doesNotContain("grindso-v26");
  }

  private static List<String> offered(FormState state) {
    return YAML_RUN
        .answers(state)
        .at(Place.TOP.row(1))
        .options(YAML.fields().get("forstaVal"))
        .stream()
        .map(OptionDefinition::value)
        .toList();
  }

  private static Object shown(FormState state, String field, int... rows) {
    Place place = Place.TOP;
    for (int row : rows) {
      place = place.row(row);
    }
    return YAML_RUN.answers(state).at(place).value(field).orElseThrow();
  }

  @Test
  void wishes_differ_and_come_in_order() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "barnets-kollo/1");
    KolloAnswers wish = ANSWERS.with("forstaVal", "grindso-v26");
    assertThat(errors(state, "barnets-kollo/1", wish.with("andraVal", "grindso-v26")))
        .containsExactly("andraVal.sammaVal");
    assertThat(errors(state, "barnets-kollo/1", wish.with("tredjeVal", "grindso-v27")))
        .containsExactly("tredjeVal.ordning");
  }

  @Test
  void a_child_of_another_age_or_the_same_child_twice_is_refused() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "barnet/1");
    assertThat(errors(state, "barnet/1", ANSWERS.with("barnPersonnummer", "191212121212")))
        .containsExactly("barnPersonnummer.alder");
    FormState twice = another(ANSWERS.walk(YAML_RUN, started(), "anhorig/1"));
    assertThat(errors(twice, "barnet/2", ANSWERS)).containsExactly("barnPersonnummer.dubblett");
  }

  private static FormState another(FormState state) {
    StepResult added = YAML_RUN.post(state, "barnen", PostedFields.with("_action", "add"));
    assertThat(added.page().orElseThrow()).startsWith("barnet/");
    return added.state();
  }

  @Test
  void a_text_that_is_too_long_hides_no_question_that_was_left_empty() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "allergin/1/1");
    KolloAnswers wrong = ANSWERS.with("allergen", "x".repeat(101)).with("atgard", "");
    assertThat(errors(state, "allergin/1/1", wrong))
        .containsExactly("allergen.Size", "atgard.Required");
  }

  @Test
  void siblings_with_different_weeks_are_told_but_not_stopped() {
    FormState state =
        another(ANSWERS.with("forstaVal", "grindso-v26").walk(YAML_RUN, started(), "anhorig/1"));
    KolloAnswers sister = ANSWERS.with("barnPersonnummer", SISTER).with("forstaVal", "grindso-v27");
    FormState chosen = sister.walk(YAML_RUN, state, "barnets-simning/2");
    assertThat(warnings(chosen)).containsExactly("olikaVeckor");
    FormState same =
        post(chosen, "barnets-kollo/2", sister.with("forstaVal", "grindso-v26")).state();
    assertThat(warnings(same)).isEmpty();
  }

  /** One of Skatteverket's test numbers. */
  private static final String SISTER = "20160104-2383";

  private static List<String> warnings(FormState state) {
    return YAML_RUN.answers(state).at(Place.TOP.row(2)).warnings(YAML.fields().get("forstaVal"));
  }

  @Test
  void the_fee_follows_the_income_the_children_and_the_ceiling() {
    FormState one = ANSWERS.walk(YAML_RUN, started(), "konto");
    assertThat(fees(one)).containsExactly("1", "2100", "0", "2100");
    FormState secret = post(one, "inkomst", ANSWERS.with("uppgerInkomst", "hogsta")).state();
    assertThat(fees(secret)).containsExactly("1", "2400", "0", "2400");
    FormState poor = post(one, "inkomst", ANSWERS.with("inkomst", "0")).state();
    assertThat(fees(poor)).containsExactly("1", "300", "0", "300");
    FormState rich = post(one, "inkomst", ANSWERS.with("inkomst", "99 999 999")).state();
    assertThat(fees(rich)).containsExactly("1", "2400", "0", "2400");
    assertThat(fees(another(another(one)))).containsExactly("3", "2100", "2100", "4200");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 59_999, 60_000, 60_099, 60_100, 300_300, 479_899, 479_900, 480_000})
  void the_rows_of_the_fee_say_half_a_per_cent_with_a_floor_and_a_ceiling(int income) {
    FormState one = ANSWERS.walk(YAML_RUN, started(), "konto");
    for (int i : new int[] {income, income + 1, income + 99, income + 101}) {
      long share = Math.round(i * 0.005);
      String fee = String.valueOf(Math.min(2400, Math.max(300, share)));
      FormState state = post(one, "inkomst", ANSWERS.with("inkomst", String.valueOf(i))).state();
      assertThat(fees(state)).as("%s", i).containsExactly("1", fee, "0", fee);
    }
  }

  private static List<String> fees(FormState state) {
    List<String> fees = new ArrayList<>();
    for (String field : List.of("antalBarn", "avgiftPerBarn", "syskonrabatt", "avgiftTotalt")) {
      fees.add(((BigDecimal) shown(state, field)).toPlainString());
    }
    return fees;
  }

  @Test
  void some_things_may_be_sent_later_and_others_not() {
    FormState state = ANSWERS.walk(YAML_RUN, started(), "barnets-stod/1");
    Map<String, List<String>> later =
        new LinkedHashMap<>(ANSWERS.with("stodBeskrivning", "").of("barnets-stod/1"));
    later.put("_action", List.of("later"));
    StepResult step = YAML_RUN.post(state, "barnets-stod/1", PostedFields.of(later));
    assertThat(step.page()).contains("barnets-intyg/1");
    FormState review = ANSWERS.walk(YAML_RUN, step.state(), "granska");
    assertThat(YAML_RUN.missing(review))
        .extracting(Violation::field)
        .containsExactly("stodBeskrivning");
    assertThat(YAML_RUN.post(review, "granska", PostedFields.with()).isComplete()).isTrue();
    later.put("stodSorter", List.of());
    assertThat(YAML_RUN.post(state, "barnets-stod/1", PostedFields.of(later)).violations())
        .extracting(Violation::field)
        .contains("stodSorter");
  }

  @Property(tries = 60)
  void the_record_and_the_yaml_find_the_same_violations(
      @ForAll("answers") Map<String, String> odd) {
    FormState state = started();
    String at = "start";
    for (int step = 0; step < 60 && !at.equals("granska"); step++) {
      Map<String, List<String>> values = new LinkedHashMap<>(ANSWERS.of(at));
      PageDefinition page = YAML.page(Place.name(at)).orElseThrow();
      for (FieldDefinition field : page.fields()) {
        String answer = odd.get(field.id());
        if (answer != null && field.isAsked() && !field.has(Trait.FILES)) {
          field.type().parts().forEach(part -> values.put(field.id() + part, List.of(answer)));
        }
      }
      PostedFields posted = PostedFields.of(values);
      StepResult yaml = YAML_RUN.post(state, at, posted);
      StepResult record = RECORD_RUN.post(state, at, posted);
      assertThat(record.violations()).isEqualTo(yaml.violations());
      assertThat(record.page()).isEqualTo(yaml.page());
      state = yaml.state();
      if (yaml.page().filter(at::equals).isPresent()) {
        // What was odd is put right, and the walk goes on.
        StepResult right = YAML_RUN.post(state, at, PostedFields.of(ANSWERS.of(at)));
        state = right.state();
        at = right.page().filter(before(at)).orElse("granska");
      } else {
        at = yaml.page().orElse("granska");
      }
    }
  }

  private static java.util.function.Predicate<String> before(String page) {
    return next -> !next.equals(page);
  }

  @Provide
  Arbitrary<Map<String, String>> answers() {
    Arbitrary<String> answer =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "yes",
                "no",
                "vardnadshavare",
                "god-man",
                "tva",
                "solvik-v26",
                "grindso-v27",
                "tvahundra",
                "20150610-2383",
                "191212121212",
                "123 45",
                "01234",
                "12",
                "-1",
                "070-123 45 67",
                "asa@exempel.se",
                "asa@exempel",
                "\u0000",
                "x".repeat(101),
                "x".repeat(1001)),
            Arbitraries.strings().ofMaxLength(20));
    return Arbitraries.maps(Arbitraries.of(List.copyOf(YAML.fields().keySet())), answer)
        .ofMinSize(4)
        .ofMaxSize(30);
  }
}
