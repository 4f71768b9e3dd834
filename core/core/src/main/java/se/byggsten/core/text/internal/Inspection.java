package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.text.PageText;
import se.byggsten.core.text.PlainLanguageLimits;
import se.byggsten.core.text.PlainLanguageRule;
import se.byggsten.core.text.Readability;
import se.byggsten.core.text.TextItem;
import se.byggsten.core.text.TextRole;
import se.byggsten.core.text.internal.TextScan.Sentence;
import se.byggsten.core.text.internal.TextScan.Word;

/** Judges one page: every text by itself, and what can only be seen over the whole page. */
public final class Inspection {
  private static final int LONG = 6;
  private static final int NAMED = 3;
  private static final int FEW_PASSIVES = 2;

  private final PageText page;
  private final PlainLanguageLimits limits;
  private final List<ItemReport> reports = new ArrayList<>();

  private Inspection(PageText page, PlainLanguageLimits limits) {
    this.page = page;
    this.limits = limits;
    for (TextItem item : page.items()) {
      reports.add(new ItemReport(page, limits, item));
    }
  }

  /** Judges a page. */
  public static List<Finding> of(PageText page, PlainLanguageLimits limits) {
    return new Inspection(page, limits).findings();
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Optional<Lexicon> lexicon = Lexicon.of(page.primaryLanguage());
    if (lexicon.isPresent()) {
      lix().ifPresent(findings::add);
      passives(lexicon.get());
      boolean addressed = usesDu(lexicon.get());
      for (ItemReport report : reports) {
        WordRules.check(report, lexicon.get(), addressed);
        FieldRules.check(report, lexicon.get());
      }
    }
    for (ItemReport report : reports) {
      WordRules.checkAnyLanguage(report, lexicon);
      FieldRules.checkAnyLanguage(report);
      findings.addAll(report.findings());
    }
    return List.copyOf(findings);
  }

  /** Returns the texts that stand on the page at once; error texts do not. */
  private List<ItemReport> shown() {
    return reports.stream().filter(r -> r.item().role() != TextRole.ERROR).toList();
  }

  private Optional<Finding> lix() {
    List<Sentence> sentences =
        shown().stream().flatMap(r -> r.scan().sentences().stream()).toList();
    List<Word> words = sentences.stream().flatMap(s -> s.words().stream()).toList();
    int longWords = (int) words.stream().filter(w -> w.letters() > LONG).count();
    int longest = sentences.stream().mapToInt(s -> s.words().size()).max().orElse(0);
    Readability r = new Readability(words.size(), sentences.size(), longWords, longest);
    PlainLanguageRule rule = RuleBook.rule("KLAR-LIX");
    if (!r.isReliable() || Math.round(r.lix()) <= limits.lix() || limits.isOff(rule.id())) {
      return Optional.empty();
    }
    String language = page.primaryLanguage();
    Object[] values = {Math.round(r.lix()), limits.lix(), commonLongWords(words)};
    return Optional.of(
        new Finding(
            rule.id(),
            rule.severity(),
            rule.requirement(),
            Location.in(page.name()),
            RuleBook.text(language, "KLAR-LIX.what", values),
            RuleBook.text(language, "KLAR-LIX.remedy", values)));
  }

  private static String commonLongWords(List<Word> words) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Word word : words) {
      if (word.letters() > LONG) {
        counts.merge(word.lower(), word.letters(), Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
        .limit(NAMED)
        .map(e -> TextScan.shortened(e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private boolean usesDu(Lexicon lexicon) {
    return reports.stream()
        .flatMap(r -> r.scan().sentences().stream())
        .flatMap(s -> s.words().stream())
        .anyMatch(w -> lexicon.words("du").contains(w.lower()));
  }

  /** Reports passives: as information while they are few, as warnings when they are many. */
  private void passives(Lexicon lexicon) {
    Map<ItemReport, List<PassiveRule.Passive>> found = new LinkedHashMap<>();
    long sentences = 0;
    long passive = 0;
    for (ItemReport report : reports) {
      TextRole role = report.item().role();
      boolean judged = role != TextRole.WORDS && role != TextRole.LINK;
      List<PassiveRule.Passive> all = new ArrayList<>();
      for (Sentence sentence : report.scan().sentences()) {
        List<PassiveRule.Passive> in =
            judged ? PassiveRule.in(report.scan(), sentence, lexicon) : List.of();
        all.addAll(in);
        if (role != TextRole.ERROR) {
          sentences++;
          passive += in.isEmpty() ? 0 : 1;
        }
      }
      found.put(report, all);
    }
    // One among few sentences is a large part of them; where none is to be, one is too many.
    boolean enough = passive >= FEW_PASSIVES || limits.passivePercent() == 0;
    boolean many = enough && passive * 100 > sentences * limits.passivePercent();
    found.forEach(
        (report, all) -> {
          for (PassiveRule.Passive p : all) {
            if (limits.accepts(p.words())) {
              continue;
            }
            if (p.agent().isEmpty()) {
              report.found(
                  "KLAR-PASSIVE",
                  many ? Severity.WARNING : Severity.INFO,
                  p.at(),
                  ".what",
                  ".remedy",
                  p.words());
            } else {
              report.found(
                  "KLAR-PASSIVE",
                  Severity.WARNING,
                  p.at(),
                  ".what",
                  ".agent",
                  p.words(),
                  p.agent());
            }
          }
        });
  }
}
