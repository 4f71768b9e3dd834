package se.byggsten.forms.internal.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;

/** The answers of a run as they were written, by path such as {@code namn/1}. */
public interface Answers {
  /**
   * Returns what is written.
   *
   * @param path the field and its rows
   * @return one text for each part; empty when nothing is written
   */
  List<String> raw(String path);

  /**
   * Returns files.
   *
   * @param path the field and its rows
   * @return in order
   */
  List<AttachmentRef> files(String path);

  /**
   * Returns the rows of a group.
   *
   * @param path the group and the rows around it
   * @return their numbers in order
   */
  List<Integer> rows(String path);

  /**
   * Returns a fact that the service gave.
   *
   * @param name its name
   * @return the value, null when it was not given
   */
  @Nullable Object input(String name);

  /**
   * Returns an expression's view of files.
   *
   * @param files the files
   * @return a row for each
   */
  static List<Map<String, Object>> rowsOf(List<AttachmentRef> files) {
    return files.stream()
        .map(file -> Map.<String, Object>of("mediaType", file.mediaType(), "size", file.size()))
        .toList();
  }
}
