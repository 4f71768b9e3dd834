package se.byggsten.samples.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is posted, as a browser encodes it. */
public final class Bodies {
  /** The token against forged posts. */
  public static final String CSRF = "kX2lq9Zr0TtTjY7dV0bqQw";

  private static final List<Map.Entry<String, String>> RIGHT =
      List.of(
          Map.entry("namn", "Åsa Ek & Bo <Al>"),
          Map.entry("pnr", "19121212-1212"),
          Map.entry("epost", "asa@exempel.se"),
          Map.entry("telefon", "0555-120 00"),
          Map.entry("adress", "Storgatan 1"),
          Map.entry("postnr", "123 45"),
          Map.entry("datum#-day", "6"),
          Map.entry("datum#-month", "3"),
          Map.entry("datum#-year", "2026"),
          Map.entry("antal", "3"),
          Map.entry("val", "b"),
          Map.entry("mat", "x"),
          Map.entry("mat", "z"));

  /** Five answers of the first section that break a rule each. */
  private static final Map<String, String> WRONG =
      Map.of(
          "namn", "",
          "pnr", "19121212-1213",
          "epost", "asa.exempel.se",
          "postnr", "12",
          "antal", "tre");

  private Bodies() {}

  /**
   * Returns a body.
   *
   * @param from the number of the first section
   * @param fields how many questions the page has
   * @param errors whether five answers are wrong
   * @return the body in the order of the questions
   */
  public static byte[] of(int from, int fields, boolean errors) {
    return with(from, fields, errors ? WRONG : Map.of());
  }

  /**
   * Returns a body with other answers in the first section.
   *
   * @param from the number of the first section
   * @param fields how many questions the page has
   * @param others the other answers, by the name of the question without its number
   * @return the body in the order of the questions
   */
  public static byte[] with(int from, int fields, Map<String, String> others) {
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + CSRF));
    for (int i = from; i < from + fields / Questions.PER_SECTION; i++) {
      for (Map.Entry<String, String> answer : RIGHT) {
        String name = answer.getKey();
        @Nullable String other = i == from ? others.get(name) : null;
        String value = other == null ? answer.getValue() : other;
        name = name.contains("#") ? name.replace("#", Integer.toString(i)) : name + i;
        pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
  }
}
