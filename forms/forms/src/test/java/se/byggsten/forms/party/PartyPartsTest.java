package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.PartyMember;
import se.byggsten.forms.render.ApplicantCopy;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;

/** What a party fills in on pages of their own, and who sees it. */
class PartyPartsTest extends PartyScene {
  private static final PartyMember DRIVER = new PartyMember("forare", BO);

  private void writeAsDriver(String licence) {
    byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    PostedFields posted =
        PostedFields.of(
            Map.of("korkort", List.of(licence)),
            List.of(PostedFile.of("intyg", "Bos intyg.pdf", pdf)));
    drafts.updateAs(DRIVER, ref, now().mark(), "forarens", posted);
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
  void a_post_of_whoever_was_named_when_the_page_was_drawn_goes_nowhere() {
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    Draft drawn = now();
    write("Elsa", Optional.empty(), Optional.of(CIA.format()));
    PostedFields late = PostedFields.with("korkort", "Bos körkort");
    DraftUpdate update = drafts.updateAs(DRIVER, ref, drawn.mark(), "forarens", late);
    assertThat(update).isEqualTo(new DraftUpdate.Gone(true));
    String cias = parties.invite(now(), "forare", "Åsa Ek").code().orElseThrow();
    assertThat(page(granted(cias, CIA))).doesNotContain("Bos körkort");
    drafts.updateAs(new PartyMember("forare", CIA), ref, now().mark(), "forarens", late);
    assertThat(page(granted(cias, CIA))).contains("Bos körkort");
    assertThat(DRIVER.toString()).isEqualTo("PartyMember[forare]");
  }

  @Test
  void a_part_is_put_into_other_answers_with_its_files_and_nothing_else_is() {
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    FormState before = now().state();
    writeAsDriver("Bos körkort");
    FormState part = now().state();
    write("Elsa Ek", Optional.empty(), Optional.of(BO.format()));
    FormRun run = now().run();
    FormState applicants = run.post(before, "ett", PostedFields.with("namn", "Elsa Ek")).state();

    FormState whole = run.withPart(applicants, part, "forare");
    assertThat(whole.answers()).isEqualTo(now().state().answers());
    assertThat(whole.attachments("intyg")).isEqualTo(part.attachments("intyg")).hasSize(1);
    assertThat(whole.writer("forare")).contains(BO.canonical());
    assertThat(run.as("forare").isComplete(whole)).isTrue();
    assertThat(
            FormDocuments.of(run)
                .attachmentsOf(whole, "forare", file -> drafts.attachment(now(), file)))
        .extracting(NewDocument::name)
        .containsExactly("Bos intyg.pdf");
    assertThat(FormDocuments.of(run).attachmentsOf(whole, "annan", file -> new byte[0])).isEmpty();

    FormState without = run.withPart(whole, before, "forare");
    assertThat(without.attachments("intyg")).isEmpty();
    assertThat(without.answer("korkort")).isEmpty();
    assertThat(without.writer("forare")).isEmpty();
    assertThat(without.answer("namn").orElseThrow().raw()).containsExactly("Elsa Ek");
    assertThatThrownBy(() -> run.withPart(whole, part, "ingen"))
        .isInstanceOf(IllegalArgumentException.class);
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
  void what_a_party_completes_later_is_told_to_the_applicant_and_the_case_handler() {
    write("Elsa", Optional.empty(), Optional.of(BO.format()));
    assertThat(now().run().missing(now().state())).as("not begun is not put off").isEmpty();
    drafts.updateAs(
        DRIVER,
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
            DRIVER, ref, mine.draft().mark(), "forarens", PostedFields.with("korkort", "D"));
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
    drafts.updateAs(DRIVER, ref, now().mark(), "forarens", PostedFields.with("korkort", "C"));
    assertThat(state()).isEqualTo(PartyStatus.State.CHANGED);
  }

  @Test
  void who_fills_in_a_part_sees_no_other_and_the_applicant_does_not_see_that_one() {
    Draft draft = write("Elsa", Optional.of(CIA), Optional.of(BO.format()));
    drafts.updateAs(DRIVER, ref, draft.mark(), "forarens", PostedFields.with("korkort", "Xyz"));
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
    assertThatThrownBy(
            () ->
                drafts.updateAs(
                    new PartyMember("annan", CIA), ref, draft.mark(), "forarens", forged))
        .isInstanceOf(FormException.class);
    PostedFields name = PostedFields.with("namn", "Bo");
    assertThatThrownBy(() -> drafts.updateAs(DRIVER, ref, draft.mark(), "ett", name))
        .isInstanceOf(FormException.class);
  }
}
