package se.byggsten.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.web.Component;

/** Our components against the fixtures of govuk-frontend, the judge of our markup. */
class FixtureTest {
  private static final Logger LOG = LoggerFactory.getLogger(FixtureTest.class);
  private static final String FOLDER =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/components/";
  private static final int ALL = 665;
  private static final int FLOOR = 494;

  /** What is left out and why: a component, and with a dot a fixture or an option. */
  private final Properties leftOut = load();

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = FixtureTest.class.getResourceAsStream("left-out.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Test
  void our_markup_is_that_of_every_fixture_whose_options_we_have() throws IOException {
    Map<String, Function<Options, Component>> adapters = FixtureAdapters.all();
    Set<String> components = new TreeSet<>(adapters.keySet());
    components.addAll(
        leftOut.stringPropertyNames().stream().filter(k -> !k.contains(".")).toList());
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    Set<String> used = new TreeSet<>();
    int same = 0;
    int all = 0;
    for (String component : components) {
      for (Options fixture : fixtures(component)) {
        all++;
        String name = component + ": " + fixture.text("name");
        if (leftOut.containsKey(component)) {
          used.add(component);
          reasons.merge(leftOut.getProperty(component), 1, Integer::sum);
          continue;
        }
        String byName = component + "." + fixture.text("name").replace(' ', '-');
        if (leftOut.containsKey(byName)) {
          used.add(byName);
          reasons.merge(leftOut.getProperty(byName), 1, Integer::sum);
          continue;
        }
        Options options = fixture.map("options");
        String ours = adapters.get(component).apply(options).toHtml().value();
        List<String> unread = options.unread().stream().map(o -> component + "." + o).toList();
        if (!unread.isEmpty()) {
          used.addAll(unread);
          if (!leftOut.stringPropertyNames().containsAll(unread)) {
            wrong.add(name + " is left out without a reason for " + unread);
            continue;
          }
          reasons.merge(leftOut.getProperty(unread.get(0)), 1, Integer::sum);
          continue;
        }
        String expected = shape(fixture.text("html"));
        String actual = shape(ours);
        if (actual.equals(expected)) {
          same++;
        } else {
          wrong.add(name + "\n--- theirs\n" + expected + "--- ours\n" + actual);
        }
      }
    }
    LOG.warn("govuk-frontend fixtures: {} of {} the same, left out {}", same, all, reasons);
    assertThat(wrong).isEmpty();
    assertThat(all).isEqualTo(ALL);
    assertThat(same).isGreaterThanOrEqualTo(FLOOR);
    assertThat(used).as("reasons that no fixture needs").isEqualTo(leftOut.stringPropertyNames());
  }

  private static List<Options> fixtures(String component) throws IOException {
    try (InputStream in =
        FixtureTest.class.getResourceAsStream(FOLDER + component + "/fixtures.json")) {
      return Options.parse(in).list("fixtures");
    }
  }

  /** A text that is the same for markup that means the same. */
  static String shape(String html) {
    StringBuilder out = new StringBuilder();
    Element body = Jsoup.parseBodyFragment(html).body();
    body.childNodes().forEach(node -> shape(node, 0, out));
    return out.toString();
  }

  private static void shape(Node node, int depth, StringBuilder out) {
    if (node instanceof TextNode text) {
      String plain = text.getWholeText().strip().replaceAll("\\s+", " ");
      if (!plain.isEmpty()) {
        out.append("  ".repeat(depth)).append('"').append(plain).append("\"\n");
      }
    } else if (node instanceof Element element) {
      Map<String, String> attributes = new TreeMap<>();
      element
          .attributes()
          .forEach(
              attribute -> {
                String value = attribute.getValue().strip().replaceAll("\\s+", " ");
                if (attribute.getKey().equals("class")) {
                  value = String.join(" ", new TreeSet<>(Arrays.asList(value.split(" "))));
                }
                attributes.put(attribute.getKey(), value);
              });
      out.append("  ".repeat(depth)).append(element.tagName()).append(attributes).append('\n');
      element.childNodes().forEach(child -> shape(child, depth + 1, out));
    }
  }

  @Test
  void the_comparison_sees_a_missing_description_another_class_and_another_text() {
    String one = "<p id=\"a\" class=\"x y\">Hej <b>du</b></p>";
    Map<String, String> others = new LinkedHashMap<>();
    others.put("id", one.replace("id=\"a\" ", ""));
    others.put("class", one.replace("x y", "x"));
    others.put("text", one.replace("du", "ni"));
    others.put("tag", one.replace("<b>du</b>", "<i>du</i>"));
    others.values().forEach(other -> assertThat(shape(other)).isNotEqualTo(shape(one)));
    assertThat(shape("<p class=\"y x\" id=a>\n Hej\n<b>du</b> </p>")).isEqualTo(shape(one));
  }
}
