package se.byggsten.forms.render;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.paper.Paper;

/** What the person is to be told when data is collected (dataskyddsförordningen art. 13). */
final class PaperData {
  private final FormDefinition form;
  private final PaperSequence sequence;
  private final Said said;
  private final Words words;
  private final Paper paper;

  /** On the same ground and for the same time: for each purpose, the questions. */
  private record Ground(String basis, String kept) {}

  PaperData(PaperSequence sequence, Said said, Locale locale) {
    this.form = sequence.form();
    this.sequence = sequence;
    this.said = said;
    this.words = said.words();
    this.paper = Paper.in(locale);
  }

  Html told() {
    Map<Ground, Map<String, List<String>>> grounds = new LinkedHashMap<>();
    Map<String, List<String>> secret = new LinkedHashMap<>();
    for (PaperEntry entry : sequence.entries()) {
      if (entry.kind() == Kind.ASK) {
        DataFacts facts = form.factsOf(entry.field().orElseThrow());
        if (!facts.purpose().isEmpty() || !facts.legalBasis().isEmpty()) {
          grounds
              .computeIfAbsent(
                  new Ground(said.defined(facts.legalBasis()), kept(facts)),
                  ground -> new LinkedHashMap<>())
              .computeIfAbsent(said.defined(facts.purpose()), purpose -> new ArrayList<>())
              .add(entry.number());
        }
        if (!facts.secrecy().isEmpty()) {
          secret
              .computeIfAbsent(said.defined(facts.secrecy()), key -> new ArrayList<>())
              .add(entry.number());
        }
      }
    }
    List<Html> parts = new ArrayList<>();
    form.pages().stream()
        .filter(page -> page.kind() == PageKind.INTRO)
        .forEach(
            page -> {
              String key = page.id() + ".data";
              said.find(key).ifPresent(text -> parts.add(Markdown.html(text, 3)));
            });
    grounds(grounds, parts);
    secret.forEach(
        (provision, numbers) ->
            parts.add(
                Markdown.html(
                    words.get(
                        "paper.data.secrecy",
                        Map.of("numbers", ranges(numbers), "provision", provision)),
                    4)));
    if (parts.isEmpty()) {
      return Html.EMPTY;
    }
    List<Html> first = List.of(paper.section(words.get("paper.data.title")), parts.get(0));
    return paper.keep(first).and(Html.concat(parts.subList(1, parts.size())));
  }

  /** One time for all is said once, and stands in no column. */
  private void grounds(Map<Ground, Map<String, List<String>>> grounds, List<Html> parts) {
    if (grounds.isEmpty()) {
      return;
    }
    Set<String> times = new LinkedHashSet<>();
    grounds.keySet().forEach(ground -> times.add(ground.kept()));
    boolean one = times.size() == 1;
    if (one) {
      String time = times.iterator().next();
      parts.add(Markdown.html(words.get("paper.data.all", Map.of("time", time)), 4));
    }
    List<String> head =
        new ArrayList<>(List.of(words.get("paper.data.purpose"), words.get("paper.data.basis")));
    if (!one) {
      head.add(words.get("paper.data.kept"));
    }
    List<List<String>> rows = new ArrayList<>();
    grounds.forEach(
        (ground, purposes) -> {
          List<String> uses = new ArrayList<>();
          purposes.forEach((purpose, numbers) -> uses.add(use(purpose, numbers)));
          List<String> row = new ArrayList<>(List.of(String.join("; ", uses), ground.basis()));
          if (!one) {
            row.add(ground.kept());
          }
          rows.add(row);
        });
    parts.add(paper.table(head, rows));
  }

  private String use(String purpose, List<String> numbers) {
    String questions =
        words.get(
            numbers.size() == 1 ? "paper.data.question" : "paper.data.several",
            Map.of("numbers", ranges(numbers)));
    return purpose.isEmpty() ? questions : purpose + " (" + questions + ")";
  }

  private String kept(DataFacts facts) {
    return switch (facts.action()) {
      case PRESERVE -> words.get("paper.kept.always");
      case DISPOSE -> period(facts.disposeAfter().orElseThrow());
      case UNSTATED -> words.get("paper.kept.unsaid");
    };
  }

  private String period(Period period) {
    List<String> parts = new ArrayList<>();
    count(parts, period.getYears(), "year");
    count(parts, period.getMonths(), "month");
    count(parts, period.getDays(), "day");
    return String.join(" ", parts);
  }

  private void count(List<String> parts, int count, String unit) {
    if (count == 1) {
      parts.add(words.get("paper." + unit));
    } else if (count > 1) {
      parts.add(words.get("paper." + unit + "s", Map.of("count", "" + count)));
    }
  }

  /** Numbers that follow each other are written as first and last. */
  static String ranges(List<String> numbers) {
    List<String> parts = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      boolean follows =
          i < numbers.size()
              && Integer.parseInt(numbers.get(i)) == Integer.parseInt(numbers.get(i - 1)) + 1;
      if (!follows) {
        String last = numbers.get(i - 1);
        parts.add(i - 1 == first ? last : numbers.get(first) + "–" + last);
        first = i;
      }
    }
    return String.join(", ", parts);
  }
}
