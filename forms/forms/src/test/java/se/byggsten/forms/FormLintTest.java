package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.source.FormYaml;

class FormLintTest {
  private static final String GOOD =
      """
      form: 1
      id: litet
      version: 1
      languages: [sv, en]
      facts: {purpose: Prova, legal-basis: Lagen, retention: preserve}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true, autocomplete: name, facts: {personal-data: ordinary}}
            - {id: val, type: radio, options: [a, b]}
        - id: tva
          show-if: val == 'a'
          fields:
            - {id: mer, type: text, constraints: [{pattern: {regexp: "a*"}}]}
        - id: granska
          kind: review
      """;

  private static List<String> lint(UnaryOperator<String> yaml, String... missing) {
    Map<String, Map<String, String>> texts = new HashMap<>();
    for (String language : List.of("sv", "en")) {
      Map<String, String> all = new HashMap<>();
      for (String key :
          List.of(
              "form.title",
              "ett.title",
              "tva.title",
              "granska.title",
              "namn.label",
              "namn.hint",
              "namn.error.Required",
              "val.label",
              "val.option.a",
              "val.option.b",
              "mer.label",
              "mer.error.Pattern")) {
        all.put(key, "Text");
      }
      for (String key : missing) {
        if (key.startsWith(language + ":")) {
          all.remove(key.substring(3));
        } else if (key.startsWith("+")) {
          all.put(key.substring(1), "Text");
        }
      }
      texts.put(language, all);
    }
    byte[] bytes = yaml.apply(GOOD).getBytes(StandardCharsets.UTF_8);
    return FormLint.check(FormYaml.read("litet.yaml", bytes, FormTexts.of(texts))).stream()
        .map(FormLintTest::shown)
        .toList();
  }

  private static String shown(Finding finding) {
    assertThat(finding.remedy()).isNotBlank();
    return finding.code() + " " + finding.where().detail().orElse("");
  }

  private static List<String> with(String good, String other) {
    assertThat(GOOD).contains(good);
    return lint(yaml -> yaml.replace(good, other));
  }

  @Test
  void a_good_form_is_clean() {
    assertThat(lint(UnaryOperator.identity())).isEmpty();
    assertThat(FormLint.check(Forms.yaml())).isEmpty();
  }

  @Test
  void finds_missing_translations_and_error_texts() {
    assertThat(lint(UnaryOperator.identity(), "en:namn.label"))
        .containsExactly("FORM-LINT-TRANSLATION namn.label");
    assertThat(lint(UnaryOperator.identity(), "sv:namn.hint"))
        .containsExactly("FORM-LINT-TRANSLATION namn.hint");
    assertThat(lint(UnaryOperator.identity(), "sv:val.option.b"))
        .containsExactly("FORM-LINT-TRANSLATION val.option.b");
    assertThat(lint(UnaryOperator.identity(), "sv:mer.error.Pattern", "en:mer.error.Pattern"))
        .hasSize(2)
        .allMatch("FORM-LINT-ERROR-TEXT mer.error.Pattern"::equals);
    assertThat(lint(UnaryOperator.identity(), "sv:namn.error.Required", "en:namn.error.Required"))
        .contains("FORM-LINT-ERROR-TEXT namn.error.Required");
    assertThat(lint(UnaryOperator.identity(), "+nman.hint"))
        .containsExactly("FORM-LINT-UNUSED-TEXT nman.hint");
  }

  @Test
  void finds_personal_data_without_purpose_or_legal_basis() {
    assertThat(with("purpose: Prova, ", "")).containsExactly("FORM-LINT-PERSONAL-DATA namn");
    assertThat(with("legal-basis: Lagen, ", "")).containsExactly("FORM-LINT-PERSONAL-DATA namn");
    assertThat(
            with(
                "id: mer, type: text, constraints: [{pattern: {regexp: \"a*\"}}]",
                "id: mer, type: email, autocomplete: email, constraints: [{pattern: {regexp: \"a*\"}}]"))
        .containsExactly("FORM-LINT-PERSONAL-DATA mer");
    assertThat(with("personal-data: ordinary", "personal-data: sensitive"))
        .containsExactly("FORM-LINT-SECRECY namn");
  }

  @Test
  void finds_bad_conditions_and_what_can_never_be_shown() {
    assertThat(with("show-if: val == 'a'", "show-if: vall == 'a'"))
        .containsExactly("FORM-LINT-CONDITION tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: val == 1"))
        .containsExactly("FORM-LINT-CONDITION tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: mer == 'a'"))
        .containsExactly("FORM-LINT-CONDITION tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: val == 'c'"))
        .containsExactly("FORM-LINT-UNREACHABLE tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: val == 'a' && val == 'b'"))
        .containsExactly("FORM-LINT-UNREACHABLE tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: namn == 'x' && namn != 'x'"))
        .containsExactly("FORM-LINT-UNREACHABLE tva.showIf");
    assertThat(with("show-if: val == 'a'", "show-if: namn != '' && val != ''")).isEmpty();
  }

  @Test
  void finds_missing_and_unknown_autocomplete_tokens_and_a_missing_review() {
    assertThat(with("autocomplete: name, ", "")).containsExactly("FORM-LINT-AUTOCOMPLETE namn");
    assertThat(with("autocomplete: name", "autocomplete: nmae"))
        .containsExactly("FORM-LINT-AUTOCOMPLETE namn");
    assertThat(with("autocomplete: name", "autocomplete: street-address"))
        .containsExactly("FORM-LINT-AUTOCOMPLETE namn");
    assertThat(with("  - id: granska\n    kind: review\n", ""))
        .containsExactlyInAnyOrder("FORM-LINT-REVIEW ", "FORM-LINT-UNUSED-TEXT granska.title");
    assertThat(with("{pattern: {regexp: \"a*\"}}", "past")).contains("FORM-LINT-CONSTRAINT ");
  }
}
