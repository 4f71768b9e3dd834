package se.byggsten.forms.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.AttachmentRef;

/**
 * What a post led to.
 *
 * @param state the new state, to be stored in any case: answers that break a constraint are in it
 * @param page the page to show now; empty when the review was confirmed and all is complete
 * @param violations what is to be put right on the page; empty when the citizen may go on
 * @param revealed the fields of the page that this post made visible and that nobody has seen yet
 * @param added files to put away
 * @param removed files to take away; one that is named elsewhere in the state as well, as when the
 *     same file was sent twice, is not among them
 * @param elsewhere what another window had done that the citizen must be told of; then {@code page}
 *     is to be drawn from this result, for nothing else remembers it
 */
public record StepResult(
    FormState state,
    Optional<String> page,
    List<Violation> violations,
    Set<String> revealed,
    List<AttachmentContent> added,
    List<AttachmentRef> removed,
    Optional<Elsewhere> elsewhere) {
  /** Copies the collections. */
  public StepResult {
    violations = List.copyOf(violations);
    revealed = Set.copyOf(revealed);
    added = List.copyOf(added);
    removed = removed.stream().filter(file -> state.attachment(file.id()).isEmpty()).toList();
  }

  /**
   * Returns what a post led to when no other window had been at work.
   *
   * @param state the new state
   * @param page the page to show now
   * @param violations what is to be put right on the page
   * @param revealed the fields that nobody has seen yet
   * @param added files to put away
   * @param removed files to take away
   */
  public StepResult(
      FormState state,
      Optional<String> page,
      List<Violation> violations,
      Set<String> revealed,
      List<AttachmentContent> added,
      List<AttachmentRef> removed) {
    this(state, page, violations, revealed, added, removed, Optional.empty());
  }

  /** The same, told together with what another window had done. */
  StepResult telling(Elsewhere what) {
    return new StepResult(state, page, violations, revealed, added, removed, Optional.of(what));
  }

  /**
   * Tells whether the form is complete and confirmed.
   *
   * @return true when it is to be sent
   */
  public boolean isComplete() {
    return page.isEmpty();
  }
}
