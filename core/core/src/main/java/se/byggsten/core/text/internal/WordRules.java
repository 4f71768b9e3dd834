package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.core.text.PlainLanguageLimits;
import se.byggsten.core.text.TextRole;
import se.byggsten.core.text.internal.TextScan.Sentence;
import se.byggsten.core.text.internal.TextScan.Word;

/** Rules on words and sentences, wherever they stand. */
final class WordRules {
  private static final int SHOUTED_LETTERS = 5;
  private static final int NAMED = 5;
  private static final int WITHIN = 4;

  private WordRules() {}

  /** Judges with the word lists of the language. */
  static void check(ItemReport report, Lexicon lexicon, boolean addressed) {
    for (Sentence sentence : report.scan().sentences()) {
      List<Word> words = sentence.words();
      for (Word word : words) {
        longWord(report, lexicon, word);
      }
      phrases(report, lexicon, words);
      NominalRule.check(report, lexicon, words);
      negation(report, lexicon, words);
      if (report.item().role() != TextRole.WORDS) {
        address(report, lexicon, words, addressed);
      }
    }
  }

  /** Judges what needs no word lists. */
  static void checkAnyLanguage(ItemReport report, Optional<Lexicon> lexicon) {
    PlainLanguageLimits limits = report.limits();
    for (Sentence sentence : report.scan().sentences()) {
      int count = sentence.words().size();
      if (count > limits.sentenceWords()) {
        Word last = sentence.words().get(Math.min(count, 2 * WITHIN) - 1);
        report.found(
            "KLAR-SENTENCE",
            sentence.first().at(),
            count,
            limits.sentenceWords(),
            report.scan().quote(sentence.first(), last));
      }
    }
    capitals(report, lexicon);
    int mark = report.scan().text().indexOf('!');
    if (mark >= 0) {
      report.found("KLAR-EXCLAMATION", mark);
    }
  }

  private static void longWord(ItemReport report, Lexicon lexicon, Word word) {
    int letters = word.letters();
    if (letters > report.limits().wordLetters()
        && word.text().indexOf('-') < 0
        && !lexicon.words("long-ok").contains(word.lower())
        && !report.limits().accepts(word.lower())) {
      report.found(
          "KLAR-WORD",
          word.at(),
          TextScan.shortened(word.text()),
          letters,
          report.limits().wordLetters());
    }
  }

  private static void phrases(ItemReport report, Lexicon lexicon, List<Word> words) {
    TextScan scan = report.scan();
    int i = 0;
    while (i < words.size()) {
      Optional<PhraseBook.Match> officialese = lexicon.officialese().at(scan, words, i);
      if (officialese.isPresent()) {
        int count = officialese.get().words();
        report(report, "KLAR-OFFICIALESE", words, i, count, officialese.get().plainer());
        i += count;
        continue;
      }
      Optional<PhraseBook.Match> link = lexicon.book("link-phrase").at(scan, words, i);
      if (link.isPresent() && report.item().role() != TextRole.LINK) {
        report(report, "KLAR-LINK", words, i, link.get().words(), "");
        i += link.get().words();
        continue;
      }
      Optional<PhraseBook.Match> abbreviation =
          lexicon.abbreviations().atAbbreviation(scan, words, i);
      if (abbreviation.isPresent() && isAbbreviation(scan, lexicon, words, i, abbreviation.get())) {
        int count = abbreviation.get().words();
        report(report, "KLAR-ABBREVIATION", words, i, count, abbreviation.get().plainer());
        i += count;
        continue;
      }
      i++;
    }
  }

  /** A part of a longer chain of letters with full stops, or a plain word, is no abbreviation. */
  private static boolean isAbbreviation(
      TextScan scan, Lexicon lexicon, List<Word> words, int from, PhraseBook.Match match) {
    Word last = words.get(from + match.words() - 1);
    boolean stop = last.end() < scan.text().length() && scan.text().charAt(last.end()) == '.';
    if (match.words() > 1) {
      boolean spaced = scan.isSpaceBetween(words.get(from), words.get(from + 1));
      return !spaced || stop || last.text().length() > 1;
    }
    boolean shouted = last.text().equals(last.text().toUpperCase(Locale.ROOT));
    return !shouted && (stop || !lexicon.needsStop(last.lower()));
  }

  private static void report(
      ItemReport report, String rule, List<Word> words, int from, int count, String plainer) {
    String quote = report.scan().quote(words.get(from), words.get(from + count - 1));
    if (!report.limits().accepts(quote)) {
      report.found(rule, words.get(from).at(), quote, plainer);
    }
  }

  private static void negation(ItemReport report, Lexicon lexicon, List<Word> words) {
    TextScan scan = report.scan();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (!lexicon.words("negation").contains(words.get(i).lower())) {
        continue;
      }
      for (int j = i + 1; j <= i + 2 && j < words.size(); j++) {
        if (!scan.isSpaceBetween(words.get(j - 1), words.get(j))) {
          break;
        }
        Optional<PhraseBook.Match> other = lexicon.book("negative").at(scan, words, j);
        String word = words.get(j).lower();
        boolean joins = "utan".equals(word) || "without".equals(word);
        if (other.isPresent() && (j == i + 1 || !joins)) {
          report(report, "KLAR-NEGATION", words, i, j - i + 1, other.get().plainer());
          break;
        }
      }
    }
  }

  private static void address(
      ItemReport report, Lexicon lexicon, List<Word> words, boolean addressed) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean capital = Character.isUpperCase(word.text().codePointAt(0));
      Optional<PhraseBook.Match> match = lexicon.book("address").at(report.scan(), words, i);
      if (match.isPresent() && ((capital && i > 0) || !addressed)) {
        report(report, "KLAR-ADDRESS", words, i, 1, match.get().plainer());
      }
    }
  }

  private static void capitals(ItemReport report, Optional<Lexicon> lexicon) {
    Set<String> fine = lexicon.map(l -> l.words("capitals-ok")).orElse(Set.of());
    Set<String> loud = lexicon.map(l -> l.words("capitals-shout")).orElse(Set.of());
    Set<String> shouted = new TreeSet<>();
    int at = -1;
    for (Sentence sentence : report.scan().sentences()) {
      for (Word word : sentence.words()) {
        if (isShouted(word, loud)
            && !fine.contains(word.text())
            && !report.limits().accepts(word.lower())) {
          at = at < 0 ? word.at() : at;
          if (shouted.size() < NAMED) {
            shouted.add(TextScan.shortened(word.text()));
          }
        }
      }
    }
    if (at >= 0) {
      List<String> small = new ArrayList<>();
      shouted.forEach(word -> small.add(word.toLowerCase(Locale.ROOT)));
      report.found("KLAR-CAPITALS", at, String.join(", ", shouted), String.join(", ", small));
    }
  }

  /** Formats such as ÅÅÅÅMMDD and short names such as PDF are not shouted. */
  private static boolean isShouted(Word word, Set<String> loud) {
    String text = word.text();
    boolean format = text.codePoints().allMatch(c -> "ÅYMDTNXSH-".indexOf(c) >= 0);
    boolean capitals =
        text.codePoints().allMatch(c -> Character.isUpperCase(c) || c == '-' || c == '\'');
    return capitals && !format && (word.letters() >= SHOUTED_LETTERS || loud.contains(text));
  }
}
