package se.byggsten.forms.party;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * Co-applicants of an application that is being filled in: each is invited, and alone may fill in
 * and approve their part.
 *
 * <p>Who the person is stands in a field of the form, and is never the applicant. What that person
 * has filled in is theirs alone: when somebody else is named, their part is emptied. The code of an
 * invitation gives nothing away and opens nothing: only the named person, logged in, gets further
 * with it, so it may stand in a link. It says nothing of the case, and becomes another one when the
 * applicant names somebody else. An approval is bound to a hash of the content that was shown; when
 * anything of it is changed, the approval does not hold.
 *
 * <pre>{@code
 * parties.invite(draft, "vardnadshavare2", applicantName);
 * Visit visit = parties.visit(code, whoHasLoggedIn);
 * if (visit instanceof Visit.Granted mine) {
 *   parties.approve(mine.code(), whoHasLoggedIn, theirName, shownContentSha256);
 * }
 * if (parties.isApproved(draft)) { send(draft, parties.approvals(draft)); }
 * }</pre>
 */
public final class Parties {
  private static final String NAMESPACE = "form-party";
  private static final String PURPOSE = "party";
  private static final Duration LIFE = Duration.ofDays(120);
  private static final int CODE = 24;
  private static final int LONGEST_TYPED = 60;
  private static final int RETRIES = 20;

  private final DraftStore drafts;
  private final ExpiringStore store;
  private final Clock clock;

