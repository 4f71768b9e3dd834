package se.byggsten.forms.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlBuilder;
import se.byggsten.web.HtmlTemplate;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;

/** The summary of errors in one language, drawn once and filled. Safe for use by many threads. */
final class ErrorList {
  private static final List<Fault> PROBES =
      List.of(new Fault("<b>&\"' å\n", "a"), new Fault("", "b2-year"));

  private final Locale language;
  private final Optional<Drawn> drawn;

  /**
   * One thing that is to be put right.
   *
   * @param text what to do about it
   * @param anchor the id of the element to go to
   */
  record Fault(String text, String anchor) {}

  private record Drawn(String head, HtmlTemplate item, String tail) {
    void write(HtmlBuilder out, List<Fault> faults) {
      out.addTrusted(head);
      for (Fault fault : faults) {
        item.writeTexts(out, fault.anchor(), fault.text());
      }
      out.addTrusted(tail);
    }
  }

  private ErrorList(Locale language, Optional<Drawn> drawn) {
    this.language = language;
    this.drawn = drawn;
  }

  static ErrorList in(Locale language) {
    Fault holes = new Fault(HtmlTemplate.text("text"), HtmlTemplate.text("anchor"));
    String one = draw(language, List.of(holes)).value();
    int from = one.indexOf("<li>");
    int to = one.indexOf("</li>") + "</li>".length();
    HtmlTemplate item = HtmlTemplate.compile(Html.trusted(one.substring(from, to)));
    Drawn drawn = new Drawn(one.substring(0, from), item, one.substring(to));
    HtmlBuilder filled = new HtmlBuilder();
    drawn.write(filled, PROBES);
    boolean proven = filled.toHtml().value().equals(draw(language, PROBES).value());
    return new ErrorList(language, proven ? Optional.of(drawn) : Optional.empty());
  }

  private static Html draw(Locale language, List<Fault> faults) {
    return ErrorSummary.of(
            language,
            faults.stream().map(fault -> Link.of(fault.text(), "#" + fault.anchor())).toList())
        .toHtml();
  }

  void write(HtmlBuilder out, List<Fault> faults) {
    if (drawn.isPresent() && faults.stream().allMatch(fault -> isPlain(fault.anchor()))) {
      drawn.get().write(out, faults);
    } else {
      out.add(draw(language, faults));
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
