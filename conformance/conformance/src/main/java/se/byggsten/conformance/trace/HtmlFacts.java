package se.byggsten.conformance.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import se.byggsten.web.Html;

/**
 * What a drawn page tells assistive technology, and what the tab key reaches, without scripts.
 *
 * <p>Sources: HTML Living Standard 6.6.3 (tabindex), WAI-ARIA 1.2 (aria-describedby, aria-invalid),
 * WCAG 2.2 criteria 1.3.1, 1.3.5, 2.4.3, 3.3.1 and 3.3.2.
 */
final class HtmlFacts {
  private static final String INPUTS = "input:not([type=hidden]), select, textarea";
  private static final String REACHED =
      INPUTS + ", button, a[href], summary, [tabindex]:not([tabindex^=-])";

  private final Element page;

  HtmlFacts(Html page) {
    this.page = Jsoup.parseBodyFragment(page.value()).body();
  }

  /** The facts of each input, by its id. */
  Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (Element input : page.select(INPUTS)) {
      String id = input.id().isEmpty() ? input.attr("name") : input.id();
      inputs.put(id, input(input));
    }
    return inputs;
  }

  private Map<String, Object> input(Element input) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "name", input.attr("name"));
    boolean named = input.tagName().equals("input");
    put(facts, "type", named ? input.attr("type") : input.tagName());
    put(facts, "label", label(input));
    put(facts, "described-by", described(input));
    put(facts, "autocomplete", input.attr("autocomplete"));
    put(facts, "input-mode", input.attr("inputmode"));
    put(facts, "role", input.attr("role"));
    put(facts, "invalid", input.attr("aria-invalid").equals("true"));
    put(facts, "required", input.hasAttr("required") || input.attr("aria-required").equals("true"));
    Element group = input.closest("fieldset, [role=group], [role=radiogroup]");
    if (group != null) {
      Element legend = group.selectFirst("> legend");
      put(facts, "legend", legend == null ? labelled(group) : legend.text());
      put(facts, "group-role", group.attr("role"));
      put(facts, "group-described-by", described(group));
    }
    return facts;
  }

  private static void put(Map<String, Object> facts, String key, Object value) {
    boolean says =
        value instanceof Boolean truth
            ? truth
            : value instanceof List<?> list ? !list.isEmpty() : !value.toString().isEmpty();
    if (says) {
      facts.put(key, value);
    }
  }

  /** As accessible names are computed: aria-labelledby, aria-label, then the label. */
  private String label(Element input) {
    String named = labelled(input);
    if (!named.isEmpty()) {
      return named;
    }
    Set<Element> labels = new LinkedHashSet<>();
    for (Element label : page.select("label")) {
      boolean points = !input.id().isEmpty() && label.attr("for").equals(input.id());
      if (points || label.equals(input.closest("label"))) {
        labels.add(label);
      }
    }
    return String.join(" ", labels.stream().map(Element::text).toList());
  }

  private String labelled(Element element) {
    List<String> texts = pointed(element, "aria-labelledby");
    return texts.isEmpty() ? element.attr("aria-label") : String.join(" ", texts);
  }

  private List<String> described(Element element) {
    return pointed(element, "aria-describedby");
  }

  private List<String> pointed(Element element, String attribute) {
    List<String> texts = new ArrayList<>();
    for (String id : element.attr(attribute).strip().split("\\s+", -1)) {
      if (!id.isEmpty()) {
        Element target = page.getElementById(id);
        texts.add(target == null ? "(no element has the id " + id + ")" : target.text());
      }
    }
    return texts;
  }

  /** The summary of errors: the text of each link by what it goes to. */
  List<Map.Entry<String, String>> errors() {
    List<Map.Entry<String, String>> errors = new ArrayList<>();
    for (Element link : page.select(".govuk-error-summary a[href*=#]")) {
      String href = link.attr("href");
      errors.add(Map.entry(href.substring(href.indexOf('#') + 1), link.text()));
    }
    return errors;
  }

  /**
   * What the tab key reaches, in order: inputs by id, buttons by what they post, links by address.
   *
   * @param files what a file is called instead of its random id
   */
  List<String> focus(UnaryOperator<String> files) {
    List<Element> reached = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    for (Element element : page.select(REACHED)) {
      boolean radio = element.attr("type").equals("radio");
      if (isReached(element)
          && (!radio || (isEntry(element) && groups.add(element.attr("name"))))) {
        reached.add(element);
      }
    }
    reached.sort(Comparator.comparingInt(HtmlFacts::turn));
    return reached.stream().map(element -> name(element, files)).toList();
  }

  /** A group of radio buttons is one stop: the one that is chosen, else the first. */
  private boolean isEntry(Element radio) {
    String name = radio.attr("name");
    boolean chosen =
        page.select("input[type=radio][checked]").stream()
            .anyMatch(one -> one.attr("name").equals(name));
    return !chosen || radio.hasAttr("checked");
  }

  private static boolean isReached(Element element) {
    if (element.attr("tabindex").strip().startsWith("-") || element.hasAttr("disabled")) {
      return false;
    }
    for (Element around = element; around != null; around = around.parent()) {
      boolean folded =
          around.tagName().equals("details")
              && !around.hasAttr("open")
              && !(element.tagName().equals("summary") && around.equals(element.parent()));
      if (around.hasAttr("hidden") || around.hasAttr("inert") || folded) {
        return false;
      }
    }
    return true;
  }

  /** Positive tabindex goes first, in its own order. */
  private static int turn(Element element) {
    String index = element.attr("tabindex").strip();
    boolean positive = index.matches("[1-9][0-9]{0,4}");
    return positive ? Integer.parseInt(index) : Integer.MAX_VALUE;
  }

  private static String name(Element element, UnaryOperator<String> files) {
    String tag = element.tagName();
    if (tag.equals("button") && !element.attr("name").isEmpty()) {
      return element.attr("name") + "=" + files.apply(element.attr("value"));
    }
    if (tag.equals("a")) {
      return element.attr("href");
    }
    if (!element.id().isEmpty()) {
      return element.id();
    }
    return tag.equals("button") ? "button" : tag.equals("input") ? element.attr("name") : tag;
  }
}
