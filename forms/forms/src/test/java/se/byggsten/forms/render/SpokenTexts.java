package se.byggsten.forms.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import se.byggsten.core.identifier.CountryCode;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Languages;
import se.byggsten.web.page.PageShell;

/**
 * Finds each text of a page that cannot be in the language that the page says it is in.
 *
 * <p>A text is in a language when all of it is made of pieces of that language's own bundles, of
 * the form's texts, which begin with a mark of their language, and of what is in no language:
 * answers, numbers and names.
 */
final class SpokenTexts {
  private static final Set<String> READ = Set.of("aria-label", "title", "alt", "placeholder");
  private static final Pattern PLACE = Pattern.compile("%?\\{[a-zA-Z0-9]+\\}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final List<String> neutral;
  private final Map<String, List<String>> defined;
  private final Map<String, Pattern> byLanguage = new ConcurrentHashMap<>();
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /**
   * Creates it.
   *
   * @param neutral what is in no language
   * @param defined what the definition says itself, by language
   */
  SpokenTexts(Collection<String> neutral, Map<String, List<String>> defined) {
    this.neutral = List.copyOf(neutral);
    this.defined = defined;
  }

  /** A text of the form that says which language it is in. */
  static String marked(String language, String key) {
    String first = Languages.rightToLeft(Locale.forLanguageTag(language)) ? "ק" : "Q";
    return first + language + "q " + key.replace('.', '-');
  }

  /** Returns what is wrong on a page. */
  List<String> wrong(Document page) {
    List<String> wrong = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && !text.parent().nodeName().equals("style")) {
            judge(text.text(), text.parent(), text.parent().nodeName(), wrong);
          } else if (node instanceof Element element) {
            attributes(element, wrong);
          }
        },
        page);
    return wrong;
  }

  private void attributes(Element element, List<String> wrong) {
    for (Attribute attribute : element.attributes()) {
      String where = element.nodeName() + "@" + attribute.getKey();
      if (attribute.getValue().contains("<")) {
        wrong.add(where + " holds markup: " + attribute.getValue());
      }
      if (READ.contains(attribute.getKey())) {
        judge(attribute.getValue(), element, where, wrong);
      } else if (attribute.getKey().startsWith("data-i18n.")) {
        // The script writes these where the language is said of, or where the count is told.
        Element told = element.selectFirst(".govuk-character-count__message");
        String language = element.attr("data-lang");
        String tag = language.isEmpty() ? nearest(told == null ? element : told, "lang") : language;
        if (!is(tag, tidy(attribute.getValue()))) {
          wrong.add(where + " is not " + tag + ": " + attribute.getValue());
        }
      }
    }
  }

  private void judge(String written, Element element, String where, List<String> wrong) {
    String text = tidy(written);
    // The first letter of the municipality's name is a picture.
    if (!LETTER.matcher(text).find() || element.hasClass("byggsten-header__crest")) {
      return;
    }
    String tag = nearest(element, "lang");
    String direction = Languages.direction(Locale.forLanguageTag(tag));
    if (!is(tag, text)) {
      wrong.add(where + " is not " + tag + ": " + text);
    } else if (!nearest(element, "dir").equals(direction) && !neutral(text)) {
      wrong.add(where + " does not run " + direction + ": " + text);
    }
  }

  private boolean neutral(String text) {
    return is("zxx", text);
  }

  private static String nearest(Node from, String attribute) {
    for (Node node = from; node instanceof Element element; node = node.parent()) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return "";
  }

  private static String tidy(String text) {
    return PLACE.matcher(text).replaceAll(" ").replaceAll("[*#\\s\\u00a0]+", " ").strip();
  }

  private boolean is(String tag, String text) {
    return known.computeIfAbsent(
        tag + ' ' + text,
        both -> byLanguage.computeIfAbsent(tag, this::compile).matcher(text).matches());
  }

  private Pattern compile(String tag) {
    List<String> pieces = new ArrayList<>(neutral);
    pieces.addAll(defined.getOrDefault(tag, List.of()));
    for (Class<?> home : List.of(Words.class, PageShell.class)) {
      String room = home.equals(Words.class) ? "forms" : "web";
      texts("/se/byggsten/" + room + "/texts_" + tag + ".properties").stream()
          .flatMap(PLACE::splitAsStream)
          .flatMap(text -> text.lines())
          .map(text -> tidy(text.replaceAll("^- ", "").replace("''", "'")))
          .filter(text -> LETTER.matcher(text).find())
          .forEach(pieces::add);
    }
    if (Languages.ofNames(Locale.forLanguageTag(tag)).toLanguageTag().equals(tag)) {
      CountryCode.all(Locale.forLanguageTag(tag))
          .forEach(country -> pieces.add(country.name(Locale.forLanguageTag(tag))));
      for (Month month : Month.values()) {
        Locale locale = Locale.forLanguageTag(tag);
        pieces.add(month.getDisplayName(TextStyle.FULL, locale));
        pieces.add(month.getDisplayName(TextStyle.FULL_STANDALONE, locale));
      }
    }
    String known =
        new TreeSet<>(pieces)
            .stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    String form = "[Qק]" + Pattern.quote(tag) + "q [A-Za-z0-9-]+";
    String number = "(?<![\\w-])[\\w-]{32,64}(?![\\w-])";
    return Pattern.compile(
        "(?:" + form + "|" + number + "|" + known + "|[^\\p{L}])*+", Pattern.CASE_INSENSITIVE);
  }

  private static Collection<String> texts(String resource) {
    Properties properties = new Properties();
    try (InputStream stream = Words.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.values().stream().map(Object::toString).toList();
  }
}
