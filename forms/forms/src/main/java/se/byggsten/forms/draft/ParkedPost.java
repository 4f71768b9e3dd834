package se.byggsten.forms.draft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.run.PostedFields;

/**
 * What somebody posted when their session had ended, kept over the new login.
 *
 * @param formId the form
 * @param page the page instance
 * @param posted what was posted, without files and without the token of the ended session
 * @param filesLeftOut how many files were left out and are to be chosen again
 */
public record ParkedPost(String formId, String page, PostedFields posted, int filesLeftOut) {
  /**
   * Puts the post into the draft that it was meant for, and into no other.
   *
   * @param drafts where drafts lie
   * @param owner who has logged in
   * @return what became of it; empty when the owner does not have that draft
   * @throws DraftException as {@link DraftStore#update}
   */
  public Optional<DraftUpdate> applyTo(DraftStore drafts, DraftOwner owner) {
    Optional<Draft.Mark> drawn = Draft.Mark.read(mark());
    return drafts.list(owner, formId).stream()
        .filter(d -> drawn.filter(m -> m.identity().equals(d.identity())).isPresent())
        .findFirst()
        .map(draft -> drafts.update(draft.ref(), mark(), page, Merge.kept(posted)));
  }

  /**
   * Puts the post of another party of the form into the draft that it was meant for, and into no
   * other.
   *
   * @param drafts where drafts lie
   * @param member who has logged in, as which party
   * @param ref the draft that they are invited to
   * @return what became of it; {@link DraftUpdate.Gone} when it was meant for another draft
   * @throws se.byggsten.forms.FormException {@link se.byggsten.forms.FormException#UNKNOWN_PAGE}
   *     when it was another party's
   * @throws DraftException as {@link DraftStore#update}
   */
  public DraftUpdate applyTo(DraftStore drafts, PartyMember member, DraftRef ref) {
    return drafts.updateAs(member, ref, mark(), page, Merge.kept(posted));
  }

  private @Nullable String mark() {
    return posted.control(PostedFields.DRAFT).orElse(null);
  }

  /** Leaves out what was posted. */
  @Override
  public String toString() {
    return "ParkedPost[" + formId + "]";
  }
}
