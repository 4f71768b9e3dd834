package se.byggsten.saml.internal;

import java.util.Collection;
import java.util.List;
import se.byggsten.core.person.AssuranceLevel;

/** What others wrote, as a line of the log may hold it: one line, and not long. */
public final class LogText {
  private static final int LONGEST = 300;

  private LogText() {}

  /** Returns a name from outside without what makes lines, turns the terminal or goes on and on. */
  public static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** Returns levels in an order that does not change. */
  public static List<String> levels(Collection<AssuranceLevel> levels) {
    return levels.stream().map(AssuranceLevel::uri).sorted().map(LogText::of).toList();
  }
}
