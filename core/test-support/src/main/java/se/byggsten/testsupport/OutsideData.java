package se.byggsten.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds test data and judges' files that nobody here wrote and that may not be copied here.
 *
 * <p>The system properties {@code byggsten.corpora} and {@code byggsten.judges} name their folders.
 * Where a property is {@code none}, the test is skipped and says what was not judged; where it is
 * empty, or the file is missing, the test fails.
 */
public final class OutsideData {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideData.class);

  private OutsideData() {}

  /**
   * Returns a file or folder of the corpora.
   *
   * @param relative its place below the folder, such as {@code strings/blns.json}
   * @return the path; exists
   */
  public static Path corpus(String relative) {
    return resolve("byggsten.corpora", relative);
  }

  /**
   * Returns a file or folder of the judges.
   *
   * @param relative its place below the folder, such as {@code eark-xsd/mets.xsd}
   * @return the path; exists
   */
  public static Path judge(String relative) {
    return resolve("byggsten.judges", relative);
  }

  private static Path resolve(String property, String relative) {
    String folder = System.getProperty(property, "");
    if ("none".equals(folder)) {
      String notJudged = "NOT JUDGED: " + relative + " (" + property + "=none)";
      // Said aloud too: a skipped test alone does not show its reason on the console.
      LOG.warn(notJudged);
      Assumptions.abort(notJudged);
    }
    if (folder.isEmpty()) {
      Assertions.fail(
          "Name the folder that holds " + relative + " with -D" + property + "=FOLDER, or none");
    }
    Path file = Path.of(folder).resolve(relative);
    Assertions.assertTrue(Files.exists(file), () -> relative + " is not below " + property);
    return file;
  }
}
