package se.byggsten.forms.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.draft.internal.StateBytes;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.KnownRow;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.spi.AttemptLimit;

/**
 * Keeps drafts: sealed, found by person or by code, with a life that each change prolongs, and so
 * that two windows never overwrite each other unseen.
 *
 * <pre>{@code
 * DraftStore drafts = DraftStore.builder(store, forms, DraftKeys.of("2026", key), clock).build();
 * Draft draft = drafts.open(DraftOwner.person(who), "kolloplats", known);
 * DraftUpdate update = drafts.update(draft.ref(), postedMark, "barn", posted);
 * if (update instanceof DraftUpdate.Conflict conflict) {
 *   // draw conflict.shown() with conflict.draft().mark(), and both answers of each disputed field
 * }
 * }</pre>
 */
public final class DraftStore {
  private static final Duration OUTCOME_KNOWN = Duration.ofHours(12);
  private static final Duration FILE_LIFE = Duration.ofDays(90);

  private final FormVersions forms;
  private final Clock clock;
  private final Duration fileLife;
  private final AttemptLimit limit;
  private final DraftRecords records;
  private final Shelf shelf;
  private final SavedDrafts saved;
  private final DraftPosts posts;

  DraftStore(DraftStoreBuilder builder) {
    forms = builder.forms;
    clock = builder.clock;
    fileLife = builder.longestLife.orElse(FILE_LIFE);
    limit = builder.limit;
    records = new DraftRecords(builder.store, builder.keys);
    shelf = new Shelf(records, builder);
    posts = new DraftPosts(records, shelf, clock);
    saved =
        new SavedDrafts(
            builder.keys, DraftFile.with(builder.keys, clock, limit, builder.fileRounds));
  }

  private DraftStore(DraftStore store, Shelf shelf) {
    forms = store.forms;
    clock = store.clock;
    fileLife = store.fileLife;
    limit = store.limit;
    records = store.records;
    this.shelf = shelf;
    posts = new DraftPosts(records, shelf, clock);
    saved = store.saved;
  }

  /**
   * Returns a builder.
   *
   * @param store where drafts and their files lie
   * @param forms the forms, with the versions that drafts may be pinned to
   * @param keys seal what is stored
   * @param clock the time
   * @return the builder
   */
  public static DraftStoreBuilder builder(
      ExpiringStore store, FormVersions forms, DraftKeys keys, Clock clock) {
    return new DraftStoreBuilder(store, forms, keys, clock);
  }

  /**
   * Returns the same store, which also tells the forms what is true of the person whom it is used
   * for, such as that they have an open case already.
   *
   * @param given inputs besides those of {@link DraftStoreBuilder#inputs}, and instead of any of
   *     the same name; only those of forms that have such an input are told
   * @return a store for that person, to be made for each request
   */
  public DraftStore telling(Map<String, Object> given) {
    return new DraftStore(this, shelf.telling(given));
  }

  /**
   * Returns an owner's drafts of a form.
   *
   * @param owner whose
   * @param formId the id of the form
   * @return the last changed first
   * @throws DraftException {@link DraftException#VERSION_UNKNOWN}, {@link
   *     DraftException#KEY_UNKNOWN} or {@link DraftException#DAMAGED}
   */
  public List<Draft> list(DraftOwner owner, String formId) {
    List<Draft> drafts = new ArrayList<>();
    for (int number = 1; number <= forms.mostDrafts(formId); number++) {
      find(new DraftRef(owner, formId, number)).ifPresent(drafts::add);
    }
    drafts.sort(Comparator.comparing((Draft d) -> d.state().changedAt()).reversed());
    return List.copyOf(drafts);
  }

  /**
   * Finds a draft.
   *
   * @param ref which
   * @return the draft, or empty
   * @throws DraftException as {@link #list}
   */
  public Optional<Draft> find(DraftRef ref) {
    return records.find(ref).map(found -> shelf.draft(ref, found));
  }

  /**
   * Returns the version of the form that a draft is opened in, without reading its answers, to know
   * which pages it has.
   *
   * @param ref which
   * @return the run, or empty when there is no such draft
   * @throws DraftException as {@link #list}
   */
  public Optional<FormRun> version(DraftRef ref) {
    return records.find(ref).map(found -> shelf.version(found.envelope()));
  }

  /**
   * Returns the owner's last changed draft of a form, or a new one when there is none.
   *
   * @param owner whose
   * @param formId the id of the form
   * @param known prefilled values for a new one
   * @return the draft
   * @throws DraftException as {@link #list}, or {@link DraftException#FORM_UNKNOWN}
   */
  public Draft open(DraftOwner owner, String formId, Map<String, PrefillValue> known) {
    return open(owner, formId, known, Map.of());
  }

