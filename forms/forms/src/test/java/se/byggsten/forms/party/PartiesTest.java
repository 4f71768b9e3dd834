package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.ResumeCode;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;

/** Who is named, invited, and approves. */
class PartiesTest extends PartyScene {
  @Test
  void there_is_no_party_where_the_answers_name_none() {
    Draft alone = write("Elsa", Optional.empty(), Optional.empty());
    assertThat(parties.status(alone)).isEmpty();
    assertThat(parties.isApproved(alone)).isTrue();
  }

  @Test
  void the_named_person_alone_opens_the_invitation_and_approves() {
    assertThat(parties.isApproved(withOther("Elsa"))).isFalse();
    String code = invited();
    assertThat(state()).isEqualTo(PartyStatus.State.INVITED);
    Visit.Granted mine = granted(code.toUpperCase(java.util.Locale.ROOT), BO);
    assertThat(mine.inviter()).isEqualTo("Åsa Ek");
    assertThat(parties.approve(code, BO, "Bo Ek", mine.contentSha256()))
        .isEqualTo(Approving.APPROVED);
    assertThat(state()).isEqualTo(PartyStatus.State.APPROVED);
    assertThat(parties.isApproved(now())).isTrue();
    Approval approval = parties.approvals(now()).get(0);
    assertThat(approval.person()).isEqualTo(BO);
    assertThat(approval.name()).isEqualTo("Bo Ek");
    assertThat(approval.at()).isEqualTo(NOW);
    assertThat(approval.contentSha256()).isEqualTo(Parties.digest(now(), "annan"));
  }

  @Test
  void another_person_is_refused_and_only_counted() {
    String code = invited();
    assertThat(parties.visit(code, CIA)).isEqualTo(new Visit.Refused(true));
    assertThat(parties.visit(code, ASA)).isEqualTo(new Visit.Refused(true));
    assertThat(parties.approve(code, CIA, "Cia", Parties.digest(now(), "annan")))
        .isEqualTo(Approving.GONE);
    assertThat(state()).isEqualTo(PartyStatus.State.INVITED);
    assertThat(parties.status(now()).get(0).refusals()).isEqualTo(3);
    assertThat(parties.visit("0000-0000-0000-0000-0000-0000", BO))
        .isEqualTo(new Visit.Refused(false));
    assertThat(parties.visit(null, BO)).isEqualTo(new Visit.Refused(false));
    assertThat(parties.visit("x".repeat(100_000), BO)).isEqualTo(new Visit.Refused(false));
  }

  @Test
  void a_change_after_the_approval_withdraws_it_and_changing_back_restores_nothing_unapproved() {
    String code = invited();
    String shown = granted(code, BO).contentSha256();
    parties.approve(code, BO, "Bo Ek", shown);
    withOther("Någon annan");
    assertThat(state()).isEqualTo(PartyStatus.State.CHANGED);
    assertThat(parties.isApproved(now())).isFalse();
    assertThat(parties.approvals(now())).isEmpty();
    assertThat(parties.approve(code, BO, "Bo Ek", shown)).isEqualTo(Approving.CHANGED);
    withOther("Elsa");
    assertThat(state())
        .as("the very content that was approved")
        .isEqualTo(PartyStatus.State.APPROVED);
  }

