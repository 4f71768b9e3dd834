package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

class FormLintPropertyTest {
  private static final Set<String> RULED_OUT =
      Set.of("FORM-LINT-UNREACHABLE", "FORM-LINT-NEVER-SHOWN", "FORM-LINT-CONTRADICTION");

  @Property(tries = 15)
  void never_rules_out_a_page_that_somebody_comes_to(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    Set<String> ruledOut =
        FormLint.check(form).stream()
            .filter(finding -> RULED_OUT.contains(finding.code().value()))
            .map(FormLintPropertyTest::place)
            .filter(place -> !place.contains(".") || place.endsWith(".showIf"))
            .map(place -> place.replace(".showIf", ""))
            .collect(Collectors.toSet());
    FormRun run = FormRun.of(form, Forms.CLOCK);
    FormState state = run.start(Map.of());
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 15; i++) {
      for (String path : RandomPosts.shown(run, state)) {
        assertThat(ruledOut).doesNotContain(path.replaceFirst("/.*", ""));
      }
      for (FieldDefinition field : form.fields().values()) {
        if (form.structure().around(field.id()).isEmpty()
            && run.answers(state).isShown(field.id())
            && run.violations(state).isEmpty()) {
          assertThat(ruledOut).doesNotContain(field.id());
        }
      }
      var shown = RandomPosts.shown(run, state);
      if (!shown.isEmpty()) {
        String page = shown.get(random.nextInt(shown.size()));
        state = run.post(state, page, RandomPosts.post(run, state, page, random)).state();
      }
    }
  }

  private static String place(Finding finding) {
    return finding.where().detail().orElse("");
  }
}
