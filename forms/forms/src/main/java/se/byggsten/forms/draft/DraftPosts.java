package se.byggsten.forms.draft;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.run.PostedFields;

/** Takes posts into drafts, which other windows may change at the same time. */
final class DraftPosts {
  private static final int RETRIES = 50;

  private final DraftRecords records;
  private final Shelf shelf;
  private final Clock clock;

  DraftPosts(DraftRecords records, Shelf shelf, Clock clock) {
    this.records = records;
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * Takes a post into the draft as the applicant or another party sees it; again when another
   * window was first.
   */
  DraftUpdate update(
      DraftRef ref,
      Optional<PartyMember> member,
      @Nullable String mark,
      String page,
      PostedFields posted) {
    for (int i = 0; i < RETRIES; i++) {
      Optional<DraftRecords.Found> found = records.find(ref);
      if (found.isEmpty()) {
        return new DraftUpdate.Gone(false);
      }
      Draft whole = shelf.draft(ref, found.get());
      if (member.filter(who -> !who.isNamedIn(whole)).isPresent()) {
        return new DraftUpdate.Gone(true);
      }
      Draft draft = member.map(who -> whole.as(who.party())).orElse(whole);
      Optional<Draft.Mark> window = Draft.Mark.read(mark);
      if (window.filter(w -> !w.identity().equals(draft.identity())).isPresent()) {
        return new DraftUpdate.Gone(true);
      }
      if (clock.instant().isBefore(found.get().envelope().heldUntil())) {
        PostedFields texts = PostedFields.of(posted.values());
        boolean sending =
            !draft.isOfParty() && draft.run().post(draft.state(), page, texts).isComplete();
        return new DraftUpdate.Sending(draft, sending);
      }
      Merge.Outcome outcome = Merge.onto(draft, found.get(), window, page, posted);
      Optional<DraftUpdate> done = done(found.get(), draft, outcome);
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw DraftStore.busy();
  }

  /** Empty when another window was first, so that it is to be done again. */
  private Optional<DraftUpdate> done(DraftRecords.Found found, Draft draft, Merge.Outcome outcome) {
    if (outcome instanceof Merge.Clean clean) {
      return shelf
          .store(found, draft, clean.step())
          .map(stored -> new DraftUpdate.Stored(stored, clean.step(), clean.merged()));
    }
    if (outcome instanceof Merge.Dispute dispute) {
      Optional<Draft> now =
          dispute.undisputed().isPresent()
              ? shelf.store(found, draft, dispute.undisputed().get())
              : Optional.of(draft);
      return now.map(d -> new DraftUpdate.Conflict(d, dispute.shown(), dispute.answers()));
    }
    return Optional.of(new DraftUpdate.ReviewAgain(draft));
  }
}
