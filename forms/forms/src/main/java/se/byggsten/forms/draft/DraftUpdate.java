package se.byggsten.forms.draft;

import java.util.List;
import java.util.Set;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.StepResult;

/** What became of a post to a draft. */
public sealed interface DraftUpdate {
  /**
   * The post is in the draft.
   *
   * <p>When the step is complete, the draft is held for sending: other windows cannot change it
   * until {@link DraftStore#close} or {@link DraftStore#release}, or for two minutes.
   *
   * @param draft the draft now
   * @param step what the form made of the post: the page to show and what is to be put right
   * @param merged the answers on the posted page that this window had not touched and another one
   *     had; they were left as the other wrote them
   */
  record Stored(Draft draft, StepResult step, Set<String> merged) implements DraftUpdate {
    /** Copies the set. */
    public Stored {
      merged = Set.copyOf(merged);
    }

    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Stored[" + draft + "]";
    }
  }

  /**
   * Another window has written something else in the same field since this window was drawn.
   *
   * <p>What does not conflict is in the draft, files included, except where a row was to be removed
   * that another window has changed: then nothing was done. Draw the page from {@code shown}, with
   * the mark of {@code draft}, and say beside each disputed field what stands elsewhere; posting
   * that page settles it.
   *
   * @param draft the draft now, where the other window's answers hold
   * @param shown the draft with this window's answers in the disputed fields; not stored
   * @param disputed the disputed answers, at least one
   */
  record Conflict(Draft draft, FormState shown, List<Disputed> disputed) implements DraftUpdate {
    /** Copies the list. */
    public Conflict {
      disputed = List.copyOf(disputed);
    }

    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Conflict[" + draft + ", " + disputed.size() + " answers]";
    }
  }

  /**
   * The form was to be sent from a window that did not show what the draft holds now; nothing was
   * stored, and the review is to be read again.
   *
   * @param draft the draft now
   */
  record ReviewAgain(Draft draft) implements DraftUpdate {
    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "ReviewAgain[" + draft + "]";
    }
  }

  /**
   * The draft is being sent, by a double click or from another window; nothing was stored.
   *
   * <p>When the post was the sending one, send {@code draft} too: the submission key is the same,
   * so the citizen gets the same receipt.
   *
   * @param draft the draft that is being sent
   * @param wasSending true when this post, too, asked to send
   */
  record Sending(Draft draft, boolean wasSending) implements DraftUpdate {
    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Sending[" + draft + "]";
    }
  }

  /**
   * The draft that the window was drawn from is no more: sent, discarded or expired; or it names
   * somebody else as the party that the post came from.
   *
   * @param other true when there is a draft in its place, which was left alone
   */
  record Gone(boolean other) implements DraftUpdate {}
}
