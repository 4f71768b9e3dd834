package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.Passage;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Panel;
import se.byggsten.web.component.SummaryList;

/** What the citizen is told after sending: on a page, and in an e-mail. */
final class ReceiptHtml {

  private final FormDefinition form;
  private final ReceiptView view;
  private final List<String> missing;
  private final Said said;
  private final Locale locale;
  private final Words words;

  ReceiptHtml(Said said, ReceiptView view, List<String> missing) {
    this.form = said.form();
    this.view = view;
    this.missing = missing;
    this.locale = view.language();
    this.said = said;
    this.words = said.words();
  }

  Html page(List<PageNode> answers) {
    List<Html> parts = new ArrayList<>();
    Html number =
        Html.concat(
            Html.text(words.get("receipt.number") + " "),
            Html.trusted("<strong>"),
            Html.text(view.number()),
            Html.trusted("</strong>"));
    parts.add(Panel.of(title(), number).toHtml());
    parts.add(SummaryList.of(facts(true).map(this::row).toList()).toHtml());
    if (!missing.isEmpty()) {
      parts.add(heading(words.get("missing.title")));
      parts.add(FieldHtml.paragraphs(words.get("receipt.missing")));
      parts.add(list(missing));
    }
    parts.add(heading(words.get("receipt.next")));
    parts.add(next().map(text -> Markdown.html(text, 3)).orElse(Html.EMPTY));
    parts.add(expected().map(FieldHtml::paragraphs).orElse(Html.EMPTY));
    if (!view.followUp().isEmpty()) {
      parts.add(Html.trusted("<p class=\"govuk-body\">"));
      parts.add(
          Html.concat(
              Html.trusted("<a class=\"govuk-link\" href=\""),
              Html.text(view.followUp()),
              Html.trusted("\">"),
              Html.text(words.get("receipt.follow")),
              Html.trusted("</a>")));
      parts.add(Html.trusted("</p>"));
    }
    parts.add(heading(words.get("receipt.answers")));
    parts.add(SummaryHtml.plain(words).below(3).pages(answers));
    return Html.concat(parts);
  }

  private SummaryList.Row row(List<String> fact) {
    return SummaryList.Row.of(fact.get(0), Html.text(fact.get(1)), new Link[0]);
  }

  private String title() {
    return receiptPage("title").orElse(words.get("receipt.title"));
  }

  private Optional<String> receiptPage(String part) {
    return form.pages().stream()
        .filter(page -> page.kind() == PageKind.RECEIPT)
        .findFirst()
        .flatMap(page -> said.find(page.id() + "." + part));
  }

  private Optional<String> next() {
    return receiptPage("intro");
  }

  private Optional<String> expected() {
    return view.answerBy()
        .map(day -> Moments.day(day, locale))
        .map(day -> words.get("receipt.expected", Map.of("day", day)));
  }

  /** When it came, who sent it and by whom, and how far the others have come. */
  private Stream<List<String>> facts(boolean named) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(words.get("receipt.form"), said.text("form.title")));
    facts.add(List.of(words.get("receipt.received"), Moments.minute(view.receivedAt(), locale)));
    AssistedEntry staff = view.assisted().orElse(null);
    if (staff != null && named) {
      facts.add(List.of(words.get("receipt.applicant"), staff.givenName() + " " + staff.surname()));
      facts.add(List.of(words.get("receipt.official"), staff.official()));
      facts.add(
          List.of(
              words.get("receipt.identified"),
              words.get("receipt.identified." + staff.identification())));
      facts.add(
          List.of(words.get("receipt.arrival"), words.get("receipt.arrival." + staff.arrival())));
    }
    for (PartyStatus party : view.parties()) {
      String name = said.find(party.party().id() + ".name").orElse(party.party().id());
      facts.add(List.of(name, words.get(TookPart.state(party))));
    }
    return facts.stream();
  }

  private static Html heading(String text) {
    return Html.concat(
        Html.trusted("<h2 class=\"govuk-heading-m\">"), Html.text(text), Html.trusted("</h2>"));
  }

  private static Html list(List<String> items) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.trusted("<ul class=\"govuk-list govuk-list--bullet\">"));
    items.forEach(
        item ->
            parts.add(Html.concat(Html.trusted("<li>"), Html.text(item), Html.trusted("</li>"))));
    parts.add(Html.trusted("</ul>"));
    return Html.concat(parts);
  }

  /** The same in plain text; the answers only when they are asked for and may be sent openly. */
  MailText mail(List<PageNode> answers) {
    StringBuilder text = new StringBuilder(1_024);
    text.append(title()).append("\n\n");
    text.append(words.get("receipt.number")).append(": ").append(view.number()).append('\n');
    facts(false)
        .forEach(fact -> text.append(fact.get(0)).append(": ").append(fact.get(1)).append('\n'));
    if (!missing.isEmpty()) {
      text.append('\n').append(words.get("missing.title")).append('\n');
      text.append(words.get("mail.missing", Map.of("count", "" + missing.size()))).append('\n');
    }
    text.append('\n').append(words.get("receipt.next")).append('\n');
    next().ifPresent(next -> text.append(next.strip()).append('\n'));
    expected().ifPresent(day -> text.append(day).append('\n'));
    if (!view.followUp().isEmpty()) {
      text.append(words.get("receipt.follow")).append(": ").append(view.followUp()).append('\n');
    }
    if (!answers.isEmpty()) {
      text.append('\n').append(words.get("receipt.answers")).append('\n');
      int[] left = {0};
      answers.forEach(page -> copy(page, "", text, left));
      if (left[0] > 0) {
        text.append('\n')
            .append(words.get("mail.left.out", Map.of("count", "" + left[0])))
            .append('\n');
      }
    }
    String subject =
        words.get(
            "mail.subject", Map.of("title", said.text("form.title"), "number", view.number()));
    return new MailText(
        Passage.plain(subject).replaceAll("[\\r\\n]+", " "), Passage.plain(text.toString()));
  }

  private void copy(PageNode page, String row, StringBuilder text, int[] left) {
    List<FieldNode> open = new ArrayList<>();
    for (FieldNode field : page.fields()) {
      if (field.field().has(Trait.CONTENT) || field.shown().isEmpty()) {
        continue;
      }
      if (isOpen(field)) {
        open.add(field);
      } else {
        left[0]++;
      }
    }
    if (!open.isEmpty()) {
      text.append('\n').append(row.isEmpty() ? page.title() : row + ": " + page.title());
      text.append('\n');
      open.forEach(
          field ->
              text.append(field.label())
                  .append(": ")
                  .append(String.join(", ", field.shown()))
                  .append('\n'));
    }
    for (RowNode inner : page.rows()) {
      // The title of a row may be made of answers that cannot be sent openly.
      String number =
          words.get("paper.row", Map.of("one", page.title(), "number", "" + inner.number()));
      inner.pages().forEach(p -> copy(p, row.isEmpty() ? number : row + ", " + number, text, left));
    }
  }

  /** E-mail can be read on its way: neither secrets, identity numbers, health nor files. */
  private boolean isOpen(FieldNode field) {
    DataFacts facts = form.factsOf(field.field());
    boolean ordinary =
        facts.personalData() == PersonalData.NONE || facts.personalData() == PersonalData.ORDINARY;
    return ordinary && facts.secrecy().isEmpty() && !field.field().has(Trait.FILES);
  }
}
