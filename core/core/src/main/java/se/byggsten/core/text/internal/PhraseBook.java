package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.text.internal.TextScan.Word;

/** Phrases with what to write instead, found by their first word so that a text is read once. */
final class PhraseBook {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private int size;

  record Entry(List<String> words, String plainer) {}

  record Match(int words, String plainer) {}

  /** Adds every form of a pattern; forms already there keep what they had. */
  void add(String pattern, String plainer) {
    List<String> phrases = Notation.expand(pattern);
    String[] aligned = plainer.split("/", -1);
    for (int i = 0; i < phrases.size(); i++) {
      List<String> words = List.of(phrases.get(i).split(" ", -1));
      put(words, aligned.length == phrases.size() ? aligned[i].strip() : plainer);
    }
  }

  /** Adds a phrase whose words are given one by one. */
  void put(List<String> words, String plainer) {
    List<Entry> entries = byFirstWord.computeIfAbsent(words.get(0), w -> new ArrayList<>());
    if (entries.stream().noneMatch(e -> e.words().equals(words))) {
      entries.add(new Entry(words, plainer));
      entries.sort(Comparator.comparingInt((Entry e) -> -e.words().size()));
      size++;
    }
  }

  /** Returns how many phrases there are. */
  int size() {
    return size;
  }

  /** Returns all phrases. */
  List<Entry> entries() {
    return byFirstWord.values().stream().flatMap(List::stream).toList();
  }

  /** Finds the longest phrase that begins at a word, with only space inside it. */
  Optional<Match> at(TextScan scan, List<Word> words, int from) {
    return at(scan, words, from, false);
  }

  /** Finds the longest phrase; full stops may stand inside it, as in abbreviations. */
  Optional<Match> atAbbreviation(TextScan scan, List<Word> words, int from) {
    return at(scan, words, from, true);
  }

  private Optional<Match> at(TextScan scan, List<Word> words, int from, boolean stops) {
    for (Entry entry : byFirstWord.getOrDefault(words.get(from).lower(), List.of())) {
      if (matches(entry, scan, words, from, stops)) {
        return Optional.of(new Match(entry.words().size(), entry.plainer()));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(
      Entry entry, TextScan scan, List<Word> words, int from, boolean stops) {
    int count = entry.words().size();
    if (from + count > words.size()) {
      return false;
    }
    for (int i = 1; i < count; i++) {
      Word word = words.get(from + i);
      Word before = words.get(from + i - 1);
      if (!word.lower().equals(entry.words().get(i))) {
        return false;
      }
      int gap = word.at() - before.end();
      boolean near =
          stops
              ? gap <= 2 && scan.between(before, word).replace('.', ' ').isBlank()
              : scan.isSpaceBetween(before, word);
      if (!near) {
        return false;
      }
    }
    return true;
  }
}
