package se.byggsten.forms.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.design.Theme;
import se.byggsten.web.paper.Paper;
import se.byggsten.web.paper.PaperBoxes;
import se.byggsten.web.paper.PaperHead;

/** Draws a form with nothing filled in, to be handed out on paper. */
final class PaperHtml {
  private static final List<String> INTRODUCTION = List.of("scope", "need");

  private final FormDefinition form;
  private final PaperSequence sequence;
  private final Said said;
  private final Locale locale;
  private final Words words;
  private final Paper paper;
  private final PaperBoxes boxes;
  private final ConditionWords conditions;
  private final PaperData data;

  PaperHtml(FormDefinition form, Locale locale, Theme theme) {
    this.form = form;
    this.sequence = PaperSequence.of(form);
    this.said = Said.onPaper(form, locale);
    this.locale = locale;
    this.words = said.words();
    this.paper = Paper.in(locale).themed(theme);
    this.boxes = PaperBoxes.in(locale);
    this.data = new PaperData(sequence, said, locale);
    this.conditions = new ConditionWords(sequence, locale);
  }

  PrintableDocument document(Instant madeAt) {
    String title = said.text("form.title");
    PaperQuestions questions = new PaperQuestions(sequence, said, locale);
    Html body =
        Html.concat(
            front(), questions.all(), signatures(), after(), data.told(), questions.sheets());
    PaperHead head =
        new PaperHead(
            title,
            authority(),
            words.get(
                "paper.version",
                Map.of(
                    "authority", authority(), "form", form.id(), "version", "" + form.version())),
            words.get("paper.office.title"),
            words.get("paper.office.received"),
            words.get("paper.office.diary"),
            words.get("paper.applicant"));
    return new PrintableDocument(title, locale, madeAt, paper.document(head, body));
  }

  private String authority() {
    return said.find("form.authority").orElse(words.get("paper.authority"));
  }

  /** What is read first: whom the form is for beside how to fill it in. */
  private Html front() {
    List<Html> opening = new ArrayList<>();
    List<Html> aside = new ArrayList<>();
    opening.add(text("form.intro"));
    for (PageDefinition page : pages(PageKind.INTRO)) {
      opening.add(text(page.id() + ".intro"));
      for (String part : INTRODUCTION) {
        String key = page.id() + "." + part;
        said.find(key)
            .ifPresent(
                text ->
                    aside.add(paper.small(words.get("paper." + part)).and(Markdown.html(text, 4))));
      }
    }
    Html how = paper.small(words.get("paper.how.title")).and(own("form.paper", "paper.how"));
    Html box = aside.isEmpty() ? how : paper.columns(Html.concat(aside), how);
    return Html.concat(Html.concat(opening), paper.note(box), exits());
  }

  private Html exits() {
    List<Html> parts = new ArrayList<>();
    for (PaperEntry entry : sequence.entries()) {
      if (entry.kind() == Kind.EXIT) {
        String id = entry.page().id();
        Html told =
            conditions
                .clause(entry.condition(), ConditionWords.ANYWHERE)
                .map(when -> paper.instruction(words.get("paper.exit.if", Map.of("when", when))))
                .orElse(Html.EMPTY);
        parts.add(Html.concat(paper.small(said.text(id + ".title")), told, text(id + ".intro")));
      }
    }
    return parts.isEmpty()
        ? Html.EMPTY
        : paper.note(paper.small(words.get("paper.exits")).and(Html.concat(parts)));
  }

  private List<PageDefinition> pages(PageKind kind) {
    return form.pages().stream().filter(page -> page.kind() == kind).toList();
  }

  private Html text(String key) {
    return said.find(key).map(text -> Markdown.html(text, 3)).orElse(Html.EMPTY);
  }

  private Html signatures() {
    List<Html> parts = new ArrayList<>();
    parts.add(
        paper.keep(
            List.of(
                paper.section(words.get("paper.sign.title")),
                Markdown.html(words.get("paper.sign.text"), 4),
                signature())));
    for (PartyDefinition party : form.parties()) {
      String name = said.find(party.id() + ".name").orElse(party.id());
      Syntax condition = sequence.party(party.id());
      boolean always = condition.equals(new Syntax.Literal(true));
      Html only =
          always
              ? Html.EMPTY
              : Markdown.html(
                  conditions
                      .clause(condition, ConditionWords.ANYWHERE)
                      .map(when -> words.get("paper.only.part", Map.of("when", when)))
                      .orElse(
                          words.get("paper.only.part.yours")
                              + conditions.depends(condition, sequence.entries().size())));
      parts.add(
          paper.keep(
              List.of(
                  paper.instruction(words.get("paper.sign.party", Map.of("name", name))),
                  only,
                  text(party.id() + ".task"),
                  signature())));
    }
    return Html.concat(parts);
  }

  private Html signature() {
    return boxes.labelledLines(
        List.of(
            words.get("paper.sign.place"),
            words.get("paper.sign.date"),
            words.get("paper.sign.name"),
            words.get("paper.sign.clear")));
  }

  /** A text of the form, else that of the library. */
  private Html own(String key, String instead) {
    return Markdown.html(
        said.find(key).orElseGet(() -> words.get(instead, Map.of("authority", authority()))), 4);
  }

  private Html after() {
    Html where = paper.small(words.get("paper.send.title")).and(own("form.send", "paper.send"));
    List<Html> next = new ArrayList<>();
    for (PageDefinition page : pages(PageKind.RECEIPT)) {
      said.find(page.id() + ".intro")
          .ifPresent(
              text ->
                  next.add(paper.small(words.get("paper.next.title")).and(Markdown.html(text, 4))));
    }
    return paper.note(next.isEmpty() ? where : paper.columns(where, Html.concat(next)));
  }
}