  private Parties(DraftStore drafts, ExpiringStore store, Clock clock) {
    this.drafts = drafts;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Returns the co-applicants of the drafts of a store.
   *
   * @param drafts the drafts
   * @param store where invitations and approvals lie
   * @param keys seal them
   * @param clock the time
   * @return the co-applicants
   */
  public static Parties of(DraftStore drafts, ExpiringStore store, DraftKeys keys, Clock clock) {
    return new Parties(drafts, keys.sealing(store, PURPOSE), clock);
  }

  /**
   * Hashes what the approval of a party is bound to: every question, answer, row and file that the
   * party sees, and not the version of the form, which a draft may leave for one that asks the
   * same.
   *
   * @param draft the draft
   * @param party the id of the party
   * @return 64 lower-case hexadecimal digits
   * @throws IllegalArgumentException when the form has no such party
   */
  public static String digest(Draft draft, String party) {
    return ApprovedContent.digest(draft.run().as(party), draft.state());
  }

  /**
   * Tells how far each party has come.
   *
   * @param draft the draft
   * @return those that there are by the answers, in the order of the form
   */
  public List<PartyStatus> status(Draft draft) {
    FormAnswers answers = draft.run().answers(draft.state());
    List<PartyStatus> all = new ArrayList<>();
    for (PartyDefinition party : draft.run().form().parties()) {
      if (answers.hasParty(party.id())) {
        all.add(status(draft, party));
      }
    }
    return all;
  }

  private PartyStatus status(Draft draft, PartyDefinition party) {
    PersonIdentifier person = named(draft, party).orElse(null);
    if (person == null) {
      PartyStatus.State none =
          answered(draft, party).isPresent()
              ? PartyStatus.State.APPLICANT
              : PartyStatus.State.UNNAMED;
      return new PartyStatus(party, none, Optional.empty(), Optional.empty(), 0);
    }
    String code = code(draft.state(), party, person);
    Optional<Invitation> invitation = find(code).map(Stored::invitation);
    Optional<Approval> approval = invitation.flatMap(Invitation::approval);
    PartyStatus.State state;
    if (invitation.isEmpty()) {
      state = PartyStatus.State.NOT_INVITED;
    } else if (approval.isEmpty()) {
      state = PartyStatus.State.INVITED;
    } else {
      boolean holds =
          approval.get().contentSha256().equals(digest(draft, party.id()))
              && isFilledIn(draft, party);
      state = holds ? PartyStatus.State.APPROVED : PartyStatus.State.CHANGED;
    }
    int refusals = invitation.map(Invitation::refusals).orElse(0);
    return new PartyStatus(party, state, Optional.of(shown(code)), approval, refusals);
  }

  private static boolean isFilledIn(Draft draft, PartyDefinition party) {
    return party.task() != PartyDefinition.Task.FILL
        || draft.run().as(party.id()).isComplete(draft.state());
  }

  /** Who is named, if that is somebody else than the applicant. */
  private static Optional<PersonIdentifier> named(Draft draft, PartyDefinition party) {
    return answered(draft, party).filter(who -> !draft.ref().owner().isFor(who));
  }

  private static Optional<PersonIdentifier> answered(Draft draft, PartyDefinition party) {
    return draft.run().answers(draft.state()).personOf(party);
  }

  /** From the submission key, which nobody outside the draft knows, so that it need not be kept. */
  private static String code(FormState state, PartyDefinition party, PersonIdentifier person) {
    String of =
        String.join(
            "\n", "byggsten invitation", state.submissionKey(), party.id(), person.canonical());
    return Sealing.hash(of).substring(0, CODE);
  }

  private static String shown(String code) {
    return code.replaceAll("(.{4})(?!$)", "$1-");
  }

  private static Optional<String> read(@Nullable String typed) {
    if (typed == null || typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    return Optional.of(code).filter(c -> c.matches("[0-9a-f]{" + CODE + "}"));
  }

  /**
   * Invites a party; does nothing when the person is invited already.
   *
   * @param draft a draft whose owner has logged in
   * @param party the id of the party
   * @param inviter the name of the applicant, which the invited person sees
   * @return how far the party has come now
   * @throws IllegalArgumentException when the form has no such party or the draft belongs to
   *     whoever has a code
   */
  public PartyStatus invite(Draft draft, String party, String inviter) {
    PartyDefinition definition = definition(draft.run(), party);
    byte[] ref = draft.ref().bytes();
    PersonIdentifier person = named(draft, definition).orElse(null);
    if (person != null && draft.run().answers(draft.state()).hasParty(party)) {
      Invitation invitation =
          new Invitation(ref, party, person.canonical(), inviter, 0, Optional.empty());
      store.putIfAbsent(
          NAMESPACE, name(code(draft.state(), definition, person)), invitation.write(), until());
    }
    return status(draft, definition);
  }

  private Instant until() {
    return clock.instant().plus(LIFE);
  }

  private static PartyDefinition definition(FormRun run, String party) {
    return run.form().parties().stream()
        .filter(known -> known.id().equals(party))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The form has no such party"));
  }

  private static String name(String code) {
    return Sealing.hash("byggsten party " + code);
  }

  private record Stored(StoredValue value, Invitation invitation) {}

  private Optional<Stored> find(String code) {
    return store
        .find(NAMESPACE, name(code))
        .map(
            value ->
                new Stored(
                    value,
                    Invitation.read(value.bytes())
                        .orElseThrow(
                            () ->
                                new DraftException(
                                    DraftException.DAMAGED,
                                    "A stored invitation was written by another version"))));
  }

  /**
   * Opens an invitation.
   *
   * @param typed the code, with or without hyphens, in upper or lower case; null is none
   * @param who who has logged in
   * @return what that person may do
   * @throws DraftException as {@link DraftStore#list}
   */
  public Visit visit(@Nullable String typed, PersonIdentifier who) {
    Optional<String> code = read(typed);
    Optional<Stored> found = code.flatMap(this::find);
    if (code.isEmpty() || found.isEmpty()) {
      return new Visit.Refused(false);
    }
    Invitation invitation = found.get().invitation();
    if (!invitation.person().equals(who.canonical())) {
      change(code.get(), Invitation::refusedOnce);
      return new Visit.Refused(true);
    }
    Optional<Draft> draft = invitation.draft().flatMap(drafts::find);
    if (draft.isPresent()) {
      PartyDefinition party = definition(draft.get().run(), invitation.party());
      PartyStatus status = status(draft.get(), party);
      boolean stillNamed = status.code().filter(shown(code.get())::equals).isPresent();
      boolean othersPart =
          draft
              .get()
              .state()
              .writer(party.id())
              .filter(writer -> !writer.equals(who.canonical()))
              .isPresent();
      if (stillNamed
          && !othersPart
          && draft.get().run().answers(draft.get().state()).hasParty(party.id())) {
        return new Visit.Granted(
            shown(code.get()),
            party,
            invitation.inviter(),
            draft.get().as(party.id()),
            status,
            digest(draft.get(), party.id()));
      }
    }
    return afterwards(code.get(), invitation);
  }

  private static Visit afterwards(String code, Invitation invitation) {
    if (!invitation.isSent()) {
      return new Visit.Refused(false);
    }
    Optional<Approval> approval =
        invitation
            .approval()
            .filter(given -> given.contentSha256().equals(invitation.sentSha256()));
    return approval.isPresent()
        ? new Visit.Sent(
            shown(code),
            invitation.party(),
            invitation.inviter(),
            invitation.outcome(),
            approval.get())
        : new Visit.Late(
            shown(code),
            invitation.party(),
            invitation.inviter(),
            invitation.outcome(),
            invitation.sentSha256());
  }

  private boolean change(String code, UnaryOperator<Invitation> change) {
    for (int i = 0; i < RETRIES; i++) {
      Stored stored = find(code).orElse(null);
      if (stored == null) {
        return false;
      }
      byte[] changed = change.apply(stored.invitation()).write();
      long version = stored.value().version();
      if (store.replace(NAMESPACE, name(code), version, changed, until()).isPresent()) {
        return true;
      }
    }
    throw new DraftException(DraftException.BUSY, "Too many changes at once; post again");
  }

  /**
   * Approves the content that was shown; of an application that was sent without waiting, what was
   * sent.
   *
   * @param typed the code
   * @param who who has logged in
   * @param name their name by the login
   * @param shownSha256 {@link Visit.Granted#contentSha256}, or that of {@link Visit.Late}, of the
   *     page that was shown
   * @return what became of it; nothing is kept unless it is {@link Approving#APPROVED}
   * @throws DraftException as {@link #visit}, or {@link DraftException#BUSY}
   */
  public Approving approve(
      @Nullable String typed, PersonIdentifier who, String name, @Nullable String shownSha256) {
    Visit visit = visit(typed, who);
    if (visit instanceof Visit.Late late) {
      return late.contentSha256().equals(shownSha256)
          ? approved(
              typed, new Approval(late.party(), who, name, clock.instant(), late.contentSha256()))
          : Approving.CHANGED;
    }
    if (!(visit instanceof Visit.Granted granted)) {
      return Approving.GONE;
    }
    if (!granted.contentSha256().equals(shownSha256)) {
      return Approving.CHANGED;
    }
    if (!isComplete(granted)) {
      return Approving.INCOMPLETE;
    }
    return approved(
        typed,
        new Approval(granted.party().id(), who, name, clock.instant(), granted.contentSha256()));
  }

  /** Who fills in a part sends it when it is complete; who approves, the applicant's too. */
  private boolean isComplete(Visit.Granted granted) {
    Draft draft = granted.draft();
    return draft.run().isComplete(draft.state())
        && (granted.party().task() == PartyDefinition.Task.FILL
            || drafts
                .find(draft.ref())
                .filter(whole -> whole.run().isComplete(whole.state()))
                .isPresent());
  }

  private Approving approved(@Nullable String typed, Approval approval) {
    String code = read(typed).orElseThrow();
    return change(code, invitation -> invitation.with(Optional.of(approval)))
        ? Approving.APPROVED
        : Approving.GONE;
  }

  /**
   * Takes an approval back.
   *
   * @param typed the code
   * @param who who has logged in
   * @return true when the person has an invitation that is not sent
   */
  public boolean withdraw(@Nullable String typed, PersonIdentifier who) {
    return visit(typed, who) instanceof Visit.Granted
        && change(read(typed).orElseThrow(), invitation -> invitation.with(Optional.empty()));
  }

  /**
   * Tells whether every party that there is has approved the content as it stands.
   *
   * @param draft the draft
   * @return true also when there is none
   */
  public boolean isApproved(Draft draft) {
    return status(draft).stream().allMatch(one -> one.state() == PartyStatus.State.APPROVED);
  }

  /**
   * Returns the approvals that hold, for the submission.
   *
   * @param draft the draft
   * @return in the order of the form
   */
  public List<Approval> approvals(Draft draft) {
    return status(draft).stream()
        .filter(one -> one.state() == PartyStatus.State.APPROVED)
        .flatMap(one -> one.approval().stream())
        .toList();
  }

  /**
   * Remembers that the application was sent, so that its parties see it and those who have not
   * approved still may; to be told before the draft is closed.
   *
   * @param draft the draft
   * @param outcome where it went, such as the id of the case, for {@link Visit.Late}
   */
  public void sent(Draft draft, String outcome) {
    for (PartyStatus one : status(draft)) {
      String sha256 = digest(draft, one.party().id());
      one.code()
          .flatMap(Parties::read)
          .ifPresent(code -> change(code, invitation -> invitation.sentAs(outcome, sha256)));
    }
  }

  @Override
  public String toString() {
    return "Parties";
  }
}