  @Test
  void naming_somebody_else_makes_the_first_invitation_worth_nothing() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    write("Elsa", Optional.of(CIA), Optional.empty());
    assertThat(parties.visit(code, BO)).isEqualTo(new Visit.Refused(false));
    assertThat(state()).isEqualTo(PartyStatus.State.NOT_INVITED);
    assertThat(parties.isApproved(now())).isFalse();
  }

  @Test
  void the_applicant_is_nobody_else_and_gets_no_invitation() {
    Draft draft = write("Elsa", Optional.of(ASA), Optional.of(ASA.format()));
    for (String party : List.of("annan", "forare")) {
      PartyStatus status = parties.invite(draft, party, "Åsa Ek");
      assertThat(status.state()).isEqualTo(PartyStatus.State.APPLICANT);
      assertThat(status.code()).isEmpty();
    }
    assertThat(parties.isApproved(draft)).isFalse();
    assertThat(DraftOwner.assisted("e1", ASA).isFor(ASA)).isTrue();
    assertThat(DraftOwner.completing(ASA, "1").isFor(ASA)).isTrue();
    assertThat(DraftOwner.assisted("e1", ASA).isFor(BO)).isFalse();
    assertThat(DraftOwner.code(ResumeCode.generate()).isFor(ASA)).isFalse();
  }

  @Test
  void an_approval_holds_when_the_draft_moves_to_a_version_that_asks_the_same() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    FormRun same =
        run(YAML.replace("version: 1", "version: 2").replace("namn, ", "namn, width: short, "));
    FormRun other =
        run(
            YAML.replace("version: 1", "version: 2")
                .replace("- {id: tva,", "- {id: ort, type: text}\n      - {id: tva,"));
    assertThat(FormDiff.isSafe(run().form(), same.form())).isTrue();
    for (FormRun next : List.of(same, other)) {
      DraftStore moving =
          DraftStore.builder(
                  store,
                  FormVersions.of(run()).and(next).migratingWhen((a, b) -> true),
                  keys,
                  clock)
              .build();
      Draft moved = moving.find(ref).orElseThrow();
      assertThat(moved.run().form().version()).isEqualTo(2);
      assertThat(Parties.of(moving, store, keys, clock).isApproved(moved)).isEqualTo(next == same);
    }
  }

  @Test
  void nobody_approves_what_the_applicant_has_not_filled_in() {
    String code = invited();
    drafts.update(ref, now().mark(), "ett", PostedFields.with("namn", ""));
    assertThat(parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256()))
        .isEqualTo(Approving.INCOMPLETE);
  }

  @Test
  void the_party_takes_an_approval_back() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    assertThat(parties.withdraw(code, CIA)).isFalse();
    assertThat(state()).isEqualTo(PartyStatus.State.APPROVED);
    assertThat(parties.withdraw(code, BO)).isTrue();
    assertThat(state()).isEqualTo(PartyStatus.State.INVITED);
  }

  @Test
  void the_party_sees_that_it_was_sent() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    Draft draft = now();
    parties.sent(draft, "case");
    drafts.close(draft, "case");
    assertThat(parties.visit(code, BO)).isInstanceOf(Visit.Sent.class);
    assertThat(parties.visit(code, CIA)).isEqualTo(new Visit.Refused(true));
    assertThat(parties.approve(code, BO, "Bo Ek", "x")).isEqualTo(Approving.GONE);
  }

  @Test
  void who_was_not_waited_for_approves_what_was_sent_and_nothing_else() {
    String code = invited();
    Draft draft = now();
    parties.sent(draft, "case 1");
    drafts.close(draft, "case 1");
    write("Somebody else", Optional.of(BO), Optional.empty());
    assertThat(parties.visit(code, CIA)).isEqualTo(new Visit.Refused(true));
    Visit.Late late = (Visit.Late) parties.visit(code, BO);
    assertThat(late.outcome()).isEqualTo("case 1");
    assertThat(late.contentSha256()).isEqualTo(Parties.digest(draft, "annan"));
    assertThat(late.toString()).doesNotContain("Åsa", code);
    assertThat(parties.withdraw(code, BO)).as("what was sent is sent").isFalse();
    assertThat(parties.approve(code, CIA, "Cia", late.contentSha256())).isEqualTo(Approving.GONE);
    assertThat(parties.approve(code, BO, "Bo Ek", Parties.digest(now(), "annan")))
        .as("another application of the same persons")
        .isEqualTo(Approving.CHANGED);
    assertThat(parties.approve(code, BO, "Bo Ek", late.contentSha256()))
        .isEqualTo(Approving.APPROVED);
    Visit.Sent sent = (Visit.Sent) parties.visit(code, BO);
    assertThat(sent.approval().contentSha256()).isEqualTo(late.contentSha256());
    assertThat(parties.approve(code, BO, "Bo Ek", late.contentSha256()))
        .as("once")
        .isEqualTo(Approving.GONE);
  }

  @Test
  void an_approval_of_what_was_changed_before_it_was_sent_does_not_count() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    withOther("Någon annan");
    Draft draft = now();
    parties.sent(draft, "case 2");
    drafts.close(draft, "case 2");
    assertThat(parties.visit(code, BO)).isInstanceOf(Visit.Late.class);
  }

  @Test
  void a_given_up_application_has_no_invitations() {
    String code = invited();
    drafts.discard(now());
    assertThat(parties.visit(code, BO)).isEqualTo(new Visit.Refused(false));
  }

  @Test
  void the_draft_of_a_code_has_no_parties_since_the_code_is_not_to_lie_anywhere() {
    DraftRef coded = DraftRef.first(DraftOwner.code(ResumeCode.generate()), "resan");
    org.assertj.core.api.Assertions.assertThatThrownBy(coded::bytes)
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_that_is_stored_or_written_out_tells_who() {
    String code = invited();
    Visit.Granted mine = granted(code, BO);
    parties.approve(code, BO, "Bo Ek", mine.contentSha256());
    put.forEach(
        (name, value) ->
            assertThat(name + new String(value, StandardCharsets.ISO_8859_1))
                .doesNotContain(BO.canonical(), ASA.canonical(), "Bo Ek", code));
    String texts = mine + " " + mine.status() + " " + parties.approvals(now()) + " " + parties;
    assertThat(texts).doesNotContain(BO.canonical(), "Bo Ek", "Åsa", code);
  }

  @Provide
  Arbitrary<List<Integer>> moves() {
    return Arbitraries.integers().between(0, 7).list().ofMaxSize(25);
  }

  /** In whatever order things happen, an approval only ever counts for what was on the screen. */
  @Property(tries = 40)
  void no_order_of_events_approves_what_was_not_shown(@ForAll("moves") List<Integer> moves) {
    PartiesTest world = new PartiesTest();
    String code = world.invited();
    Visit.Granted screen = world.granted(code, BO);
    String approved = "";
    for (int move : moves) {
      switch (move) {
        case 0, 1, 2 -> world.withOther("Namn " + move);
        case 3 -> screen = world.granted(code, BO);
        case 4, 5 -> {
          if (world.parties.approve(code, BO, "Bo", screen.contentSha256()) == Approving.APPROVED) {
            approved = screen.contentSha256();
          }
        }
        case 6 -> {
          world.parties.withdraw(code, BO);
          approved = "";
        }
        default -> world.parties.visit(code, CIA);
      }
      assertThat(world.parties.isApproved(world.now()))
          .isEqualTo(Parties.digest(world.now(), "annan").equals(approved));
    }
  }
}
