package se.byggsten.core.text.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.text.internal.TextScan.Word;

/** Finds verbs turned into nouns: "göra en bedömning" for "bedöma", and heaps of them. */
final class NominalRule {
  private static final int AFTER = 4;
  private static final int BEFORE = 3;
  private static final int SHORTEST = 7;
  private static final int NAMED = 5;
  private static final int WHOLE_WORD = 6;

  private static final List<String> ENDINGS =
      List.of(
          "ningarna",
          "ningar",
          "ningens",
          "ningen",
          "nings",
          "ning",
          "elserna",
          "elser",
          "elsen",
          "else",
          "tionerna",
          "tioner",
          "tionen",
          "tions",
          "tion",
          "sions",
          "sion",
          "andet",
          "endet",
          "ments",
          "ment",
          "ances",
          "ance");

  private NominalRule() {}

  static void check(ItemReport report, Lexicon lexicon, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (lexicon.words("light-verb").contains(words.get(i).lower())) {
        lightVerb(report, lexicon, words, i);
      }
    }
    List<Word> nouns = words.stream().filter(w -> isNominal(w.lower(), lexicon)).toList();
    if (nouns.size() > report.limits().nominalisations()) {
      report.found(
          "KLAR-NOMINALISATION",
          Severity.WARNING,
          nouns.get(0).at(),
          ".many",
          ".manyremedy",
          nouns.size(),
          report.limits().nominalisations(),
          nouns.stream()
              .limit(NAMED)
              .map(w -> TextScan.shortened(w.text()))
              .collect(Collectors.joining(", ")));
    }
  }

  private static void lightVerb(ItemReport report, Lexicon lexicon, List<Word> words, int verb) {
    TextScan scan = report.scan();
    for (int i = verb + 1; i < words.size() && i <= verb + AFTER; i++) {
      if (!scan.isSpaceBetween(words.get(i - 1), words.get(i))) {
        break;
      }
      if (found(report, lexicon, words, verb, i)) {
        return;
      }
    }
    String light = words.get(verb).lower();
    boolean passive = (light.endsWith("s") && !light.equals("makes")) || light.startsWith("sk");
    for (int i = verb - 1; passive && i >= 0 && i >= verb - BEFORE; i--) {
      if (!scan.isSpaceBetween(words.get(i), words.get(i + 1))
          || found(report, lexicon, words, verb, i)) {
        return;
      }
    }
  }

  private static boolean found(
      ItemReport report, Lexicon lexicon, List<Word> words, int verb, int noun) {
    Optional<PhraseBook.Match> match = lexicon.book("noun-verb").at(report.scan(), words, noun);
    if (match.isEmpty()) {
      return false;
    }
    Word from = words.get(Math.min(verb, noun));
    Word to = words.get(Math.max(verb, noun));
    String quote = report.scan().quote(from, to);
    if (!report.limits().accepts(quote)) {
      report.found("KLAR-NOMINALISATION", from.at(), quote, match.get().plainer());
    }
    return true;
  }

  private static boolean isNominal(String word, Lexicon lexicon) {
    if (word.length() < SHORTEST) {
      return false;
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        return lexicon.words("nominal-not").stream()
            .noneMatch(not -> isFormOf(not, stem, word, ending));
      }
    }
    return false;
  }

  /** Compares without the ending, so that every inflected form and compound of a word counts. */
  private static boolean isFormOf(String not, String stem, String word, String ending) {
    String base = stem + ending.substring(0, Math.min(4, ending.length()));
    return not.length() > WHOLE_WORD
        ? base.endsWith(not) || word.endsWith(not)
        : base.equals(not) || word.equals(not);
  }
}
