package se.byggsten.samples.benchmarks.peer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a page shows.
 *
 * @param title the heading
 * @param action where the form is posted
 * @param csrf the token against forged posts
 * @param sections the answers
 * @param errors what is to be put right, by the name of the question, in order
 */
public record PageModel(
    String title, String action, String csrf, List<Section> sections, Map<String, String> errors) {
  /** What is to be put right for a question; null when nothing is. */
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "PageModel[" + title + "]";
  }
}