  /**
   * Returns the owner's last changed draft of a form, or a new one when there is none, with rows
   * that are known, such as somebody's children.
   *
   * @param owner whose
   * @param formId the id of the form
   * @param known prefilled values for a new one
   * @param rows prefilled rows for a new one, as {@link FormRun#start(Map, Map)} takes them
   * @return the draft
   * @throws DraftException as {@link #open(DraftOwner, String, Map)}
   */
  public Draft open(
      DraftOwner owner,
      String formId,
      Map<String, PrefillValue> known,
      Map<String, List<KnownRow>> rows) {
    List<Draft> drafts = list(owner, formId);
    return drafts.isEmpty()
        ? start(owner, formId, known, rows)
            .or(() -> list(owner, formId).stream().findFirst())
            .orElseThrow(DraftStore::busy)
        : drafts.get(0);
  }

  /**
   * Starts one more draft of a form.
   *
   * @param owner whose
   * @param formId the id of the form
   * @param known prefilled values
   * @return the draft; empty when the owner has as many as the form allows
   * @throws DraftException {@link DraftException#FORM_UNKNOWN}
   */
  public Optional<Draft> start(DraftOwner owner, String formId, Map<String, PrefillValue> known) {
    return start(owner, formId, known, Map.of());
  }

  /**
   * Starts one more draft of a form with rows that are known.
   *
   * @param owner whose
   * @param formId the id of the form
   * @param known prefilled values
   * @param rows prefilled rows, as {@link FormRun#start(Map, Map)} takes them
   * @return the draft; empty when the owner has as many as the form allows
   * @throws DraftException {@link DraftException#FORM_UNKNOWN}
   */
  public Optional<Draft> start(
      DraftOwner owner,
      String formId,
      Map<String, PrefillValue> known,
      Map<String, List<KnownRow>> rows) {
    FormRun run = forms.current(formId);
    FormState state = run.start(known, rows);
    return shelf.begin(owner, run, state);
  }

  /**
   * Starts a draft with answers that were sent, for a supplement in which they are changed.
   *
   * @param owner whose, most often {@link DraftOwner#completing}
   * @param sent the answers, from {@link SubmittedAnswers}
   * @param formId the id of the form
   * @param files gives the bytes of the files that were sent
   * @return the draft; the one that is there already when the owner has begun before
   * @throws DraftException {@link DraftException#VERSION_UNKNOWN} when the version that was
   *     answered is not registered any more
   */
  public Draft reopen(
      DraftOwner owner, String formId, FormState sent, Function<AttachmentRef, byte[]> files) {
    Optional<Draft> begun = list(owner, formId).stream().findFirst();
    if (begun.isPresent()) {
      return begun.get();
    }
    FormRun run =
        forms
            .find(formId, sent.formSha256())
            .orElseThrow(
                () ->
                    new DraftException(
                        DraftException.VERSION_UNKNOWN,
                        "Register the version of the form that was answered"));
    byte[] state = StateBytes.renewed(run.write(SubmittedAnswers.reopened(run, sent)));
    return shelf
        .put(owner, run, state, file -> Optional.of(files.apply(file)))
        .or(() -> list(owner, formId).stream().findFirst())
        .orElseThrow(DraftStore::busy);
  }

  /**
   * Takes a post into a draft.
   *
   * @param ref which draft
   * @param mark the {@link Draft#mark()} that the page was drawn with and posted back; null or
   *     unreadable is taken for a window of which nothing is known, so that what differs is asked
   *     about
   * @param page the page instance
   * @param posted what was posted
   * @return what became of it
   * @throws FormException as {@link FormRun#post}
   * @throws DraftException {@link DraftException#BUSY}, or as {@link #list}
   */
  public DraftUpdate update(DraftRef ref, @Nullable String mark, String page, PostedFields posted) {
    return posts.update(ref, Optional.empty(), mark, page, posted);
  }

  /**
   * Takes a post of another party of the form into the applicant's draft; its last page sends
   * nothing, so the draft is never held.
   *
   * <p>When the applicant has come to name somebody else since the page was drawn, nothing is
   * stored and the draft is {@link DraftUpdate.Gone} for who posts.
   *
   * @param member who posts, as which party
   * @param ref which draft
   * @param mark as {@link #update}
   * @param page the page instance, one of the party's
   * @param posted what was posted
   * @return what became of it
   * @throws FormException as {@link FormRun#post}
   * @throws DraftException as {@link #update}
   */
  public DraftUpdate updateAs(
      PartyMember member, DraftRef ref, @Nullable String mark, String page, PostedFields posted) {
    return posts.update(ref, Optional.of(member), mark, page, posted);
  }

  /**
   * Lets a draft that was held for sending be changed again, since sending failed.
   *
   * @param draft the draft
   */
  public void release(Draft draft) {
    records
        .find(draft.ref())
        .filter(found -> shelf.draft(draft.ref(), found).identity().equals(draft.identity()))
        .ifPresent(
            found ->
                records.replace(
                    draft.ref(), found, found.envelope().held(Instant.EPOCH), found.expiresAt()));
  }

  /**
   * Removes a draft that has been sent, with its files, and remembers for twelve hours what came of
   * it, for a reload of the last page.
   *
   * @param draft the draft that was sent
   * @param outcome where it went, such as the id of the case
   */
  public void close(Draft draft, String outcome) {
    records.putOutcome(draft.ref(), outcome, clock.instant().plus(OUTCOME_KNOWN));
    shelf.remove(draft, true);
  }

