package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.PartyMember;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

/** Co-applicants of a form that is validated on review. */
class ReviewedPartiesTest extends PartyScene {
  @Override
  FormRun run() {
    return run(YAML.replace("version: 1\n", "version: 1\nvalidate-on: review\n"));
  }

  @Test
  void nobody_approves_what_waits_to_be_put_right() {
    Draft draft = write("", Optional.of(BO), Optional.empty());
    assertThat(draft.run().current(draft.state())).isEqualTo("granska");
    String code = parties.invite(draft, "annan", "Åsa Ek").code().orElseThrow();
    assertThat(parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256()))
        .isEqualTo(Approving.INCOMPLETE);
    withOther("Elsa");
    assertThat(parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256()))
        .isEqualTo(Approving.APPROVED);
  }

  @Test
  void a_party_without_a_review_must_be_right_on_each_page() {
    Draft draft = write("Elsa", Optional.empty(), Optional.of(CIA.format()));
    String code = parties.invite(draft, "forare", "Åsa Ek").code().orElseThrow();
    StepResult empty = post(CIA, Map.of("korkort", List.of("")));
    assertThat(empty.violations()).extracting(Violation::path).containsExactly("korkort");
    assertThat(empty.page()).contains("forarens");
    assertThat(parties.approve(code, CIA, "Cia", granted(code, CIA).contentSha256()))
        .isEqualTo(Approving.INCOMPLETE);
    assertThat(post(CIA, Map.of("korkort", List.of("123"))).isComplete()).isTrue();
    assertThat(parties.approve(code, CIA, "Cia", granted(code, CIA).contentSha256()))
        .isEqualTo(Approving.APPROVED);
  }

  private StepResult post(PersonIdentifier who, Map<String, List<String>> answers) {
    PartyMember member = new PartyMember("forare", who);
    DraftUpdate update =
        drafts.updateAs(member, ref, now().mark(), "forarens", PostedFields.of(answers));
    return ((DraftUpdate.Stored) update).step();
  }
}
