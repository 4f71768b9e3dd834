package se.byggsten.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.run.AttachmentChecks;
import se.byggsten.forms.run.FormRun;

class TraceCheckTest {
  private static final Trace RECORDED = Cykel.recorded();
  private static final String TEXT = RECORDED.yaml();

  private static List<String> codes(List<TraceDifference> differences) {
    return differences.stream()
        .map(difference -> difference.finding().code().value())
        .distinct()
        .toList();
  }

  /** What changes in what is expected, found by where it stands. */
  private static List<TraceDifference> expecting(String from, String to) {
    assertThat(TEXT).contains(from);
    int at = TEXT.lastIndexOf(from);
    String changed = TEXT.substring(0, at) + to + TEXT.substring(at + from.length());
    return TraceCheck.of(Cykel.form()).check(Cykel.trace(changed));
  }

  private static List<TraceDifference> changing(String from, String to) {
    assertThat(Cykel.YAML).contains(from);
    return TraceCheck.of(Cykel.form(Cykel.YAML.replace(from, to), Cykel.TEXTS)).check(RECORDED);
  }

  @Test
  void finds_nothing_in_what_was_recorded() {
    assertThat(TraceCheck.of(Cykel.form()).check(RECORDED)).isEmpty();
  }

  @Test
  void records_all_that_comes_of_the_steps() {
    assertThat(TEXT)
        .contains("fields: [namn, epost, farg]")
        .contains("locked: [namn]")
        .contains("refused: FORM-UNKNOWN-FIELD")
        .contains("complete: true")
        .contains("text: Skriv numret på ramen")
        .contains("text: Röda cyklar stjäls oftare.")
        .contains("described-by:")
        .contains("autocomplete: email")
        .contains("legend: \"Vilken färg?\"")
        .contains("invalid: true")
        .contains("secrecy: \"21 kap. 1 § OSL\"")
        .contains("retention: dispose P2Y")
        .contains("_remove=kvitton/1")
        .contains("nyans: [mörk]")
        .contains("rows: [2]");
  }