  /**
   * Returns what came of the draft that was last closed in a place.
   *
   * @param ref the place
   * @return what {@link #close} was told, or empty
   */
  public Optional<String> outcome(DraftRef ref) {
    return records.outcome(ref);
  }

  /**
   * Removes a draft with its files, since its owner does not want it.
   *
   * @param draft the draft
   */
  public void discard(Draft draft) {
    shelf.remove(draft, false);
  }

  /**
   * Removes what lies in a draft's place without reading it, for a draft that cannot be read any
   * more; its files go away by themselves.
   *
   * @param ref which
   */
  public void forget(DraftRef ref) {
    records.forget(ref);
  }

  /**
   * Returns the bytes of a file of a draft.
   *
   * @param draft the draft
   * @param file one of its files
   * @return the bytes
   * @throws se.byggsten.forms.FormException {@link se.byggsten.forms.FormException#ATTACHMENT_GONE}
   */
  public byte[] attachment(Draft draft, AttachmentRef file) {
    DraftRecords.Found found =
        records
            .find(draft.ref())
            .orElseThrow(
                () ->
                    new FormException(
                        FormException.ATTACHMENT_GONE, "The draft is no more; begin anew"));
    return records.files(draft.ref(), found).get(file);
  }

  /**
   * Finds the drafts of a code that somebody typed.
   *
   * @param typed what was typed
   * @param who who types, as far as the service knows, such as a network address; for the limit
   * @return what became of it
   * @throws DraftException as {@link #list}
   */
  public Resumed resume(@Nullable String typed, String who) {
    Optional<ResumeCode> code = ResumeCode.read(typed);
    if (code.isEmpty()) {
      return new Resumed.Mistyped();
    }
    if (!limit.permits("resume-code", who)) {
      return new Resumed.TooManyAttempts();
    }
    DraftOwner owner = DraftOwner.code(code.get());
    List<Draft> drafts =
        forms.formIds().stream().flatMap(form -> list(owner, form).stream()).toList();
    return drafts.isEmpty() ? new Resumed.Unknown() : new Resumed.Found(owner, drafts);
  }

  /**
   * Writes a draft with its files as an encrypted {@link DraftFile} for its owner to keep.
   *
   * @param draft the draft
   * @param passphrase what opens it, {@link DraftFile#SHORTEST_PASSPHRASE} characters at least
   * @return the bytes of the file, which can be brought back for 90 days, or as long as {@link
   *     DraftStoreBuilder#longestLife} says
   * @throws DraftException {@link DraftException#PASSPHRASE_LENGTH}
   */
  public byte[] toFile(Draft draft, char[] passphrase) {
    return saved.write(
        draft, file -> attachment(draft, file), passphrase, clock.instant().plus(fileLife));
  }

  /**
   * Brings a draft back from the file that its owner has kept; the file itself stays good.
   *
   * @param owner who brings it
   * @param file the bytes of the file
   * @param passphrase what opens it
   * @param who who brings it, as far as the service knows, such as a network address; for the limit
   * @return a new draft with the same answers and files, pinned to the same version of the form
   * @throws DraftException {@link DraftException#TOO_MANY} when the owner has as many drafts of the
   *     form as allowed (discard one first), one of the {@code FILE_} codes, {@link
   *     DraftException#PASSPHRASE_LENGTH}, {@link DraftException#TOO_MANY_ATTEMPTS} or {@link
   *     DraftException#VERSION_UNKNOWN}
   */
  public Draft fromFile(DraftOwner owner, byte[] file, char[] passphrase, String who) {
    return brought(owner, saved.read(file, passphrase, who, owner), Optional.empty());
  }

  /**
   * Brings a draft back from the file that its owner has kept, in place of another draft of theirs,
   * which is discarded only when the file has been read.
   *
   * @param replaced the draft that is given up
   * @param file the bytes of the file
   * @param passphrase what opens it
   * @param who who brings it, as {@link #fromFile}
   * @return a new draft, as {@link #fromFile}
   * @throws DraftException as {@link #fromFile}; the other draft is then left as it was, but for
   *     {@link DraftException#TOO_MANY} when another window begins a draft in the same moment
   */
  public Draft fromFileInsteadOf(Draft replaced, byte[] file, char[] passphrase, String who) {
    DraftOwner owner = replaced.ref().owner();
    return brought(owner, saved.read(file, passphrase, who, owner), Optional.of(replaced));
  }

  private Draft brought(DraftOwner owner, SavedDrafts.Read read, Optional<Draft> replaced) {
    FormRun run =
        forms
            .find(read.formId(), read.sha256())
            .orElseThrow(
                () ->
                    new DraftException(
                        DraftException.VERSION_UNKNOWN,
                        "The form has changed since the file was saved; begin anew"));
    replaced.filter(one -> one.ref().formId().equals(read.formId())).ifPresent(this::discard);
    return shelf
        .put(owner, run, StateBytes.renewed(read.state()), read::content)
        .orElseThrow(
            () ->
                new DraftException(
                    DraftException.TOO_MANY, "Discard a draft before another is brought back"));
  }

  static DraftException busy() {
    return new DraftException(DraftException.BUSY, "Too many changes at once; post again");
  }
}
