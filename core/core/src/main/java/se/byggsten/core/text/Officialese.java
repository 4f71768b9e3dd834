package se.byggsten.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of words that belong to officialese, and their plain replacements. */
final class Officialese {
  private static final Map<String, String> WORDS = load();

  private Officialese() {}

  static Map<String, String> words() {
    return WORDS;
  }

  /** Returns where the word or phrase stands, as whole words. */
  static List<Integer> find(String word, String text) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + word.length() <= text.length(); i++) {
      boolean whole =
          (i == 0 || !isWordPart(text.charAt(i - 1)))
              && text.regionMatches(true, i, word, 0, word.length())
              && (i + word.length() == text.length()
                  || !isWordPart(text.charAt(i + word.length())));
      if (whole) {
        places.add(i);
      }
    }
    return places;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static Map<String, String> load() {
    Map<String, String> words = new LinkedHashMap<>();
    try (InputStream stream = Officialese.class.getResourceAsStream("officialese_sv.tsv")) {
      if (stream == null) {
        throw new AssertionError("The module lacks its officialese_sv.tsv");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int tab = line.indexOf('\t');
          words.put(
              line.substring(0, tab).strip().toLowerCase(Locale.ROOT),
              line.substring(tab + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(words);
  }
}
