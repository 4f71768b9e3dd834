package se.byggsten.forms.run;

import java.util.Locale;
import se.byggsten.forms.FormException;

/** What a post is for. */
enum Action {
  NEXT,
  BACK,
  SAVE,
  UPLOAD,
  LATER,
  ADD,
  REMOVE;

  static Action of(PostedFields posted) {
    String name = posted.control(PostedFields.ACTION).orElse("next");
    for (Action action : values()) {
      if (action.name().toLowerCase(Locale.ROOT).equals(name)) {
        return action;
      }
    }
    throw new FormException(FormException.UNKNOWN_FIELD, "The post wants what no page offers");
  }
}
