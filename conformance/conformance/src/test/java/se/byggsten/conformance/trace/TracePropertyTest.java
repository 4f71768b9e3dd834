package se.byggsten.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.byggsten.forms.FormDefinition;

class TracePropertyTest {
  @Property(tries = 30)
  void what_was_recorded_is_found_again_and_recorded_the_same(@ForAll long seed) {
    FormDefinition form = RandomTrace.form(seed);
    TraceCheck check = TraceCheck.of(form);

    Trace recorded = check.record(RandomTrace.trace(seed));

    assertThat(check.check(recorded)).isEmpty();
    assertThat(check.record(recorded).yaml()).isEqualTo(recorded.yaml());
    assertThat(recorded.steps()).allMatch(step -> step.optional("expect").isPresent());
  }
}
