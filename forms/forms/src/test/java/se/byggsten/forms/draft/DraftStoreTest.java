package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.testsupport.MovableClock;

class DraftStoreTest {
  private static final DraftOwner ASA = DraftOwner.person(Utkast.ASA);
  private static final DraftOwner BO = DraftOwner.person(Utkast.BO);
  private static final char[] PASSPHRASE = "tre små rätter".toCharArray();

  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final SpyStore store = new SpyStore(InMemoryStore.with(clock));
  private final DraftStore drafts =
      Utkast.drafts(store, clock).longestLife(Duration.ofDays(30)).build();

  private Draft open(DraftOwner owner) {
    return drafts.open(owner, Utkast.FORM, Map.of());
  }

  private static DraftUpdate.Stored post(
      DraftStore drafts, Draft draft, String page, PostedFields posted) {
    DraftUpdate update = drafts.update(draft.ref(), draft.mark(), page, posted);
    assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    return (DraftUpdate.Stored) update;
  }

  private Draft named(DraftOwner owner, String name) {
    return post(drafts, open(owner), "ett", Utkast.pageOne(name, "", "", List.of())).draft();
  }

  private Draft complete(DraftOwner owner) {
    Draft draft = named(owner, "Åsa");
    draft = post(drafts, draft, "tva", PostedFields.with("text", "Hej")).draft();
    PostedFields file = PostedFields.with().and(PostedFile.of("filer", "intyg.pdf", Utkast.PDF));
    return post(drafts, draft, "filer", file).draft();
  }

  private static AttachmentRef file(Draft draft) {
    return draft.state().attachments().get("filer").get(0);
  }

