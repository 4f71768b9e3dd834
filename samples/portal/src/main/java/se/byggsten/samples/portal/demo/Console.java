package se.byggsten.samples.portal.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The one place of the demo that writes to the standard streams; always in UTF-8. */
final class Console {
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final PrintStream err =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  /** Writes one line of the result. */
  void say(String line) {
    out.println(line);
  }

  /** Writes one line that is not part of the result: progress, or what went wrong. */
  void note(String line) {
    err.println(line);
  }
}
