package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.HtmlPage;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** The form of the service that nobody logs in to. */
class OpenFormTest {
  private static final FormDefinition FORM =
      FormYaml.load(OpenFormTest.class.getClassLoader(), "forms/felanmalan");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void the_form_is_clean_and_says_why_it_asks_and_for_how_long_it_keeps() {
    assertThat(FormLint.check(FORM)).isEmpty();
    for (FieldDefinition field : FORM.fields().values()) {
      assertThat(FORM.factsOf(field).purpose()).as(field.id()).isNotEmpty();
      assertThat(FORM.factsOf(field).legalBasis()).as(field.id()).isNotEmpty();
      assertThat(FORM.factsOf(field).disposeAfter()).as(field.id()).isPresent();
    }
  }

  @Test
  void nothing_about_the_sender_has_to_be_said() {
    FormRun run = FormRun.of(FORM, NOON);
    FormState state = run.start(Map.of());
    Map<String, List<String>> anonymous =
        Map.of(
            "vad", List.of("galler", "synpunkt", "anlaggning", "annan"),
            "beskriv", List.of("beskrivning", "Fler gungor."),
            "plats", List.of("platsNamn", "Torget"),
            "kontakt", List.of("vill", "no"));
    for (String page : List.of("start", "vad", "beskriv", "plats", "bild", "kontakt")) {
      String[] posted = anonymous.getOrDefault(page, List.of()).toArray(new String[0]);
      state = run.post(state, page, PostedFields.with(posted)).state();
    }
    assertThat(run.isComplete(state)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void no_page_breaks_an_accessibility_rule(String language) {
    AccessibilityRules rules = AccessibilityRules.load();
    FormRun run = FormRun.of(FORM, NOON);
    FormState state = run.start(Map.of());
    Locale locale = Locale.forLanguageTag(language);
    FormRenderer renderer = FormRenderer.of(run);
    PageShell shell = PageShell.builder(locale, "Eksta kommun", "Felanmälan").build();
    PageView view = PageView.of(locale, "/felanmalan", "token");
    for (PageDefinition page : FORM.pages()) {
      if (page.kind() != PageKind.RECEIPT) {
        String name = page.id();
        var empty = renderer.page(state, name, view);
        var wrong = run.post(state, name, PostedFields.with("_action", "next"));
        var errors = renderer.page(wrong.state(), name, view.after(wrong));
        boolean bad = !wrong.violations().isEmpty();
        for (Page drawn :
            List.of(
                Page.builder(name, name).body(empty).build(),
                Page.builder(name, name).error(bad).body(errors).build())) {
          assertThat(rules.check(HtmlPage.parse(shell.render(drawn), name))).as(name).isEmpty();
        }
      }
    }
  }
}
