package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.file.FileContent;

/**
 * What a browser posted, before anybody has judged it.
 *
 * <p>Names that begin with an underscore are controls of the page, not answers; only those in
 * {@link #CONTROLS} are known.
 *
 * <p>Large files lie in temporary files: close the post when they have been put away. One that is
 * forgotten gives its temporary files back when it is collected.
 */
public final class PostedFields implements AutoCloseable {
  /** The value of {@link #ACTION} that keeps what was written, right or wrong, and stays. */
  public static final String SAVE = "save";

  /**
   * What the citizen wants: {@code next}, {@code back}, {@code upload}, {@code save}, {@code
   * later}, and on the page of a repeating group {@code add} and {@code remove}.
   */
  public static final String ACTION = "_action";

  /** The number of the row to remove. */
  public static final String ROW = "_row";

  /** On the page of a group: the page of a row that was removed, to be added again as posted. */
  public static final String RESTORE = "_restore";

  /** The id of an attachment to take away. */
  public static final String REMOVE = "_remove";

  /** Present when the page was opened from the review, to go back there. */
  public static final String FROM_REVIEW = "_review";

  /** The token against forged posts; judged by the web layer. */
  public static final String CSRF = "_csrf";

  /** Which draft, and which version of it, the page was drawn from; judged by the draft store. */
  public static final String DRAFT = "_draft";

  /** Every control. */
  public static final Set<String> CONTROLS =
      Set.of(ACTION, REMOVE, ROW, RESTORE, FROM_REVIEW, CSRF, DRAFT);

  private final Map<String, List<String>> values;
  private final List<PostedFile> files;

  private PostedFields(Map<String, List<String>> values, List<PostedFile> files) {
    this.values = values;
    this.files = files;
  }

  /**
   * Returns posted values without files.
   *
   * @param values values by name
   * @return the post
   */
  public static PostedFields of(Map<String, List<String>> values) {
    return of(values, List.of());
  }

  /**
   * Returns posted values and files.
   *
   * @param values values by name
   * @param files the files
   * @return the post
   */
  public static PostedFields of(Map<String, List<String>> values, List<PostedFile> files) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    return new PostedFields(Collections.unmodifiableMap(copy), List.copyOf(files));
  }

  /**
   * Returns posted values, one after another; for tests and simple callers.
   *
   * @param namesAndValues a name, its value, the next name and so on; a repeated name gathers
   *     values
   * @return the post
   * @throws IllegalArgumentException when a value is missing
   */
  public static PostedFields with(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("Each name has a value");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.computeIfAbsent(namesAndValues[i], n -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return of(values);
  }

  /**
   * Returns these and one more file.
   *
   * @param file the file
   * @return the larger post
   */
  public PostedFields and(PostedFile file) {
    List<PostedFile> more = new ArrayList<>(files);
    more.add(file);
    return of(values, more);
  }

  /**
   * Returns the values.
   *
   * @return values by name, controls among them
   */
  public Map<String, List<String>> values() {
    return values;
  }

  /**
   * Returns the files.
   *
   * @return in order
   */
  public List<PostedFile> files() {
    return files;
  }

  /** The same post with another action, and without some controls. */
  PostedFields doing(String action, String... without) {
    Map<String, List<String>> other = new LinkedHashMap<>(values);
    List.of(without).forEach(other::remove);
    other.put(ACTION, List.of(action));
    return of(other, files);
  }

  /**
   * Returns a control.
   *
   * @param name one of {@link #CONTROLS}
   * @return its first value
   */
  public Optional<String> control(String name) {
    List<String> given = values.get(name);
    return given == null || given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
  }

  /** Lets go of the temporary files of its files. */
  @Override
  public void close() {
    FileContent.closeAll(files.stream().map(PostedFile::content).toList());
  }

  /** Leaves out what was posted. */
  @Override
  public String toString() {
    return "PostedFields[" + values.size() + " names, " + files.size() + " files]";
  }
}
