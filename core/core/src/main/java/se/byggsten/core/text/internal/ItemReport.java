package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.text.PageText;
import se.byggsten.core.text.PlainLanguageLimits;
import se.byggsten.core.text.PlainLanguageRule;
import se.byggsten.core.text.TextItem;

/** One text of a page, cut into words, and what was found in it. */
final class ItemReport {
  private final PageText page;
  private final PlainLanguageLimits limits;
  private final TextItem item;
  private final TextScan scan;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  private record Found(
      int at, PlainLanguageRule rule, Severity severity, String what, String how) {}

  ItemReport(PageText page, PlainLanguageLimits limits, TextItem item) {
    this.page = page;
    this.limits = limits;
    this.item = item;
    this.scan = TextScan.of(item.text());
    lineStarts.add(0);
    for (int i = 0; i < item.text().length(); i++) {
      if (item.text().charAt(i) == '\n') {
        lineStarts.add(i + 1);
      }
    }
  }

  TextItem item() {
    return item;
  }

  TextScan scan() {
    return scan;
  }

  PlainLanguageLimits limits() {
    return limits;
  }

  /** Reports that a rule is broken at a place; what and how are texts of the rule. */
  void found(String id, int at, Object... values) {
    found(id, RuleBook.rule(id).severity(), at, ".what", ".remedy", values);
  }

  /** Reports with texts and a severity other than the usual. */
  void found(String id, Severity severity, int at, String what, String how, Object... values) {
    PlainLanguageRule rule = RuleBook.rule(id);
    String language = page.primaryLanguage();
    if (!limits.isOff(rule.id()) && rule.holdsFor(language)) {
      found.add(
          new Found(
              at,
              rule,
              severity,
              RuleBook.text(language, id + what, values),
              RuleBook.text(language, id + how, values)));
    }
  }

  /** Returns the findings in the order of the text. */
  List<Finding> findings() {
    return found.stream()
        .sorted((a, b) -> Integer.compare(a.at(), b.at()))
        .map(
            f ->
                new Finding(
                    f.rule().id(),
                    f.severity(),
                    f.rule().requirement(),
                    place(f.at()),
                    f.what(),
                    f.how()))
        .toList();
  }

  private Location place(int at) {
    int low = 0;
    int high = lineStarts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lineStarts.get(middle) <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new Location(
        page.name(),
        item.key().isEmpty() ? Optional.empty() : Optional.of(item.key()),
        OptionalInt.of(low + 1),
        OptionalInt.of(at - lineStarts.get(low) + 1));
  }
}
