package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.core.identifier.Coordinates;
import se.byggsten.core.identifier.InvalidIdentifierException;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;

/**
 * A place in Sweden, in SWEREF 99 TM unless the field asks for WGS 84.
 *
 * <p>Written in the other system it is understood too, since the numbers cannot be mistaken.
 */
public final class CoordinatesType extends BuiltIn {
  private static final List<String> PARTS = List.of("-north", "-east");
  private static final Pattern NUMBER = Pattern.compile("[NE]? ?[0-9]{1,7}(?:[.,][0-9]{1,12})?");
  private static final int DEGREES = 1_000;

  private static final ValueType ROW =
      ValueType.rowOf(Map.of("north", ValueType.DECIMAL, "east", ValueType.DECIMAL));

  /** Creates the kind. */
  public CoordinatesType() {
    super("coordinates", Coordinates.class, ROW, Trait.TYPED);
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public Map<String, SettingKind> settings() {
    return Map.of("system", SettingKind.TEXT);
  }

  private static boolean wgs84(FieldSettings settings) {
    return settings.text("system").filter("wgs84"::equals).isPresent();
  }

  @Override
  public Set<String> errors() {
    return Set.of("Coordinates");
  }

  @Override
  public String exampleHint() {
    return "Till exempel 6580822 och 674032";
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> parts = parts(raw, 2);
    if (parts.stream().allMatch(String::isEmpty)) {
      return Bound.ABSENT;
    }
    return number(parts.get(0))
        .flatMap(north -> number(parts.get(1)).flatMap(east -> place(north, east)))
        .map(Bound::of)
        .orElse(Bound.wrong("Coordinates"));
  }

  private static Optional<Double> number(String text) {
    String bare = text.replaceAll("[\\s\\p{Zs}°]+", "");
    return bare.length() <= 24 && NUMBER.matcher(bare).matches()
        ? Optional.of(Double.valueOf(bare.replaceAll("[NE]", "").replace(',', '.')))
        : Optional.empty();
  }

  private static Optional<Coordinates> place(double north, double east) {
    try {
      return Optional.of(
          north < DEGREES
              ? Coordinates.ofWgs84(north, east)
              : Coordinates.ofSweref99Tm(north, east));
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    if (!(value instanceof Coordinates place)) {
      return List.of(value.toString(), "");
    }
    return place.system() == Coordinates.ReferenceSystem.WGS_84
        ? List.of(text(place.latitude(), 7), text(place.longitude(), 7))
        : List.of(text(place.northing(), 2), text(place.easting(), 2));
  }

  private static String text(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return Decimals.tidy(rounded).toPlainString().replace('.', ',');
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(
        value instanceof Coordinates place
            ? (place.system() == Coordinates.ReferenceSystem.WGS_84
                ? place.formatted() + " (WGS 84)"
                : place.formatted() + " (SWEREF 99 TM)")
            : value.toString());
  }

  @Override
  public Object expressionValue(Object value) {
    if (!(value instanceof Coordinates place)) {
      return Map.of();
    }
    return Map.of("north", place.northing(), "east", place.easting());
  }

  @Override
  public Object json(Object value) {
    if (!(value instanceof Coordinates place)) {
      return value.toString();
    }
    boolean degrees = place.system() == Coordinates.ReferenceSystem.WGS_84;
    List<String> raw = raw(value, FieldSettings.NONE);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("system", degrees ? "wgs84" : "sweref99tm");
    json.put("north", new BigDecimal(raw.get(0).replace(',', '.')));
    json.put("east", new BigDecimal(raw.get(1).replace(',', '.')));
    return json;
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return json instanceof Map<?, ?> map
        ? List.of(part(map.get("north")), part(map.get("east")))
        : List.of(String.valueOf(json), "");
  }

  private static String part(@org.jspecify.annotations.Nullable Object json) {
    if (json == null) {
      return "";
    }
    return Decimals.of(json).map(BigDecimal::toPlainString).orElse(String.valueOf(json));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "system",
            Map.of("type", "string", "enum", List.of("sweref99tm", "wgs84")),
            "north",
            Map.of("type", "number"),
            "east",
            Map.of("type", "number")),
        "required",
        List.of("system", "north", "east"),
        "additionalProperties",
        false);
  }

  @Override
  public Html html(FieldInput input) {
    boolean degrees = wgs84(input.settings());
    boolean north = number(input.raw(0).strip()).isPresent();
    boolean east = number(input.raw(1).strip()).isPresent();
    Set<String> wrong = north == east ? Set.copyOf(PARTS) : Set.of(PARTS.get(north ? 1 : 0));
    return new Composite(input, wrong)
        .part(
            PARTS.get(0),
            degrees ? "part.latitude" : "part.north",
            input.raw(0),
            20,
            Draw.plainHints().withInputmode("decimal"))
        .part(
            PARTS.get(1),
            degrees ? "part.longitude" : "part.east",
            input.raw(1),
            20,
            Draw.plainHints().withInputmode("decimal"))
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Captioned(
        wgs84(settings)
            ? List.of("part.latitude", "part.longitude")
            : List.of("part.north", "part.east"));
  }
}
