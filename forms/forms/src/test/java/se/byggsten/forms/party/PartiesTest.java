package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.ResumeCode;
import se.byggsten.forms.render.ApplicantCopy;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.source.FormYaml;

/** An applicant, a custodian who approves and a driver who fills in a page. */
class PartiesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final PersonIdentifier ASA = person("19121212-1212");
  private static final PersonIdentifier BO = person("19840104-2380");
  private static final PersonIdentifier CIA = person("20160112-2383");
  private static final String YAML =
      """
      form: 1
      id: resan
      version: 1
      languages: [sv]
      send-anyway: true
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      parties:
        - {id: annan, identifier: annansNummer, show-if: tva == true, task: approve}
        - {id: forare, identifier: forarensNummer, show-if: buss == true, task: fill}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true}
            - {id: tva, type: yes-no, required: true}
            - {id: annansNummer, type: personnummer, show-if: tva == true, required: true}
            - {id: buss, type: yes-no, required: true}
            - {id: forarensNummer, type: personnummer, show-if: buss == true, required: true}
        - id: forarens
          party: forare
          show-if: buss == true
          fields:
            - {id: korkort, type: text, required: true, deferrable: true}
            - {id: intyg, type: files}
        - id: granska
          kind: review
      """;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Map<String, byte[]> put = new HashMap<>();
  private final ExpiringStore store = remembering(InMemoryStore.with(clock));
  private final DraftKeys keys = DraftKeys.of("nu", key());
  private final DraftStore drafts =
      DraftStore.builder(store, FormVersions.of(run()), keys, clock).build();
  private final Parties parties = Parties.of(drafts, store, keys, clock);
  private final DraftRef ref = DraftRef.first(DraftOwner.person(ASA), "resan");

  private static PersonIdentifier person(String number) {
    return PersonIdentifier.parse(number, LocalDate.of(2026, 11, 22));
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    return key;
  }

  private FormRun run() {
    return run(YAML);
  }

  private FormRun run(String form) {
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Resan")));
    byte[] yaml = form.getBytes(StandardCharsets.UTF_8);
    return Forms.run(FormYaml.read("resan.yaml", yaml, texts), clock);
  }

  private ExpiringStore remembering(ExpiringStore inner) {
    return new ExpiringStore() {
      @Override
      public Optional<StoredValue> find(String namespace, String name) {
        return inner.find(namespace, name);
      }

      @Override
      public boolean putIfAbsent(String namespace, String name, byte[] value, Instant until) {
        put.put(namespace + " " + name, value);
        return inner.putIfAbsent(namespace, name, value, until);
      }

      @Override
      public Optional<Long> replace(
          String namespace, String name, long version, byte[] value, Instant until) {
        put.put(namespace + " " + name, value);
        return inner.replace(namespace, name, version, value, until);
      }

      @Override
      public void remove(String namespace, String name) {
        inner.remove(namespace, name);
      }

      @Override
      public Optional<StoredValue> take(String namespace, String name) {
        return inner.take(namespace, name);
      }

      @Override
      public int removeExpired() {
        return inner.removeExpired();
      }
    };
  }

  private Draft write(String name, Optional<PersonIdentifier> other, Optional<String> driver) {
    Draft draft = drafts.open(ref.owner(), "resan", Map.of());
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("namn", List.of(name));
    answers.put("tva", List.of(other.isPresent() ? "yes" : "no"));
    answers.put("annansNummer", List.of(other.map(PersonIdentifier::format).orElse("")));
    answers.put("buss", List.of(driver.isPresent() ? "yes" : "no"));
    answers.put("forarensNummer", List.of(driver.orElse("")));
    drafts.update(ref, draft.mark(), "ett", PostedFields.of(answers));
    return now();
  }

  private Draft now() {
    return drafts.find(ref).orElseThrow();
  }

  private Draft withOther(String name) {
    return write(name, Optional.of(BO), Optional.empty());
  }

  private String invited() {
    return parties.invite(withOther("Elsa"), "annan", "Åsa Ek").code().orElseThrow();
  }

  private Visit.Granted granted(String code, PersonIdentifier who) {
    return (Visit.Granted) parties.visit(code, who);
  }

  private PartyStatus.State state() {
    return parties.status(now()).get(0).state();
  }

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

  private void writeAsDriver(String licence) {
    byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    PostedFields posted =
        PostedFields.of(
            Map.of("korkort", List.of(licence)),
            List.of(PostedFile.of("intyg", "Bos intyg.pdf", pdf)));
    drafts.updateAs("forare", ref, now().mark(), "forarens", posted);
  }

  private String page(Visit.Granted mine) {
    return FormRenderer.of(mine.draft().run())
        .page(mine.draft().state(), "forarens", PageView.of(Locale.forLanguageTag("sv"), "/a", "t"))
        .value();
  }

  @Test
  void what_a_party_has_filled_in_is_gone_when_somebody_else_is_named() {
    Draft draft = write("Elsa", Optional.empty(), Optional.of(BO.format()));
    String bos = parties.invite(draft, "forare", "Åsa Ek").code().orElseThrow();
    String shown = now().mark();
    writeAsDriver("Bos körkort");
    AttachmentRef file = now().state().attachments("intyg").get(0);
    assertThat(drafts.attachment(now(), file)).isNotEmpty();
    Draft before = now();

    Map<String, List<String>> renamed = new HashMap<>();
    renamed.put("forarensNummer", List.of(CIA.format()));
    DraftUpdate update = drafts.update(ref, shown, "ett", PostedFields.of(renamed));
    assertThat(update).as("from a window drawn before").isInstanceOf(DraftUpdate.Stored.class);
    assertThat(parties.visit(bos, BO)).isEqualTo(new Visit.Refused(false));
    String cias = parties.invite(now(), "forare", "Åsa Ek").code().orElseThrow();
    Visit.Granted granted = granted(cias, CIA);
    assertThat(page(granted)).doesNotContain("Bos körkort", "Bos intyg");
    assertThat(granted.draft().run().isComplete(granted.draft().state())).isFalse();
    assertThat(now().state().attachments()).isEmpty();
    assertThatThrownBy(() -> drafts.attachment(before, file)).isInstanceOf(FormException.class);
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    assertThat(page(granted(bos, BO))).as("nor does it come back").doesNotContain("Bos körkort");
  }

  @Test
  void a_slip_in_the_number_empties_nothing_and_shows_nobody_anything() {
    Draft draft = write("Elsa", Optional.empty(), Optional.of(BO.format()));
    String bos = parties.invite(draft, "forare", "Åsa Ek").code().orElseThrow();
    writeAsDriver("Bos körkort");
    write("Elsa", Optional.empty(), Optional.of("19840104-2381"));
    assertThat(parties.visit(bos, BO)).isEqualTo(new Visit.Refused(false));
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    assertThat(page(granted(bos, BO))).contains("Bos körkort");
    write("Elsa", Optional.empty(), Optional.of("19840104-2381"));
    write("Elsa", Optional.empty(), Optional.of(CIA.format()));
    String cias = parties.invite(now(), "forare", "Åsa Ek").code().orElseThrow();
    assertThat(page(granted(cias, CIA))).doesNotContain("Bos körkort");
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
    assertThat(DraftOwner.official("karin1", ASA).isFor(ASA)).isTrue();
    assertThat(DraftOwner.completing(ASA, "1").isFor(ASA)).isTrue();
    assertThat(DraftOwner.official("karin1", ASA).isFor(BO)).isFalse();
    assertThat(DraftOwner.code(ResumeCode.generate()).isFor(ASA)).isFalse();
  }

  @Test
  void what_a_party_completes_later_is_told_to_the_applicant_and_the_case_handler() {
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    assertThat(now().run().missing(now().state())).as("not begun is not put off").isEmpty();
    drafts.updateAs(
        "forare",
        ref,
        now().mark(),
        "forarens",
        PostedFields.with("korkort", "", "_action", "later"));
    assertThat(now().run().missing(now().state()))
        .extracting(violation -> violation.field())
        .containsExactly("korkort");
    Locale swedish = Locale.forLanguageTag("sv");
    assertThat(FormDocuments.of(now().run()).answersJson(now().state(), swedish, NOW))
        .contains("\"missing\":[{\"field\":\"korkort\"");
    assertThat(now().run().as("annan").missing(now().state())).isEmpty();
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
  void the_applicants_copy_is_the_application_without_what_others_have_filled_in() {
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    writeAsDriver("<!-- the applicant's -->\nBos körkort");
    byte[] whole =
        FormRenderer.of(now().run())
            .printable(now().state(), Locale.forLanguageTag("sv"), NOW)
            .html()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new String(whole, StandardCharsets.UTF_8)).contains("Bos körkort", "Bos intyg.pdf");
    ApplicantCopy copy = ApplicantCopy.of(whole);
    assertThat(copy.xhtml()).contains("Elsa").doesNotContain("Bos").endsWith("</html>\n");
    assertThat(copy.othersFiles())
        .containsExactly(now().state().attachments("intyg").get(0).sha256());
    assertThat(copy.toString()).doesNotContain("Elsa");
    assertThat(ApplicantCopy.of(copy.xhtml().getBytes(StandardCharsets.UTF_8)).othersFiles())
        .isEmpty();
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
  void who_fills_in_does_it_on_their_own_page_and_sends_nothing() {
    Draft draft = write("Elsa", Optional.empty(), Optional.of(BO.format()));
    String code = parties.invite(draft, "forare", "Åsa Ek").code().orElseThrow();
    Visit.Granted mine = granted(code, BO);
    assertThat(mine.draft().run().answers(mine.draft().state()).pages())
        .containsExactly("forarens");
    assertThat(parties.approve(code, BO, "Bo Ek", mine.contentSha256()))
        .isEqualTo(Approving.INCOMPLETE);
    DraftUpdate update =
        drafts.updateAs(
            "forare", ref, mine.draft().mark(), "forarens", PostedFields.with("korkort", "D"));
    assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    assertThat(((DraftUpdate.Stored) update).step().isComplete()).isTrue();
    assertThat(parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256()))
        .isEqualTo(Approving.APPROVED);
    DraftUpdate held =
        drafts.update(ref, now().mark(), "ett", PostedFields.with("namn", "Elsa Ek"));
    assertThat(held).as("never held for sending by a party").isInstanceOf(DraftUpdate.Stored.class);
    assertThat(state())
        .as("what the applicant changes is none of the party's")
        .isEqualTo(PartyStatus.State.APPROVED);
    drafts.updateAs("forare", ref, now().mark(), "forarens", PostedFields.with("korkort", "C"));
    assertThat(state()).isEqualTo(PartyStatus.State.CHANGED);
  }

  @Test
  void who_fills_in_a_part_sees_no_other_and_the_applicant_does_not_see_that_one() {
    Draft draft = write("Elsa", Optional.of(CIA), Optional.of(BO.format()));
    drafts.updateAs("forare", ref, draft.mark(), "forarens", PostedFields.with("korkort", "Xyz"));
    Locale swedish = Locale.forLanguageTag("sv");
    String driver = FormRenderer.of(now().as("forare").run()).seen(now().state(), swedish).value();
    assertThat(driver).contains("Xyz").doesNotContain("Elsa");
    String other = FormRenderer.of(now().as("annan").run()).seen(now().state(), swedish).value();
    assertThat(other).contains("Elsa").doesNotContain("Xyz");
    FormRenderer own = FormRenderer.of(now().run());
    assertThat(own.page(now().state(), "granska", PageView.of(swedish, "/a", "t")).value())
        .contains("Elsa")
        .doesNotContain("Xyz");
    assertThat(own.receipt(now().state(), ReceiptView.of(swedish, "1", NOW)).value())
        .doesNotContain("Xyz");
    assertThat(own.handler(now().state(), swedish).value()).contains("Elsa", "Xyz");
    assertThat(own.printable(now().state(), swedish, NOW).html()).contains("Elsa", "Xyz");
  }

  @Test
  void the_printed_application_says_who_took_part_and_when() {
    String code = invited();
    parties.approve(code, BO, "Bo Ek", granted(code, BO).contentSha256());
    AssistedEntry entry =
        AssistedEntries.in(store, keys, clock)
            .open(
                "karin1",
                ASA,
                "Åsa",
                "Ek",
                Identification.SIGNATURE,
                Arrival.PAPER,
                NOW.minusSeconds(86_400));
    Circumstances all = new Circumstances(parties.status(now()), Optional.of(entry), "Karin <Ek>");
    String html =
        FormRenderer.of(now().run())
            .printable(now().state(), Locale.forLanguageTag("sv"), NOW, all)
            .html();
    assertThat(html)
        .contains("Sökande", "Åsa Ek", "Ifylld av", "Karin &lt;Ek&gt;", "På papper")
        .contains("21 november 2026 13:00", "Har godkänt", "Bo Ek, 22 november 2026 13:00");
    assertThat(FormRenderer.of(now().run()).printable(now().state(), Locale.ENGLISH, NOW).html())
        .doesNotContain("Ifylld", "Filled in by", "Bo Ek");
  }

  @Test
  void nobody_writes_on_the_page_of_a_party() {
    Draft draft = write("Elsa", Optional.of(CIA), Optional.of(BO.format()));
    PostedFields forged = PostedFields.with("korkort", "D");
    assertThatThrownBy(() -> drafts.update(ref, draft.mark(), "forarens", forged))
        .isInstanceOf(FormException.class);
    assertThatThrownBy(() -> drafts.updateAs("annan", ref, draft.mark(), "forarens", forged))
        .isInstanceOf(FormException.class);
    PostedFields name = PostedFields.with("namn", "Bo");
    assertThatThrownBy(() -> drafts.updateAs("forare", ref, draft.mark(), "ett", name))
        .isInstanceOf(FormException.class);
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
