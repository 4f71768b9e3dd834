package se.byggsten.forms.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody had done in another window, so that a page was posted which the form no longer has.
 *
 * <p>The page to show next says so; {@code FormRenderer} draws it from {@code PageView.after}.
 *
 * @param kind what had been done
 * @param page the path of the page that was posted
 * @param written what was posted and has no place in the form, by the name of its input, files by
 *     their names; empty when nothing was lost
 */
public record Elsewhere(Kind kind, String page, Map<String, List<String>> written) {
  /** What had been done. */
  public enum Kind {
    /** The row was removed: what was written is in {@link Elsewhere#written()} alone. */
    ROW_REMOVED,
    /**
     * An answer hides the page: what was written is kept, and does not count while it is hidden.
     */
    PAGE_HIDDEN
  }

  /** Copies the map. */
  public Elsewhere {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    written.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
    written = Collections.unmodifiableMap(copy);
  }

  /** Leaves out what was written. */
  @Override
  public String toString() {
    return "Elsewhere[" + kind + ", " + page + ", " + written.size() + " answers]";
  }
}
