package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.core.text.internal.TextScan.Sentence;
import se.byggsten.core.text.internal.TextScan.Word;

/** Finds passives: Swedish s-forms, bli and be with a participle. */
final class PassiveRule {
  private static final int FEW_ADVERBS = 2;
  private static final int AGENT_WITHIN = 2;

  private PassiveRule() {}

  /**
   * A passive.
   *
   * @param at where it begins
   * @param words the words that make it
   * @param agent the word that tells who acts, such as {@code av}; empty when nobody is named
   */
  record Passive(int at, String words, String agent) {}

  static List<Passive> in(TextScan scan, Sentence sentence, Lexicon lexicon) {
    List<Passive> found = new ArrayList<>();
    List<Word> words = sentence.words();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).lower();
      boolean passive =
          lexicon.isPassive(word)
              || (lexicon.words("passive-agent").contains(word)
                  && !agent(scan, words, i, lexicon).isEmpty());
      int last = passive ? i : participle(scan, words, i, lexicon);
      if (last >= 0) {
        found.add(
            new Passive(
                words.get(i).at(),
                scan.quote(words.get(i), words.get(last)),
                agent(scan, words, last, lexicon)));
        i = last;
      }
    }
    return found;
  }

  private static int participle(TextScan scan, List<Word> words, int from, Lexicon lexicon) {
    if (!lexicon.words("become").contains(words.get(from).lower())) {
      return -1;
    }
    for (int i = from + 1; i < words.size() && i <= from + 1 + FEW_ADVERBS; i++) {
      if (!scan.isSpaceBetween(words.get(i - 1), words.get(i))) {
        return -1;
      }
      String word = words.get(i).lower();
      if (lexicon.isParticiple(word)) {
        return i;
      }
      if (!lexicon.words("adverb").contains(word)) {
        return -1;
      }
    }
    return -1;
  }

  private static String agent(TextScan scan, List<Word> words, int last, Lexicon lexicon) {
    for (int i = last + 1; i < words.size() - 1 && i <= last + AGENT_WITHIN; i++) {
      if (!scan.isSpaceBetween(words.get(i - 1), words.get(i))) {
        return "";
      }
      if (lexicon.words("agent").contains(words.get(i).lower())) {
        return scan.quote(words.get(i), words.get(i + 1));
      }
    }
    return "";
  }
}