  private static ErrorCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(DraftException.class, call).code();
  }

  @Test
  void a_person_finds_their_own_draft_and_nobody_elses() {
    named(ASA, "Åsa");
    assertThat(drafts.list(ASA, Utkast.FORM)).hasSize(1);
    assertThat(Utkast.answer(open(ASA), "namn")).isEqualTo("Åsa");
    assertThat(drafts.list(BO, Utkast.FORM)).isEmpty();
    assertThat(drafts.list(DraftOwner.assisted("e1", Utkast.ASA), Utkast.FORM)).isEmpty();
  }

  @Test
  void lives_from_its_last_change_and_no_longer_than_the_longest_life() {
    Draft draft = complete(ASA);
    assertThat(draft.expiresAt()).isEqualTo(Utkast.NOW.plus(Duration.ofDays(7)));
    Draft first = draft;
    for (int day = 6; day <= 24; day += 6) {
      clock.move(Duration.ofDays(6));
      draft = post(drafts, draft, "tva", PostedFields.with("text", "dag " + day)).draft();
      assertThat(drafts.attachment(draft, file(draft))).isEqualTo(Utkast.PDF);
    }
    assertThat(draft.expiresAt()).isEqualTo(Utkast.NOW.plus(Duration.ofDays(30)));
    clock.move(Duration.ofDays(6));
    assertThat(drafts.find(draft.ref())).isEmpty();
    assertThat(drafts.update(draft.ref(), draft.mark(), "tva", PostedFields.with("text", "sen")))
        .isEqualTo(new DraftUpdate.Gone(false));
    assertThatThrownBy(() -> drafts.toFile(first, PASSPHRASE)).isInstanceOf(FormException.class);
    clock.move(Duration.ofDays(1));
    store.removeExpired();
    assertThat(
            store.put.keySet().stream()
                .map(name -> name.split(" "))
                .filter(name -> store.find(name[0], name[1]).isPresent()))
        .isEmpty();
  }

  @Test
  void what_was_sent_is_opened_again_to_be_changed_in_a_draft_of_its_own() {
    Draft draft = complete(ASA);
    FormState sent = sent(draft);
    Draft own = named(ASA, "En ny");
    DraftOwner completing = DraftOwner.completing(Utkast.ASA, "arende-1");
    Draft again = drafts.reopen(completing, Utkast.FORM, sent, file -> Utkast.PDF);
    assertThat(Utkast.answer(again, "namn")).isEqualTo("Åsa");
    assertThat(again.run().isComplete(again.state())).as("is read through and sent").isTrue();
    assertThat(drafts.attachment(again, file(again))).isEqualTo(Utkast.PDF);
    assertThat(again.state().submissionKey())
        .matches("[A-Za-z0-9_-]{32}")
        .isNotEqualTo(draft.state().submissionKey());
    post(drafts, again, "tva", PostedFields.with("text", "Ändrat"));
    Draft further = drafts.reopen(completing, Utkast.FORM, sent, file -> Utkast.PDF);
    assertThat(Utkast.answer(further, "text")).as("begun before").isEqualTo("Ändrat");
    assertThat(Utkast.answer(drafts.find(own.ref()).orElseThrow(), "namn")).isEqualTo("En ny");
    DraftOwner other = DraftOwner.completing(Utkast.BO, "arende-1");
    assertThat(drafts.list(other, Utkast.FORM)).isEmpty();
  }

  /** The answers as they lie with the case; the draft is no more. */
  private FormState sent(Draft draft) {
    FormRun run = draft.run();
    byte[] json =
        FormDocuments.of(run)
            .answersJson(draft.state(), Locale.forLanguageTag("sv"), Utkast.NOW)
            .getBytes(StandardCharsets.UTF_8);
    drafts.close(draft, "arende-1");
    return SubmittedAnswers.read(run.form(), json);
  }

  @Test
  void what_was_sent_is_not_opened_again_without_its_files() {
    FormState sent = sent(complete(ASA));
    DraftOwner completing = DraftOwner.completing(Utkast.ASA, "arende-1");
    assertThatThrownBy(
            () ->
                drafts.reopen(
                    completing,
                    Utkast.FORM,
                    sent,
                    file -> {
                      throw new FormException(FormException.ATTACHMENT_GONE, "away for now");
                    }))
        .isInstanceOf(FormException.class);
    assertThat(drafts.list(completing, Utkast.FORM)).isEmpty();
    Draft again = drafts.reopen(completing, Utkast.FORM, sent, file -> Utkast.PDF);
    assertThat(drafts.attachment(again, file(again))).isEqualTo(Utkast.PDF);
  }

  @Test
  void nothing_that_is_stored_can_be_read_or_traced_to_the_person() {
    Draft draft = complete(ASA);
    drafts.close(draft, "arende-4711");
    assertThat(store.put).hasSizeGreaterThanOrEqualTo(3);
    store.put.forEach(
        (name, bytes) -> {
          String text = name + new String(bytes, StandardCharsets.ISO_8859_1);
          assertThat(text)
              .doesNotContain(Utkast.ASA.canonical(), "Hej", "namn", "%PDF", "intyg", "4711");
        });
    assertThat(draft + "" + draft.ref() + ASA + drafts.list(ASA, Utkast.FORM))
        .doesNotContain(Utkast.ASA.canonical(), "Hej");
  }

  @Test
  void what_was_altered_or_moved_in_the_store_is_told() {
    named(ASA, "Åsa");
    named(BO, "Bo");
    List<String> names = new ArrayList<>(store.put.keySet());
    String asas = names.get(0).substring("form-draft ".length());
    byte[] bos = store.put.get(names.get(1));
    store.replace("form-draft", asas, 2, bos, Utkast.NOW.plusSeconds(60));
    assertThat(code(() -> open(ASA))).isEqualTo(DraftException.DAMAGED);
  }

  @Test
  void keys_are_rotated_under_living_drafts() {
    Draft draft = complete(ASA);
    DraftKeys both = DraftKeys.of("ny", Utkast.key(9)).and("nu", Utkast.key(1));
    FormVersions forms = FormVersions.of(Utkast.run(1, clock));
    DraftStore rotated = DraftStore.builder(store, forms, both, clock).build();
    Draft found = rotated.open(ASA, Utkast.FORM, Map.of());
    assertThat(found.mark()).isEqualTo(draft.mark());
    assertThat(rotated.attachment(found, file(found))).isEqualTo(Utkast.PDF);
    Draft changed = post(rotated, found, "tva", PostedFields.with("text", "ny")).draft();
    assertThat(rotated.list(ASA, Utkast.FORM)).hasSize(1);
    assertThat(Utkast.answer(rotated.find(changed.ref()).orElseThrow(), "text")).isEqualTo("ny");
    assertThat(code(() -> drafts.find(draft.ref()))).isEqualTo(DraftException.KEY_UNKNOWN);
  }

  @Test
  void several_drafts_of_a_form_where_it_allows_them() {
    assertThat(drafts.start(ASA, Utkast.FORM, Map.of())).isPresent();
    assertThat(drafts.start(ASA, Utkast.FORM, Map.of())).isEmpty();
    FormVersions forms = FormVersions.of(Utkast.run(1, clock)).and(Utkast.severalRun(2, 3, clock));
    DraftStore three = DraftStore.builder(store, forms, Utkast.keys(), clock).build();
    Draft second = three.start(ASA, Utkast.FORM, Map.of()).orElseThrow();
    Draft third = three.start(ASA, Utkast.FORM, Map.of()).orElseThrow();
    assertThat(three.start(ASA, Utkast.FORM, Map.of())).isEmpty();
    clock.move(Duration.ofMinutes(1));
    post(three, second, "tva", PostedFields.with("text", "tvåan"));
    assertThat(three.list(ASA, Utkast.FORM)).extracting(d -> d.ref().number()).startsWith(2);
    three.discard(third);
    assertThat(three.list(ASA, Utkast.FORM)).hasSize(2);
    assertThat(three.start(ASA, Utkast.FORM, Map.of()).orElseThrow().ref().number()).isEqualTo(3);
    DraftStore one =
        DraftStore.builder(store, forms.and(Utkast.run(3, clock)), Utkast.keys(), clock).build();
    assertThat(one.list(ASA, Utkast.FORM)).as("none is lost when fewer are allowed").hasSize(3);
    assertThat(one.start(ASA, Utkast.FORM, Map.of())).isEmpty();
  }

  @Test
  void a_code_brings_the_draft_back_and_a_wrong_one_is_told_from_a_mistyped() {
    ResumeCode code = ResumeCode.generate();
    complete(DraftOwner.code(code));
    Resumed found = drafts.resume(" " + code.shown().replace('-', ' '), "198.51.100.7");
    assertThat(found)
        .isInstanceOfSatisfying(
            Resumed.Found.class,
            f -> assertThat(Utkast.answer(f.drafts().get(0), "text")).isEqualTo("Hej"));
    assertThat(drafts.resume(ResumeCode.generate().shown(), "198.51.100.7"))
        .isEqualTo(new Resumed.Unknown());
    String typo = code.shown().charAt(0) == '9' ? "8" : "9";
    assertThat(drafts.resume(typo + code.shown().substring(1), "198.51.100.7"))
        .isEqualTo(new Resumed.Mistyped());
    assertThat(store.put.toString()).doesNotContain(code.shown());
  }

  @Test
  void tries_of_codes_are_counted_and_allowed_again_later() {
    StoredAttempts three =
        StoredAttempts.in(store, Utkast.keys(), clock, 3, Duration.ofMinutes(10));
    DraftStore limited = Utkast.drafts(store, clock).attempts(three).build();
    String wrong = ResumeCode.generate().shown();
    for (int i = 0; i < 3; i++) {
      assertThat(limited.resume(wrong, "198.51.100.7")).isEqualTo(new Resumed.Unknown());
      assertThat(limited.resume("skriver fel", "198.51.100.7")).isEqualTo(new Resumed.Mistyped());
    }
    assertThat(limited.resume(wrong, "198.51.100.7")).isEqualTo(new Resumed.TooManyAttempts());
    assertThat(limited.resume(wrong, "198.51.100.8")).isEqualTo(new Resumed.Unknown());
    clock.move(Duration.ofMinutes(10));
    assertThat(limited.resume(wrong, "198.51.100.7")).isEqualTo(new Resumed.Unknown());
    assertThat(store.put.keySet().toString()).doesNotContain("198.51");
  }

  @Test
  void a_file_brings_answers_and_attachments_back_under_a_key_of_its_own() {
    Draft draft = complete(ASA);
    byte[] kept = drafts.toFile(draft, PASSPHRASE);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Hej", "%PDF");
    assertThat(code(() -> drafts.fromFile(ASA, kept, PASSPHRASE, "")))
        .isEqualTo(DraftException.TOO_MANY);
    drafts.discard(draft);
    assertThat(code(() -> drafts.fromFile(BO, kept, PASSPHRASE, "")))
        .isEqualTo(DraftException.FILE_OTHER_PERSON);
    Draft back = drafts.fromFile(ASA, kept, PASSPHRASE, "");
    assertThat(Utkast.answer(back, "text")).isEqualTo("Hej");
    assertThat(drafts.attachment(back, file(back))).isEqualTo(Utkast.PDF);
    assertThat(back.state().submissionKey()).isNotEqualTo(draft.state().submissionKey());
    assertThat(drafts.update(back.ref(), draft.mark(), "tva", PostedFields.with("text", "gammal")))
        .isEqualTo(new DraftUpdate.Gone(true));
    assertThat(Utkast.answer(open(ASA), "text")).isEqualTo("Hej");
    clock.move(Duration.ofDays(6));
    back = post(drafts, back, "tva", PostedFields.with("text", "Hej då")).draft();
    clock.move(Duration.ofDays(6));
    assertThat(drafts.attachment(back, file(back))).isEqualTo(Utkast.PDF);
  }

  @Test
  void a_file_saved_without_login_opens_on_another_computer_with_a_new_code() {
    byte[] kept = drafts.toFile(complete(DraftOwner.code(ResumeCode.generate())), PASSPHRASE);
    DraftStore elsewhere = Utkast.drafts(InMemoryStore.with(clock), clock).build();
    DraftOwner owner = DraftOwner.code(ResumeCode.generate());
    Draft back = elsewhere.fromFile(owner, kept, PASSPHRASE, "");
    assertThat(elsewhere.attachment(back, file(back))).isEqualTo(Utkast.PDF);
  }

  @Test
  void is_not_sent_with_what_the_review_did_not_show() {
    Draft seen = complete(ASA);
    post(drafts, seen, "tva", PostedFields.with("text", "ändrat i ett annat fönster"));
    PostedFields send = PostedFields.with("_action", "next");
    DraftUpdate blind = drafts.update(seen.ref(), seen.mark(), "granska", send);
    assertThat(blind).isInstanceOf(DraftUpdate.ReviewAgain.class);
    Draft now = ((DraftUpdate.ReviewAgain) blind).draft();
    assertThat(post(drafts, now, "granska", send).step().isComplete()).isTrue();
  }

  @Test
  void is_held_while_it_is_sent_and_a_second_click_sends_the_same() {
    Draft draft = complete(ASA);
    PostedFields send = PostedFields.with("_action", "next");
    Draft sending = post(drafts, draft, "granska", send).draft();
    assertThat(drafts.update(draft.ref(), draft.mark(), "granska", send))
        .isInstanceOfSatisfying(
            DraftUpdate.Sending.class,
            s -> {
              assertThat(s.wasSending()).isTrue();
              assertThat(s.draft().state().submissionKey())
                  .isEqualTo(sending.state().submissionKey());
            });
    PostedFields late = PostedFields.with("text", "för sent");
    assertThat(drafts.update(draft.ref(), draft.mark(), "tva", late))
        .isInstanceOfSatisfying(
            DraftUpdate.Sending.class, s -> assertThat(s.wasSending()).isFalse());
    drafts.release(sending);
    post(drafts, drafts.find(draft.ref()).orElseThrow(), "tva", late);
    Draft again = drafts.find(draft.ref()).orElseThrow();
    Draft sent = post(drafts, again, "granska", send).draft();
    AttachmentRef file = file(sent);
    drafts.close(sent, "arende-1");
    assertThat(drafts.outcome(sent.ref())).contains("arende-1");
    assertThat(drafts.find(sent.ref())).isEmpty();
    assertThatThrownBy(() -> drafts.attachment(sent, file)).isInstanceOf(FormException.class);
    clock.move(Duration.ofHours(12));
    assertThat(drafts.outcome(sent.ref())).isEmpty();
  }

  @Test
  void a_draft_that_was_held_and_never_closed_can_be_changed_again() {
    Draft draft = post(drafts, complete(ASA), "granska", PostedFields.with()).draft();
    clock.move(Duration.ofMinutes(2));
    post(drafts, draft, "tva", PostedFields.with("text", "igen"));
  }

  @Test
  void files_of_two_windows_are_all_kept() {
    Draft old = complete(ASA);
    for (String name : List.of("ett.pdf", "två.pdf")) {
      PostedFields file = PostedFields.with().and(PostedFile.of("filer", name, Utkast.PDF));
      drafts.update(old.ref(), old.mark(), "filer", file);
    }
    assertThat(open(ASA).state().attachments().get("filer"))
        .extracting(AttachmentRef::name)
        .containsExactly("intyg.pdf", "ett.pdf", "två.pdf");
  }

  @Test
  void a_window_without_a_mark_is_asked_about_what_differs() {
    Draft draft = named(ASA, "Åsa");
    DraftUpdate update =
        drafts.update(draft.ref(), null, "ett", Utkast.pageOne("Eva", "Ny gata", "", List.of()));
    assertThat(update)
        .isInstanceOfSatisfying(
            DraftUpdate.Conflict.class,
            c -> {
              assertThat(c.disputed()).extracting(Disputed::answer).containsExactly("namn");
              assertThat(Utkast.answer(c.draft(), "gata")).isEqualTo("Ny gata");
              assertThat(c.shown().answers().get("namn").raw()).containsExactly("Eva");
            });
  }

  @Test
  void a_post_after_the_session_ended_waits_for_its_sender_and_for_nobody_else() {
    Draft draft = named(ASA, "Åsa");
    open(BO);
    ParkedPosts parked = ParkedPosts.in(store, Utkast.keys(), clock);
    PostedFields posted =
        PostedFields.with("text", "långt brev", "_draft", draft.mark(), "_csrf", "hemlig")
            .and(PostedFile.of("filer", "a.pdf", Utkast.PDF));
    String token = parked.park(Utkast.FORM, "tva", posted).orElseThrow();
    String bos = parked.park(Utkast.FORM, "tva", posted).orElseThrow();
    assertThat(parked.park(Utkast.FORM, "tva", PostedFields.with("text", "x"))).isEmpty();
    PostedFields huge = PostedFields.with("text", "x".repeat(400_000), "_draft", draft.mark());
    assertThat(parked.park(Utkast.FORM, "tva", huge)).isEmpty();
    assertThat(parked.take(bos).orElseThrow().applyTo(drafts, BO)).isEmpty();
    ParkedPost mine = parked.take(token).orElseThrow();
    assertThat(mine.filesLeftOut()).isEqualTo(1);
    assertThat(mine.posted().values()).doesNotContainKey("_csrf");
    assertThat(mine.applyTo(drafts, ASA)).containsInstanceOf(DraftUpdate.Stored.class);
    assertThat(Utkast.answer(open(ASA), "text")).isEqualTo("långt brev");
    assertThat(parked.take(token)).isEmpty();
    assertThat(parked.take("../etc")).isEmpty();
    String late = parked.park(Utkast.FORM, "tva", posted).orElseThrow();
    clock.move(Duration.ofMinutes(30));
    assertThat(parked.take(late)).isEmpty();
    assertThat(store.put.toString()).doesNotContain(token);
  }
}
