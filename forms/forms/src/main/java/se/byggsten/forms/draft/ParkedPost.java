package se.byggsten.forms.draft;

import java.util.Optional;
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
  Optional<Draft.Mark> mark() {
    return Draft.Mark.read(posted.control(PostedFields.DRAFT).orElse(null));
  }

  /** Leaves out what was posted. */
  @Override
  public String toString() {
    return "ParkedPost[" + formId + "]";
  }
}
