package se.byggsten.forms.diff;

import java.util.Locale;
import java.util.Map;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.internal.text.Bundle;

/**
 * One thing that differs between two versions of a form.
 *
 * @param where the id of the page, field, group, input or party, with a full stop and the option,
 *     warning or constraint in it; the key of a text, after its language and a colon; {@code form}
 *     for the whole
 * @param kind the stable id of the kind of change, such as {@code FORM-DIFF-OPTION-REMOVED}
 * @param impact what it means for drafts
 * @param before what the older version says; empty when nothing
 * @param after what the newer version says; empty when nothing
 */
public record FormChange(String where, ErrorCode kind, Impact impact, String before, String after) {
  static final String PREFIX = "FORM-DIFF-";
  static final Bundle TEXTS = Bundle.of(FormChange.class, "changes");

  /**
   * Tells the change in words.
   *
   * @param language {@code sv} for Swedish, else English
   * @return a sentence
   */
  public String text(String language) {
    String key = kind.value().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    return TEXTS.text(language, key, Map.of("where", where, "before", before, "after", after));
  }
}
