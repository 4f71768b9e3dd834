package se.byggsten.core.identifier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in Sweden, in SWEREF 99 TM or in WGS 84.
 *
 * <p>WGS 84 is taken to equal SWEREF 99, from which it differs by less than a metre. Kept to the
 * centimetre (seven decimals of a degree). A place may be somebody's home, so the text of {@code
 * toString} does not show it. Source: Lantmäteriet, SWEREF 99 TM (EPSG 3006), whose area of use,
 * 54.96–69.07° N and 10.03–24.17° E, is the limit here.
 */
public final class Coordinates {
  /** The reference system in which a place was given. */
  public enum ReferenceSystem {
    /** Northing and easting in metres, the national grid. */
    SWEREF_99_TM,
    /** Latitude and longitude in decimal degrees, as in telephones and on the web. */
    WGS_84
  }

  private static final double SOUTH = 54.96;
  private static final double NORTH = 69.07;
  private static final double WEST = 10.03;
  private static final double EAST = 24.17;
  private static final String INSTRUCTION =
      "Write two numbers, such as 6580822, 674032 or 59.33023, 18.05920";
  private static final Pattern LABELS =
      Pattern.compile(
          "(?i:latitude|longitude|latitud|longitud|lat|long?|sweref ?99 ?tm|[neö])[.:]?|°|=");
  private static final String BETWEEN = "[ ,;]+";
  private static final String DEGREES = "([0-9]{1,2}[.,][0-9]{1,15})";
  private static final String DECIMALS = "(?:[.,][0-9]{1,6})?";
  private static final String NORTHING = "(?<north>[67](?: ?[0-9]{3}){2}" + DECIMALS + ")";
  private static final String EASTING =
      "(?<east>(?:1 ?[0-9]{3}|[1-9][0-9]{2}) ?[0-9]{3}" + DECIMALS + ")";
  private static final Pattern TWO_DEGREES = Pattern.compile(DEGREES + BETWEEN + DEGREES);
  private static final Pattern NORTH_FIRST = Pattern.compile(NORTHING + BETWEEN + EASTING);
  private static final Pattern EAST_FIRST = Pattern.compile(EASTING + BETWEEN + NORTHING);

  private final ReferenceSystem system;
  private final double first;
  private final double second;
  private final GaussKruger.Geodetic geodetic;
  private final GaussKruger.Grid grid;

  private Coordinates(ReferenceSystem system, double first, double second) {
    this.system = system;
    this.first = first;
    this.second = second;
    if (system == ReferenceSystem.WGS_84) {
      geodetic = new GaussKruger.Geodetic(first, second);
      grid = GaussKruger.SWEREF_99_TM.toGrid(geodetic);
    } else {
      grid = new GaussKruger.Grid(first, second);
      geodetic = GaussKruger.SWEREF_99_TM.toGeodetic(grid);
    }
    boolean inside =
        geodetic.latitude() >= SOUTH
            && geodetic.latitude() <= NORTH
            && geodetic.longitude() >= WEST
            && geodetic.longitude() <= EAST;
    if (!inside) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.OUTSIDE, "The place is not in Sweden; check both numbers");
    }
  }

  /**
   * Takes a place in the national grid.
   *
   * @param northing metres from the equator
   * @param easting metres, 500 000 at the meridian 15° E
   * @return the place
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-OUTSIDE} when it is not in
   *     Sweden
   */
  public static Coordinates ofSweref99Tm(double northing, double easting) {
    // Far outside, the series say nothing.
    boolean near =
        northing > 6_000_000 && northing < 7_800_000 && easting > 100_000 && easting < 1_200_000;
    return new Coordinates(
        ReferenceSystem.SWEREF_99_TM, near ? rounded(northing, 2) : 0, rounded(easting, 2));
  }

  /**
   * Takes a place in degrees.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @return the place
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-OUTSIDE} when it is not in
   *     Sweden
   */
  public static Coordinates ofWgs84(double latitude, double longitude) {
    return new Coordinates(ReferenceSystem.WGS_84, rounded(latitude, 7), rounded(longitude, 7));
  }

  private static double rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
        : 0;
  }

  /**
   * Parses two coordinates in either system.
   *
   * <p>In Sweden northing and latitude are always greater than easting and longitude, so the order
   * does not matter. Both decimal point and decimal comma will do, and letters such as N and E.
   *
   * @param text two numbers
   * @return the place
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT} or {@code
   *     IDENTIFIER-OUTSIDE}
   */
  public static Coordinates parse(String text) {
    String plain =
        WrittenText.singleSpaced(LABELS.matcher(WrittenText.singleSpaced(text)).replaceAll(" "));
    Matcher degrees = TWO_DEGREES.matcher(plain);
    if (degrees.matches()) {
      double one = number(degrees.group(1));
      double two = number(degrees.group(2));
      return ofWgs84(Math.max(one, two), Math.min(one, two));
    }
    for (Pattern order : List.of(NORTH_FIRST, EAST_FIRST)) {
      Matcher metres = order.matcher(plain);
      if (metres.matches()) {
        return ofSweref99Tm(number(metres.group("north")), number(metres.group("east")));
      }
    }
    throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, INSTRUCTION);
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(" ", "").replace(',', '.'));
  }

  /**
   * Parses coordinates that may be wrong.
   *
   * @param text the coordinates as written
   * @return the place, or empty when the text is not one in Sweden
   */
  public static Optional<Coordinates> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the system in which the place was given.
   *
   * @return the system
   */
  public ReferenceSystem system() {
    return system;
  }

  /**
   * Returns the latitude.
   *
   * @return degrees north
   */
  public double latitude() {
    return geodetic.latitude();
  }

  /**
   * Returns the longitude.
   *
   * @return degrees east
   */
  public double longitude() {
    return geodetic.longitude();
  }

  /**
   * Returns the northing in SWEREF 99 TM.
   *
   * @return metres
   */
  public double northing() {
    return grid.northing();
  }

  /**
   * Returns the easting in SWEREF 99 TM.
   *
   * @return metres
   */
  public double easting() {
    return grid.easting();
  }

  /**
   * Returns the place in its one canonical form, for storage and comparison.
   *
   * @return northing and easting in SWEREF 99 TM with two decimals and a space between
   */
  public String canonical() {
    return fixed(northing(), 2).toPlainString() + " " + fixed(easting(), 2).toPlainString();
  }

  /**
   * Returns the place for a person to read, in the system in which it was given.
   *
   * @return such as {@code N 6580822, E 674032} or {@code 59.330231, 18.059196}
   */
  public String formatted() {
    return system == ReferenceSystem.WGS_84
        ? shortest(first, 7, 1) + ", " + shortest(second, 7, 1)
        : "N " + shortest(first, 2, 0) + ", E " + shortest(second, 2, 0);
  }

  private static BigDecimal fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String shortest(double value, int decimals, int atLeast) {
    BigDecimal shortest = fixed(value, decimals).stripTrailingZeros();
    return (shortest.scale() < atLeast ? shortest.setScale(atLeast) : shortest).toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that && canonical().equals(that.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return "Coordinates[" + system + " masked]";
  }
}
