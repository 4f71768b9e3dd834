package se.byggsten.forms.diff;

import java.util.Optional;
import se.byggsten.forms.FormException;
import se.byggsten.forms.draft.internal.StateBytes;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * Moves what somebody has begun to another version of the form, where that is proven to change
 * nothing.
 *
 * <p>For drafts in a {@link se.byggsten.forms.draft.DraftStore}, give {@link FormDiff#isSafe} to
 * {@link se.byggsten.forms.draft.FormVersions#migratingWhen} instead.
 */
public final class DraftMigration {
  private DraftMigration() {}

  /**
   * Moves a state.
   *
   * @param before the version that it was begun with
   * @param after the version to go on with
   * @param state a state of the first
   * @return the same answers, rows and files as a state of the second; empty when {@link
   *     FormDiff#isSafe} does not hold
   * @throws FormException {@link FormException#OTHER_FORM} when the state belongs to neither
   */
  public static Optional<FormState> migrate(FormRun before, FormRun after, FormState state) {
    if (!state.formSha256().equals(before.form().sha256())) {
      throw new FormException(
          FormException.OTHER_FORM, "The run belongs to another form or another version of it");
    }
    if (before.form().sha256().equals(after.form().sha256())) {
      return Optional.of(state);
    }
    return FormDiff.isSafe(before.form(), after.form())
        ? Optional.of(after.read(StateBytes.pinned(before.write(state), after.form())))
        : Optional.empty();
  }
}
