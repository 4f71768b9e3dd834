package se.byggsten.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.data.JsonWriter;

/**
 * The one place that writes to the standard streams, in UTF-8.
 *
 * <p>What a checked service sent may reach the terminal, so control characters are replaced.
 */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;

  private Console(Writer out, Writer err) {
    this.out = new PrintWriter(out, true);
    this.err = new PrintWriter(err, true);
  }

  static Console standard() {
    return of(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8));
  }

  static Console of(Writer out, Writer err) {
    return new Console(out, err);
  }

  /** Writes one line of the result. */
  void say(String text) {
    line(out, text);
  }

  /** Writes lines of the result; what somebody else wrote in one of them makes no line more. */
  void lines(List<String> lines) {
    lines.forEach(line -> say(line.replace('\n', '\uFFFD')));
  }

  /** Writes a result for programs. */
  void json(Map<String, ? extends @Nullable Object> result) {
    say(JsonWriter.pretty().write(result).stripTrailing());
  }

  /** Writes one line that is not part of the result: progress, or what went wrong. */
  void note(String text) {
    line(err, text);
  }

  /** Where the option parser writes help. */
  PrintWriter out() {
    return out;
  }

  /** Where the option parser writes what was wrong. */
  PrintWriter err() {
    return err;
  }

  private static void line(PrintWriter writer, String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append(steers(c) ? '\uFFFD' : c);
    }
    writer.print(safe.append('\n'));
    writer.flush();
  }

  /** Whether a sign moves the cursor, ends the line or turns the order of what is read. */
  private static boolean steers(char c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }
}
