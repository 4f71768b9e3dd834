package se.byggsten.accessibility.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the words of an accessibility statement say, in Swedish or English. */
public final class StatementText {
  private static final List<String> MONTHS =
      List.of(
          "januari|january",
          "februari|february",
          "mars|march",
          "april",
          "maj|may",
          "juni|june",
          "juli|july",
          "augusti|august",
          "september",
          "oktober|october",
          "november",
          "december");
  private static final List<String> STATUSES =
      List.of(
          "\\bhelt förenlig|fully compliant",
          "\\bdelvis förenlig|partially compliant",
          "\\b(inte|ej) förenlig|not compliant with the act|non-compliant");
  private static final Pattern ISO = Pattern.compile("\\b(20\\d{2})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\b(\\d{1,2})\\s+(\\p{L}+)\\s+(20\\d{2})\\b|\\b(\\p{L}+)\\s+(\\d{1,2}),\\s+(20\\d{2})\\b");

  private final String text;
  private final Element main;

  private StatementText(Element main, String text) {
    this.main = main;
    this.text = text;
  }

  /** Reads the main content of the page. */
  public static StatementText of(Dom dom) {
    Element main = dom.document().selectFirst("main, [role=main]");
    Element read = main == null ? dom.document() : main;
    return new StatementText(read, dom.shownText(read).toLowerCase(Locale.ROOT));
  }

  /** Whether the words stand on the page. */
  public boolean mentions(String words) {
    return text.contains(words.toLowerCase(Locale.ROOT));
  }

  public boolean saysWhatIsCovered() {
    return text.contains("omfattar") || text.contains("covers");
  }

  public int statuses() {
    return (int) STATUSES.stream().filter(this::has).count();
  }

  /** Fully compliant with shortcomings, or not fully without any. */
  public boolean contradictsItself() {
    boolean reasons =
        has(
            "bristande förenlighet|oskäligt betungande|not compliant with the requirements|disproportionate burden");
    boolean fully = has(STATUSES.get(0));
    return fully == reasons && (fully || !has("inte omfattas av lagen|does not cover"));
  }

  private boolean has(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CASE).matcher(text).find();
  }

  public Optional<LocalDate> assessed() {
    return dateIn("bedömning|bedömdes|bedömt|granskad|assess");
  }

  public Optional<LocalDate> updated() {
    return dateIn("uppdatera|updated");
  }

  public boolean saysHowAssessed() {
    return has(
        "(själva|självskattning|utomstående|extern|oberoende|granskare).{0,80}(bedöm|granska|test)|(bedöm|granska|testa).{0,80}(själva|utomstående|extern|oberoende)|assessed the e-service|self-assessment|third party");
  }

  public boolean leadsToMessageForm() {
    if (main.selectFirst("form textarea") != null) {
      return true;
    }
    return main.select("a[href]").stream()
        .filter(a -> !a.attr("href").startsWith("mailto:") && !a.attr("href").startsWith("tel:"))
        .anyMatch(
            a ->
                Pattern.compile(
                        "(?iu)(brister|synpunkter|skriv till oss|rapportera|accessibility problems|feedback|tell us)")
                    .matcher(a.text())
                    .find());
  }

  public boolean leadsToDigg() {
    return main.select("a[href]").stream()
        .anyMatch(a -> a.attr("href").strip().matches("https://www\\.digg\\.se/tdosanmalan/?"));
  }

  /** Returns the newest date in a sentence that holds one of the words. */
  private Optional<LocalDate> dateIn(String words) {
    Optional<LocalDate> newest = Optional.empty();
    for (String sentence : text.split("(?<=[.!?])\\s|\\s(?=<)", -1)) {
      if (!Pattern.compile(words).matcher(sentence).find()) {
        continue;
      }
      Optional<LocalDate> date = date(sentence);
      if (date.isPresent() && (newest.isEmpty() || date.get().isAfter(newest.get()))) {
        newest = date;
      }
    }
    return newest;
  }

  private static Optional<LocalDate> date(String sentence) {
    try {
      Matcher iso = ISO.matcher(sentence);
      if (iso.find()) {
        return Optional.of(LocalDate.parse(iso.group()));
      }
      Matcher m = WRITTEN.matcher(sentence);
      while (m.find()) {
        boolean dayFirst = m.group(1) != null;
        String month = dayFirst ? m.group(2) : m.group(4);
        for (int i = 0; i < MONTHS.size(); i++) {
          if (month.matches(MONTHS.get(i))) {
            return Optional.of(
                LocalDate.of(
                    Integer.parseInt(dayFirst ? m.group(3) : m.group(6)),
                    i + 1,
                    Integer.parseInt(dayFirst ? m.group(1) : m.group(5))));
          }
        }
      }
      return Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
