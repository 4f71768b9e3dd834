package se.byggsten.samples.portal.web;

import java.time.LocalDate;
import java.util.List;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.web.Html;
import se.byggsten.web.component.Link;

/** The few elements that the portal writes itself, around the components. */
final class Markup {
  private Markup() {}

  static Html h1(String text) {
    return element("h1", "govuk-heading-l", Html.text(text));
  }

  static Html h2(String text) {
    return element("h2", "govuk-heading-m", Html.text(text));
  }

  static Html p(String text) {
    return p(Html.text(text));
  }

  static Html p(Html content) {
    return element("p", "govuk-body", content);
  }

  static Html lead(String text) {
    return element("p", "govuk-body-l", Html.text(text));
  }

  static Html bullets(List<String> lines) {
    return list("ul", "govuk-list govuk-list--bullet", lines.stream().map(Html::text).toList());
  }

  static Html steps(List<String> lines) {
    return list("ol", "govuk-list govuk-list--number", lines.stream().map(Html::text).toList());
  }

  static Html list(String tag, String classes, List<Html> items) {
    Html all = Html.EMPTY;
    for (Html item : items) {
      all = all.and(Html.trusted("<li>")).and(item).and(Html.trusted("</li>"));
    }
    return element(tag, classes, all);
  }

  static Html link(String text, String href) {
    return Link.of(text, href).toHtml();
  }

  static Html time(LocalDate date, String text) {
    return Html.trusted("<time datetime=\"" + date + "\">")
        .and(Html.text(text))
        .and(Html.trusted("</time>"));
  }

  /** What somebody wrote, with its line breaks. */
  static Html written(String text) {
    Html all = Html.EMPTY;
    for (String line : text.lines().toList()) {
      all = all.isEmpty() ? Html.text(line) : all.and(Html.trusted("<br>")).and(Html.text(line));
    }
    return p(all);
  }

  static Html form(String action, String csrf, Html content) {
    return Html.trusted("<form method=\"post\" action=\"")
        .and(Html.text(action))
        .and(Html.trusted("\" novalidate>"))
        .and(hidden(CsrfTokens.FIELD, csrf))
        .and(content)
        .and(Html.trusted("</form>"));
  }

  /** A form that takes a file. */
  static Html uploadForm(String action, String csrf, Html content) {
    return Html.trusted("<form method=\"post\" enctype=\"multipart/form-data\" action=\"")
        .and(Html.text(action))
        .and(Html.trusted("\" novalidate>"))
        .and(hidden(CsrfTokens.FIELD, csrf))
        .and(content)
        .and(Html.trusted("</form>"));
  }

  /** One box to tick. */
  static Html tick(String name, String text) {
    return Html.trusted(
            "<div class=\"govuk-form-group\"><div class=\"govuk-checkboxes\">"
                + "<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\""
                + " type=\"checkbox\" value=\"yes\" name=\"")
        .and(Html.text(name))
        .and(Html.trusted("\" id=\""))
        .and(Html.text(name))
        .and(Html.trusted("\"><label class=\"govuk-label govuk-checkboxes__label\" for=\""))
        .and(Html.text(name))
        .and(Html.trusted("\">"))
        .and(Html.text(text))
        .and(Html.trusted("</label></div></div></div>"));
  }

  /** A secret that is to be written down: large, with what it is over it. */
  static Html secret(String label, String value, String note) {
    return element(
        "div",
        "govuk-inset-text",
        element("p", "govuk-body", Html.text(label))
            .and(
                element(
                    "p",
                    "govuk-heading-l",
                    Html.trusted("<span translate=\"no\">")
                        .and(Html.text(value))
                        .and(Html.trusted("</span>"))))
            .and(element("p", "govuk-body", Html.text(note))));
  }

  /** Text that stands out a little. */
  static Html inset(Html content) {
    return element("div", "govuk-inset-text", content);
  }

  static Html hidden(String name, String value) {
    return Html.trusted("<input type=\"hidden\" name=\"")
        .and(Html.text(name))
        .and(Html.trusted("\" value=\""))
        .and(Html.text(value))
        .and(Html.trusted("\">"));
  }

  /** Less important than what is around it. */
  static Html note(String text) {
    return element("p", "govuk-hint", Html.text(text));
  }

  static Html message(String from, Html text) {
    return element(
        "div",
        "byggsten-message",
        element("p", "byggsten-message__from", Html.text(from)).and(text));
  }

  static Html block(Html content) {
    return element("div", "byggsten-message", content);
  }

  private static Html element(String tag, String classes, Html content) {
    return Html.trusted("<" + tag + " class=\"" + classes + "\">")
        .and(content)
        .and(Html.trusted("</" + tag + ">"));
  }
}
