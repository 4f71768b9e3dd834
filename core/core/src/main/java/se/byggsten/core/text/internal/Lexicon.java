package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The word lists of one language. */
final class Lexicon {
  private static final Map<String, Lexicon> LEXICONS =
      Map.of("sv", new Lexicon("sv"), "en", new Lexicon("en"));

  private static final PhraseBook NO_PHRASES = new PhraseBook();

  private final PhraseBook officialese = new PhraseBook();
  private final PhraseBook abbreviations = new PhraseBook();
  private final Set<String> needStop = new HashSet<>();
  private final Map<String, List<String>> sections = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, PhraseBook> books = new HashMap<>();
  private final Set<String> passives = new HashSet<>();
  private final Set<String> participles = new HashSet<>();

  private Lexicon(String language) {
    for (String line : Notation.lines("officialese_" + language + ".tsv")) {
      String[] columns = line.split("\t", -1);
      officialese.add(columns[0], columns[1]);
    }
    for (String line : Notation.lines("abbreviations_" + language + ".tsv")) {
      String[] columns = line.split("\t", -1);
      List<String> parts =
          Arrays.stream(columns[0].split("\\.", -1)).filter(p -> !p.isEmpty()).toList();
      abbreviations.put(parts, columns[1]);
      if (parts.size() == 1 && columns[0].endsWith(".")) {
        needStop.add(parts.get(0));
      }
    }
    read("words_" + language + ".txt");
    verbs();
  }

  /** Returns the lists of a language, if there are any. */
  static Optional<Lexicon> of(String language) {
    return Optional.ofNullable(LEXICONS.get(language));
  }

  private void read(String name) {
    String section = "";
    for (String line : Notation.lines(name)) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else {
        sections.computeIfAbsent(section, s -> new ArrayList<>()).add(line);
      }
    }
    sections.forEach(
        (key, lines) -> {
          Set<String> found = words.computeIfAbsent(key, k -> new HashSet<>());
          PhraseBook book = books.computeIfAbsent(key, k -> new PhraseBook());
          for (String line : lines) {
            int equals = line.indexOf(" = ");
            if (equals > 0) {
              book.add(line.substring(0, equals), line.substring(equals + 3));
            } else {
              book.add(line, "");
              for (String token : line.split(" ", -1)) {
                found.addAll(Notation.expand(token));
              }
            }
          }
        });
  }

  private void verbs() {
    for (String stem : words("verbs-1")) {
      passives.addAll(List.of(stem + "as", stem + "ades", stem + "ats"));
      participles.addAll(List.of(stem + "ad", stem + "at", stem + "ade"));
    }
    for (String stem : words("verbs-2")) {
      passives.addAll(List.of(stem + "s", stem + "as", stem + "des", stem + "ts"));
      participles.addAll(List.of(stem + "d", stem + "t", stem + "da"));
    }
    passives.addAll(words("passive"));
    participles.addAll(words("participle"));
  }

  PhraseBook officialese() {
    return officialese;
  }

  PhraseBook abbreviations() {
    return abbreviations;
  }

  /** Tells whether a one-word abbreviation is one only with a full stop after it. */
  boolean needsStop(String word) {
    return needStop.contains(word);
  }

  /** Returns the single words of a section. */
  Set<String> words(String section) {
    return words.getOrDefault(section, Set.of());
  }

  /** Returns the phrases of a section, with what stands after the equals sign. */
  PhraseBook book(String section) {
    return books.getOrDefault(section, NO_PHRASES);
  }

  /** Tells whether a word is a Swedish s-passive. */
  boolean isPassive(String word) {
    return passives.contains(word);
  }

  /** Tells whether a word is a participle that makes a passive together with bli or be. */
  boolean isParticiple(String word) {
    if (participles.contains(word)) {
      return true;
    }
    Set<String> not = words("participle-not");
    return !not.isEmpty() && word.length() > 3 && word.endsWith("ed") && !not.contains(word);
  }
}
