package se.byggsten.forms.render;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.paper.Paper;

/** Draws a form with nothing filled in, to be handed out on paper. */
final class PaperHtml {
  private static final List<String> INTRODUCTION = List.of("scope", "need");

  private final FormDefinition form;
  private final PaperSequence sequence;
  private final Said said;
  private final Locale locale;
  private final Words words;
  private final Paper paper;
  private final ConditionWords conditions;

  PaperHtml(FormDefinition form, Locale locale) {
    this.form = form;
    this.sequence = PaperSequence.of(form);
    this.said = new Said(form, locale);
    this.locale = locale;
    this.words = Words.of(locale.toLanguageTag());
    this.paper = Paper.in(locale);
    this.conditions = new ConditionWords(sequence, locale);
  }

  PrintableDocument document(Instant madeAt) {
    String title = said.text("form.title");
    Html body =
        Html.concat(
            front(),
            new PaperQuestions(sequence, said, locale).all(),
            signatures(),
            after(),
            data(),
            office());
    String running =
        words.get(
            "paper.version",
            Map.of("authority", authority(), "form", form.id(), "version", "" + form.version()));
    return new PrintableDocument(title, locale, madeAt, paper.document(title, running, body));
  }

  private String authority() {
    String name = said.find("form.authority").orElse(words.get("paper.authority"));
    return name;
  }

  private Html front() {
    List<Html> parts = new ArrayList<>();
    parts.add(text("form.intro"));
    for (PageDefinition page : pages(PageKind.INTRO)) {
      parts.add(text(page.id() + ".intro"));
      for (String part : INTRODUCTION) {
        said.find(page.id() + "." + part)
            .ifPresent(
                text ->
                    parts.add(
                        said.marked(
                            page.id() + "." + part,
                            paper
                                .section(words.get("intro." + part))
                                .and(Markdown.html(text, 3)))));
      }
    }
    exits().ifPresent(parts::add);
    parts.add(paper.section(words.get("paper.how.title")));
    parts.add(paper.note(Markdown.html(said.find("form.paper").orElse(words.get("paper.how")))));
    return Html.concat(parts);
  }

  private Optional<Html> exits() {
    List<Html> parts = new ArrayList<>();
    for (PaperEntry entry : sequence.entries()) {
      if (entry.kind() == Kind.EXIT) {
        String id = entry.page().id();
        Html told =
            conditions
                .clause(entry.condition())
                .map(when -> paper.instruction(words.get("paper.exit.if", Map.of("when", when))))
                .orElse(Html.EMPTY);
        parts.add(
            said.marked(
                id + ".title",
                paper.note(
                    Html.concat(
                        Markdown.html("**" + said.text(id + ".title") + "**"),
                        told,
                        text(id + ".intro")))));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(paper.section(words.get("paper.exits")).and(Html.concat(parts)));
  }

  private List<PageDefinition> pages(PageKind kind) {
    return form.pages().stream().filter(page -> page.kind() == kind).toList();
  }

  private Html text(String key) {
    return said.find(key).map(text -> said.marked(key, Markdown.html(text, 3))).orElse(Html.EMPTY);
  }

  private Html signatures() {
    List<Html> parts = new ArrayList<>();
    parts.add(paper.section(words.get("paper.sign.title")));
    parts.add(Markdown.html(words.get("paper.sign.text")));
    parts.add(signature());
    for (PartyDefinition party : form.parties()) {
      String name = said.find(party.id() + ".name").orElse(party.id());
      Syntax condition = sequence.party(party.id());
      boolean always = condition.equals(new Syntax.Literal(true));
      String told = words.get("paper.sign.party", Map.of("name", name));
      parts.add(paper.instruction(told));
      if (!always) {
        parts.add(
            Markdown.html(
                conditions
                    .clause(condition)
                    .map(when -> words.get("paper.only.part", Map.of("when", when)))
                    .orElse(words.get("paper.only.part.yours"))));
      }
      parts.add(text(party.id() + ".task"));
      parts.add(signature());
    }
    return Html.concat(parts);
  }

  private Html signature() {
    return paper.labelledLines(
        List.of(
            words.get("paper.sign.place"),
            words.get("paper.sign.date"),
            words.get("paper.sign.name"),
            words.get("paper.sign.clear")));
  }

  private Html after() {
    List<Html> parts = new ArrayList<>();
    parts.add(paper.section(words.get("paper.send.title")));
    String send = words.get("paper.send", Map.of("authority", authority()));
    parts.add(said.marked("form.send", Markdown.html(said.find("form.send").orElse(send), 3)));
    for (PageDefinition page : pages(PageKind.RECEIPT)) {
      said.find(page.id() + ".intro")
          .ifPresent(
              text -> {
                parts.add(paper.section(words.get("paper.next.title")));
                parts.add(said.marked(page.id() + ".intro", Markdown.html(text, 3)));
              });
    }
    return Html.concat(parts);
  }

  private record Use(String purpose, String basis, String kept) {}

  /** What the person is to be told when data is collected (dataskyddsförordningen art. 13). */
  private Html data() {
    Map<Use, List<String>> uses = new LinkedHashMap<>();
    Map<String, List<String>> secret = new LinkedHashMap<>();
    for (PaperEntry entry : sequence.entries()) {
      if (entry.kind() == Kind.ASK) {
        DataFacts facts = form.factsOf(entry.field().orElseThrow());
        if (!facts.purpose().isEmpty() || !facts.legalBasis().isEmpty()) {
          uses.computeIfAbsent(
                  new Use(facts.purpose(), facts.legalBasis(), kept(facts)),
                  use -> new ArrayList<>())
              .add(entry.number());
        }
        if (!facts.secrecy().isEmpty()) {
          secret.computeIfAbsent(facts.secrecy(), s -> new ArrayList<>()).add(entry.number());
        }
      }
    }
    List<Html> parts = new ArrayList<>();
    pages(PageKind.INTRO).forEach(page -> parts.add(text(page.id() + ".data")));
    if (!uses.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      uses.forEach(
          (use, numbers) ->
              rows.add(List.of(ranges(numbers), use.purpose(), use.basis(), use.kept())));
      parts.add(
          paper.table(
              List.of(
                  words.get("paper.data.questions"),
                  words.get("paper.data.purpose"),
                  words.get("paper.data.basis"),
                  words.get("paper.data.kept")),
              rows));
    }
    secret.forEach(
        (provision, numbers) ->
            parts.add(
                Markdown.html(
                    words.get(
                        "paper.data.secrecy",
                        Map.of("numbers", ranges(numbers), "provision", provision)))));
    return parts.stream().allMatch(Html::isEmpty)
        ? Html.EMPTY
        : paper.section(words.get("paper.data.title")).and(Html.concat(parts));
  }

  private String kept(DataFacts facts) {
    if (facts.retention().equals("preserve")) {
      return words.get("paper.kept.always");
    }
    return facts.disposeAfter().map(this::period).orElse(words.get("paper.kept.unsaid"));
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

  private Html office() {
    return paper
        .section(words.get("paper.office.title"))
        .and(
            paper.labelledLines(
                List.of(
                    words.get("paper.office.received"),
                    words.get("paper.office.diary"),
                    words.get("paper.office.by"))));
  }
}
