package se.byggsten.core.identifier;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fastighetsbeteckning: the name of a property unit or a joint property in the property register.
 *
 * <p>Registerområde (mostly the municipality, may be left out), trakt or kvarter, and block with
 * unit: {@code Göteborg Nordstaden 17:5}. A kvarter has no block: {@code Eksta Liljan 5}. A
 * samfällighet has {@code S} and a gemensamhetsanläggning {@code GA} as block. There is no check
 * digit: that the unit exists only the register can tell. A property leads to its owner, so the
 * text of {@code toString} does not show it. Source: Lantmäteriet, the general part of the real
 * property register; fastighetsregisterförordningen (2000:308).
 */
public final class Fastighetsbeteckning {
  private static final String LETTER =
      "[A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u00E0-\\u00F6\\u00F8-\\u017E&&[^\\u0149]]";
  private static final String WORD =
      LETTER + "(?:" + LETTER + "|[.'\\u2019-]|:(?=" + LETTER + "))*+";
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + WORD
              + "(?: "
              + WORD
              + "){0,7}?) (?:([1-9][0-9]{0,4}|[Ss]|[Gg][Aa]) ?: ?)?([1-9][0-9]{0,4})");
  private static final Pattern KVARTER = Pattern.compile("(?<![^ ])(?i:kv\\.?|kvarteret) ");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212]");

  private final String place;
  private final Optional<String> block;
  private final int unit;

  private Fastighetsbeteckning(String place, Optional<String> block, int unit) {
    this.place = place;
    this.block = block;
    this.unit = unit;
  }

  /**
   * Parses a fastighetsbeteckning.
   *
   * @param text place and number, such as {@code Skoby Berga 1:2} or {@code Berga GA:1}, in upper
   *     or lower case; {@code kv.} before the name of a kvarter is left out
   * @return the fastighetsbeteckning
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}
   */
  public static Fastighetsbeteckning parse(String text) {
    String spaced = WrittenText.singleSpaced(text);
    String plain =
        HYPHENS.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFC)).replaceAll("-");
    Matcher form = FORM.matcher(KVARTER.matcher(plain).replaceAll(""));
    if (!form.matches()) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT,
          "Write municipality, name and number, such as Eksta Berga 1:2");
    }
    return new Fastighetsbeteckning(
        form.group(1),
        Optional.ofNullable(form.group(2)).map(WrittenText::upper),
        Integer.parseInt(form.group(3)));
  }

  /**
   * Parses a fastighetsbeteckning that may be wrong.
   *
   * @param text the name as written
   * @return the fastighetsbeteckning, or empty when the text is not one
   */
  public static Optional<Fastighetsbeteckning> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the words before the number, as written.
   *
   * @return registerområde, if written, and trakt or kvarter
   */
  public String place() {
    return place;
  }

  /**
   * Returns the trakt or kvarter, when the place begins with a given registerområde.
   *
   * @param registerArea the name of the registerområde, such as a municipality's
   * @return the rest of the place, or empty when it begins otherwise or ends there
   */
  public Optional<String> traktIn(String registerArea) {
    String start = WrittenText.upper(registerArea) + " ";
    return WrittenText.upper(place).startsWith(start)
        ? Optional.of(place.substring(start.length()))
        : Optional.empty();
  }

  /**
   * Returns what stands before the colon.
   *
   * @return digits, S or GA; empty for a unit in a kvarter
   */
  public Optional<String> block() {
    return block;
  }

  /**
   * Returns the last number.
   *
   * @return 1 or more
   */
  public int unit() {
    return unit;
  }

  /**
   * Tells whether several units share it.
   *
   * @return true for a samfällighet and a gemensamhetsanläggning
   */
  public boolean isJoint() {
    return block.filter(b -> b.equals("S") || b.equals("GA")).isPresent();
  }

  /**
   * Returns the name in its one canonical form, for storage and comparison.
   *
   * @return upper case with single spaces
   */
  public String canonical() {
    return WrittenText.upper(formatted());
  }

  /**
   * Returns the name for a person to read.
   *
   * @return the place as written and the number, with single spaces
   */
  public String formatted() {
    return place + " " + block.map(b -> b + ":").orElse("") + unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fastighetsbeteckning that && canonical().equals(that.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return "Fastighetsbeteckning[masked]";
  }
}
