package se.byggsten.forms.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlTemplate;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;

/** The summary of errors in one language, drawn once and filled. Safe for use by many threads. */
final class ErrorList {
  private static final List<Error> PROBES =
      List.of(new Error("<b>&\"' å\n", "a"), new Error("", "b2-year"));

  private final Locale language;
  private final Optional<Drawn> drawn;

  /**
   * One error.
   *
   * @param text what to do about it
   * @param anchor the id of the element to go to
   */
  record Error(String text, String anchor) {}

  private record Drawn(String head, HtmlTemplate item, String tail) {
    void write(StringBuilder out, List<Error> errors) {
      out.append(head);
      for (Error error : errors) {
        item.writeTexts(out, error.anchor(), error.text());
      }
      out.append(tail);
    }
  }

  private ErrorList(Locale language, Optional<Drawn> drawn) {
    this.language = language;
    this.drawn = drawn;
  }

  static ErrorList in(Locale language) {
    Error holes = new Error(HtmlTemplate.text("text"), HtmlTemplate.text("anchor"));
    String one = draw(language, List.of(holes)).value();
    int from = one.indexOf("<li>");
    int to = one.indexOf("</li>") + "</li>".length();
    HtmlTemplate item = HtmlTemplate.compile(Html.trusted(one.substring(from, to)));
    Drawn drawn = new Drawn(one.substring(0, from), item, one.substring(to));
    StringBuilder filled = new StringBuilder();
    drawn.write(filled, PROBES);
    boolean proven = filled.toString().equals(draw(language, PROBES).value());
    return new ErrorList(language, proven ? Optional.of(drawn) : Optional.empty());
  }

  private static Html draw(Locale language, List<Error> errors) {
    return ErrorSummary.of(
            language,
            errors.stream().map(error -> Link.of(error.text(), "#" + error.anchor())).toList())
        .toHtml();
  }

  void write(StringBuilder out, List<Error> errors) {
    if (drawn.isPresent() && errors.stream().allMatch(error -> isPlain(error.anchor()))) {
      drawn.get().write(out, errors);
    } else {
      draw(language, errors).writeTo(out);
    }
  }

  /** Nothing that an address would write in another way. */
  private static boolean isPlain(String anchor) {
    for (int i = 0; i < anchor.length(); i++) {
      char c = anchor.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }
}
