package se.byggsten.accessibility;

import java.util.Objects;
import se.byggsten.accessibility.internal.Dom;

/**
 * A page of HTML, parsed and ready for the rules.
 *
 * <p>Whatever is given is parsed as a browser would: broken, huge and deeply nested markup too. At
 * most 8 million characters, 200 000 elements and 400 levels are read; what lies beyond is reported
 * by the rule {@code A11Y-TOO-DEEP}.
 */
public final class HtmlPage {
  private final Dom dom;
  private final String location;

  private HtmlPage(Dom dom, String location) {
    this.dom = dom;
    this.location = location;
  }

  /**
   * Parses a page.
   *
   * @param html the page as served; any text at all
   * @param location where it came from, such as its path; stands in every finding
   * @return the page
   */
  public static HtmlPage parse(String html, String location) {
    Objects.requireNonNull(html, "html");
    return new HtmlPage(Dom.parse(html), Objects.requireNonNull(location, "location"));
  }

  /**
   * Returns where the page came from.
   *
   * @return the location as given
   */
  public String location() {
    return location;
  }

  Dom dom() {
    return dom;
  }
}