  @Test
  void writes_what_it_can_read_in_both_formats() {
    byte[] json = RECORDED.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Trace.read("cykel.json", json).yaml()).isEqualTo(TEXT);
    assertThat(Cykel.trace(TEXT).json()).isEqualTo(RECORDED.json());
  }

  @Test
  void records_a_form_in_a_language_that_it_lacks() {
    TraceCheck check = TraceCheck.of(Cykel.form());
    Trace english = check.record(Cykel.trace(Cykel.TRACE.replace("language: sv", "language: en")));

    assertThat(english.yaml()).contains("title: Om dig", "label: Din e-postadress");
    assertThat(check.check(english)).isEmpty();
  }

  @Test
  void looks_at_nothing_that_is_not_expected() {
    assertThat(TraceCheck.of(Cykel.form()).check(Cykel.trace(Cykel.TRACE)))
        .singleElement()
        .satisfies(one -> assertThat(one.finding().code().value()).isEqualTo("TRACE-REFUSED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: Om dig|title: Om mig|TRACE-TITLE
          fields: [namn, epost, farg]|fields: [epost, namn, farg]|TRACE-FIELDS
          required: [namn, epost, farg]|required: [namn, epost]|TRACE-REQUIRED
          locked: [namn]|locked: []|TRACE-LOCKED
          revealed: []|revealed: [nyans]|TRACE-REVEALED
          rows: [2]|rows: [1, 2]|TRACE-ROWS
          constraint: EmailAddress|constraint: Email|TRACE-ERRORS
          text: Skriv numret på ramen|text: Skriv ramens nummer|TRACE-ERRORS
          elsewhere: row-removed|elsewhere: page-hidden|TRACE-ELSEWHERE
          warning: syns|warning: dyr|TRACE-WARNINGS
          autocomplete: email|autocomplete: tel|TRACE-HTML
          invalid: true|invalid: false|TRACE-HTML
          name: epost|name: post|TRACE-HTML
          refused: FORM-UNKNOWN-FIELD|refused: FORM-UNKNOWN-PAGE|TRACE-REFUSED
          complete: true|complete: false|TRACE-COMPLETE
          ram: WX13|ram: WX99|TRACE-ANSWERS
          nyans: [mörk]|nyans: [ljus]|TRACE-HIDDEN
          purpose: Dela ut platser|purpose: Annat|TRACE-INFORMATION
          personal-data: ordinary|personal-data: sensitive|TRACE-INFORMATION
          """)
  void finds_each_kind_of_difference(String from, String to, String code) {
    List<TraceDifference> differences = expecting(from, to);
    assertThat(codes(differences)).containsExactly(code);
    assertThat(differences.get(0).finding().where().line()).isPresent();
    assertThat(differences.get(0).finding().remedy()).isNotBlank();
  }

  @Test
  void finds_other_pages_options_focus_missing_retention_and_secrecy() {
    assertThat(codes(expecting("\n      page: granska\n", "\n      page: kvitto\n")))
        .containsExactly("TRACE-PAGE");
    assertThat(codes(expecting("farg: [rod, bla]", "farg: [rod]")))
        .containsExactly("TRACE-OPTIONS");
    assertThat(codes(expecting("focus: [epost, farg", "focus: [farg, epost")))
        .containsExactly("TRACE-FOCUS");
    assertThat(codes(expecting("\n  retention: dispose P2Y\n", "\n  retention: preserve\n")))
        .containsExactly("TRACE-RETENTION");
    assertThat(
            codes(expecting("\n  missing:\n    - field: epost", "\n  missing:\n    - field: farg")))
        .containsExactly("TRACE-MISSING");
    assertThat(codes(expecting("\n  secrecy: [", "\n  secrecy: [annan, ")))
        .containsExactly("TRACE-SECRECY");
  }

  @Test
  void finds_what_a_change_of_the_form_changes() {
    assertThat(codes(changing("show-if: farg == 'rod'", "show-if: farg == 'bla'")))
        .contains("TRACE-FIELDS", "TRACE-FOCUS", "TRACE-ANSWERS");
    assertThat(codes(changing("platser > 3.0", "platser > 9.0"))).contains("TRACE-OPTIONS");
    assertThat(codes(changing("max: 10", "max: 3"))).contains("TRACE-PAGE");
    assertThat(codes(changing("dispose P2Y", "preserve")))
        .containsExactly("TRACE-INFORMATION", "TRACE-RETENTION");
    assertThat(codes(changing("21 kap. 1 § OSL", "26 kap. 1 § OSL")))
        .containsExactly("TRACE-INFORMATION", "TRACE-SECRECY");
    assertThat(codes(changing("deferrable: true, ", ""))).contains("TRACE-PAGE", "TRACE-MISSING");
    assertThat(codes(changing("autocomplete: email", "autocomplete: \"off\"")))
        .containsExactly("TRACE-HTML");
    assertThat(codes(changing("version: 3", "version: 4"))).containsExactly("TRACE-FORM");
    assertThat(codes(changing("id: cykel\nversion", "id: moped\nversion")))
        .containsExactly("TRACE-FORM");
  }

  @Test
  void says_which_step_and_what_to_do() {
    TraceDifference difference = expecting("title: Om dig", "title: Om mig").get(0);
    assertThat(difference.finding().where().toString())
        .matches("cykel.trace.yaml:[0-9]+:[0-9]+ step 13 \\(du\\): title");
    assertThat(difference.finding().message())
        .isEqualTo("the trace expects \"Om mig\", but it is \"Om dig\"");
    assertThat(difference.expected()).isEqualTo("\"Om mig\"");
  }

  @Test
  void keeps_answers_out_of_what_it_finds() {
    List<TraceDifference> differences = expecting("ram: WX13", "ram: WX99");
    assertThat(differences).isNotEmpty();
    assertThat(differences.toString()).doesNotContain("WX");
    assertThat(differences.get(0).finding().toString()).doesNotContain("WX");
    assertThat(differences.get(0).actual()).contains("WX13");
    assertThat(RECORDED.toString()).doesNotContain("WX");
  }

  @Test
  void takes_a_run_of_the_services_own() {
    TraceCheck own =
        TraceCheck.of(
            Cykel.form(),
            clock ->
                FormRun.builder(Cykel.form(), clock)
                    .catalog(ConstraintCatalog.standard())
                    .attachments(AttachmentChecks.basic())
                    .build());
    assertThat(own.check(RECORDED)).isEmpty();
  }

  @Test
  void tells_where_a_trace_names_what_the_form_lacks() {
    for (String[] change :
        List.of(
            new String[] {"platser: 2}", "stolar: 2}"},
            new String[] {"platser: 2}", "platser: många}"},
            new String[] {"- {page: du}", "- {page: du, as: granne}"},
            new String[] {"number: 1}", "number: 7}"},
            new String[] {"09:00:00Z", "07:00:00Z"})) {
      Trace trace = Cykel.trace(Cykel.TRACE.replace(change[0], change[1]));
      assertThatThrownBy(() -> TraceCheck.of(Cykel.form()).check(trace))
          .as(change[1])
          .isInstanceOf(DataException.class)
          .hasMessageContaining("cykel.trace.yaml:");
    }
    Trace other = Cykel.trace(Cykel.TRACE.replace("id: cykel", "id: moped"));
    assertThatThrownBy(() -> TraceCheck.of(Cykel.form()).record(other))
        .isInstanceOf(DataException.class);
  }
}
