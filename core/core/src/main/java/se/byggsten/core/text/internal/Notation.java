package se.byggsten.core.text.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists: their lines, and the short way in which they write inflected forms. */
final class Notation {
  private Notation() {}

  /** Returns the lines of a resource of this package without comments and empty lines. */
  static List<String> lines(String name) {
    try (InputStream stream = Notation.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new AssertionError("The module lacks its " + name);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every phrase that a pattern stands for; the first word varies slowest. */
  static List<String> expand(String pattern) {
    List<String> phrases = List.of("");
    for (String token : pattern.strip().split(" +", -1)) {
      List<String> longer = new ArrayList<>();
      for (String phrase : phrases) {
        for (String form : forms(token)) {
          longer.add(phrase.isEmpty() ? form : phrase + " " + form);
        }
      }
      phrases = longer;
    }
    return phrases;
  }

  private static List<String> forms(String token) {
    List<String> forms = new ArrayList<>();
    for (String alternative : token.split("/", -1)) {
      int bar = alternative.indexOf('|');
      if (bar < 0) {
        forms.add(alternative);
      } else {
        for (String ending : alternative.substring(bar + 1).split("\\.", -1)) {
          forms.add(alternative.substring(0, bar) + ("-".equals(ending) ? "" : ending));
        }
      }
    }
    return forms;
  }
}
