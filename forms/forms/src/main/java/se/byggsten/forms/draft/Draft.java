package se.byggsten.forms.draft;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/** A draft as it was read: the run's state, by which definition, and how long it lives. */
public final class Draft {
  private static final Pattern MARK = Pattern.compile("([0-9a-f]{32})\\.([1-9][0-9]{0,17})");
  private static final int IDENTITY = 32;

  private final DraftRef ref;
  private final FormRun run;
  private final FormState state;
  private final long version;
  private final Instant openedAt;
  private final Instant expiresAt;
  private final OptionalInt migratedFrom;
  private final boolean ofParty;

  Draft(
      DraftRef ref,
      FormRun run,
      FormState state,
      long version,
      Instant openedAt,
      Instant expiresAt,
      OptionalInt migratedFrom) {
    this(ref, run, state, version, openedAt, expiresAt, migratedFrom, false);
  }

  private Draft(
      DraftRef ref,
      FormRun run,
      FormState state,
      long version,
      Instant openedAt,
      Instant expiresAt,
      OptionalInt migratedFrom,
      boolean ofParty) {
    this.ref = ref;
    this.run = run;
    this.state = state;
    this.version = version;
    this.openedAt = openedAt;
    this.expiresAt = expiresAt;
    this.migratedFrom = migratedFrom;
    this.ofParty = ofParty;
  }

  /**
   * Returns which draft it is.
   *
   * @return the reference
   */
  public DraftRef ref() {
    return ref;
  }

  /**
   * Returns the form, in the version that this draft goes by.
   *
   * @return the run to use with {@link #state()}
   */
  public FormRun run() {
    return run;
  }

  /**
   * Returns the same draft as another party of the form sees it.
   *
   * @param party the id of the party
   * @return the draft, with a run of the party's pages alone
   * @throws IllegalArgumentException when the form has no such party
   */
  public Draft as(String party) {
    return new Draft(ref, run.as(party), state, version, openedAt, expiresAt, migratedFrom, true);
  }

  /** Whether it is seen as a party, whose last page sends nothing. */
  boolean isOfParty() {
    return ofParty;
  }

  /**
   * Returns the answers and files.
   *
   * @return the state
   */
  public FormState state() {
    return state;
  }

  /**
   * Returns the version, which grows by one with each change.
   *
   * @return from 1
   */
  public long version() {
    return version;
  }

  /**
   * Returns when the draft was opened in the store.
   *
   * @return the instant
   */
  public Instant openedAt() {
    return openedAt;
  }

  /**
   * Returns when the draft goes away by itself unless something is changed before; to be shown to
   * the citizen.
   *
   * @return the instant
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Returns the version of the form that the draft was begun with, when it has moved to a later
   * one.
   *
   * @return the version number, or empty
   */
  public OptionalInt migratedFrom() {
    return migratedFrom;
  }

  /**
   * Returns what a page that is drawn from this draft posts back, so that a later post tells which
   * draft and which version its window had.
   *
   * <p>Nobody else can guess it; it says nothing about the person or the answers.
   *
   * @return the value of the hidden field {@code _draft}
   */
  public String mark() {
    return identity() + "." + version;
  }

  String identity() {
    return identity(state);
  }

  static String identity(FormState state) {
    return Sealing.hash("byggsten draft " + state.submissionKey()).substring(0, IDENTITY);
  }

  /** What a window says that it was drawn from. */
  record Mark(String identity, long version) {
    static Optional<Mark> read(@Nullable String text) {
      if (text == null) {
        return Optional.empty();
      }
      Matcher matcher = MARK.matcher(text);
      return matcher.matches()
          ? Optional.of(new Mark(matcher.group(1), Long.parseLong(matcher.group(2))))
          : Optional.empty();
    }
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Draft[" + ref.formId() + " " + ref.number() + ", version " + version + "]";
  }
}
