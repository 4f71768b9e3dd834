package se.byggsten.core.text.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.text.TextItem;
import se.byggsten.core.text.TextRole;
import se.byggsten.core.text.internal.TextScan.Sentence;
import se.byggsten.core.text.internal.TextScan.Word;

/** Rules on labels, hints, error texts and links. */
final class FieldRules {
  private static final int COMPARED_WORDS = 40;
  private static final int SHORTEST_NAME = 3;
  private static final int PREFIX = 6;

  private FieldRules() {}

  /** Judges with the word lists of the language. */
  static void check(ItemReport report, Lexicon lexicon) {
    TextRole role = report.item().role();
    if (role.isLabel()) {
      label(report, lexicon);
    } else if (role == TextRole.ERROR) {
      error(report, lexicon);
    } else if (role == TextRole.LINK) {
      link(report, lexicon);
    }
  }

  /** Judges what needs no word lists. */
  static void checkAnyLanguage(ItemReport report) {
    TextItem item = report.item();
    String text = item.text().strip();
    int length = text.codePointCount(0, text.length());
    if (item.role().isLabel()) {
      tooLong(report, "KLAR-LABEL-LENGTH", length, report.limits().labelCharacters());
      if (!text.isEmpty() && ":;.,".indexOf(text.charAt(text.length() - 1)) >= 0) {
        String end = text.substring(text.length() - 1);
        report.found("KLAR-LABEL-END", item.text().stripTrailing().length() - 1, end);
      }
    } else if (item.role() == TextRole.HINT) {
      tooLong(report, "KLAR-HINT-LENGTH", length, report.limits().hintCharacters());
      if (item.label().isPresent() && letters(text).equals(letters(item.label().get()))) {
        report.found("KLAR-HINT-REPEATS", 0);
      }
    } else if (item.role() == TextRole.ERROR) {
      tooLong(report, "KLAR-ERROR-LENGTH", length, report.limits().errorCharacters());
    }
  }

  private static void tooLong(ItemReport report, String rule, int length, int limit) {
    if (length > limit) {
      report.found(rule, 0, length, limit);
    }
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static Optional<Word> first(ItemReport report) {
    return report.scan().sentences().stream().findFirst().map(Sentence::first);
  }

  private static void label(ItemReport report, Lexicon lexicon) {
    String text = report.item().text();
    Optional<Word> first = first(report);
    if (first.isEmpty()) {
      return;
    }
    boolean asks =
        report.item().role() == TextRole.YES_NO_LABEL
            || lexicon.words("question").contains(first.get().lower());
    if (asks && text.indexOf('?') < 0) {
      report.found("KLAR-LABEL-QUESTION", first.get().at(), TextScan.shortened(text));
    }
    if (lexicon.words("instruction").contains(first.get().lower())) {
      report.found("KLAR-LABEL-INSTRUCTION", first.get().at(), first.get().text());
    }
  }

  private static void error(ItemReport report, Lexicon lexicon) {
    TextItem item = report.item();
    Optional<Word> first = first(report);
    if (first.isPresent() && !lexicon.words("imperative").contains(first.get().lower())) {
      report.found(
          "KLAR-ERROR-INSTRUCTION", first.get().at(), TextScan.shortened(first.get().text()));
    }
    boolean example = item.text().codePoints().anyMatch(c -> Character.isDigit(c) || c == '@');
    for (Sentence sentence : report.scan().sentences()) {
      List<Word> words = sentence.words();
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        lexicon
            .book("blame")
            .at(report.scan(), words, i)
            .filter(match -> !report.limits().accepts(word.lower()))
            .ifPresent(
                match -> report.found("KLAR-ERROR-BLAME", word.at(), word.text(), match.plainer()));
        example |= lexicon.book("example").at(report.scan(), words, i).isPresent();
      }
    }
    if (item.format() && !example) {
      report.found("KLAR-ERROR-EXAMPLE", 0);
    }
    if (item.label().isPresent() && !names(report, item.label().get())) {
      report.found("KLAR-ERROR-FIELD", 0, TextScan.shortened(item.label().get()));
    }
  }

  /** A label that is a question, or a placeholder for the label, needs no word in common. */
  private static boolean names(ItemReport report, String label) {
    String text = report.item().text();
    if (label.indexOf('?') >= 0 || text.contains("{label}") || label.isBlank()) {
      return true;
    }
    return shares(TextScan.of(label), report.scan().text()) || shares(report.scan(), label);
  }

  private static boolean shares(TextScan words, String other) {
    String lower = other.toLowerCase(Locale.ROOT);
    return words.sentences().stream()
        .flatMap(s -> s.words().stream())
        .limit(COMPARED_WORDS)
        .map(Word::lower)
        .filter(w -> w.length() >= SHORTEST_NAME && !STOP.contains(w))
        .anyMatch(w -> lower.contains(w.substring(0, Math.min(PREFIX, w.length()))));
  }

  /** Words that stand in any label and so name nothing. */
  private static final Set<String> STOP =
      Set.of(
          "din", "ditt", "dina", "och", "för", "med", "som", "den", "det", "att", "till", "eller",
          "your", "the", "and", "for", "with", "that", "this");

  private static void link(ItemReport report, Lexicon lexicon) {
    List<Sentence> sentences = report.scan().sentences();
    String text = TextScan.shortened(report.item().text());
    boolean empty = sentences.isEmpty() && !report.item().text().isBlank();
    boolean vague = sentences.size() == 1 && isVague(report, lexicon, sentences.get(0).words());
    if (((empty && report.item().text().indexOf('{') < 0) || vague)
        && !report.limits().accepts(text)) {
      report.found("KLAR-LINK", 0, text);
    }
  }

  private static boolean isVague(ItemReport report, Lexicon lexicon, List<Word> words) {
    for (String section : List.of("link-only", "link-phrase")) {
      Optional<PhraseBook.Match> match = lexicon.book(section).at(report.scan(), words, 0);
      if (match.isPresent() && match.get().words() == words.size()) {
        return true;
      }
    }
    return false;
  }
}
