package se.byggsten.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a page says, so that pages of different makers can be held against each other.
 *
 * <p>Every element, attribute and text counts: labels, hints, values, errors and what describes
 * what. The order of attributes and classes, and white space between elements, do not.
 */
public final class SamePage {
  private SamePage() {}

  /**
   * Returns what a page says.
   *
   * @param html the content of the page
   * @return one line for each element and text, in order
   */
  public static List<String> facts(String html) {
    List<String> facts = new ArrayList<>();
    Jsoup.parse(html).body().childNodes().forEach(node -> collect(node, "", facts));
    return facts;
  }

  private static void collect(Node node, String indent, List<String> facts) {
    if (node instanceof TextNode text && !text.isBlank()) {
      facts.add(indent + text.text().strip());
    }
    if (node instanceof Element element) {
      List<String> attributes = new ArrayList<>();
      for (Attribute attribute : element.attributes()) {
        attributes.add(attribute.getKey() + "=" + value(attribute));
      }
      facts.add(
          indent
              + element.tagName()
              + " "
              + String.join(" ", attributes.stream().sorted().toList()));
      element.childNodes().forEach(child -> collect(child, indent + " ", facts));
    }
  }

  private static String value(Attribute attribute) {
    return switch (attribute.getKey()) {
      case "class" ->
          String.join(" ", Stream.of(attribute.getValue().split(" ", -1)).sorted().toList());
      // Being there is what counts.
      case "checked", "novalidate" -> "";
      default -> attribute.getValue();
    };
  }
}
