package se.byggsten.forms.type.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.identifier.Postnummer;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.PostalAddress;
import se.byggsten.web.Html;
import se.byggsten.web.component.InputHints;

/** A postal address in Sweden, with a line for c/o where the field asks for it. */
public final class AddressType extends BuiltIn {
  private static final int LONGEST = 100;
  private static final List<String> NAMES = List.of("street", "careOf", "postalCode", "city");
  private static final List<String> PARTS = List.of("-street", "-care-of", "-postal-code", "-city");

  private static final ValueType ROW =
      ValueType.rowOf(
          Map.of(
              "street", ValueType.TEXT,
              "careOf", ValueType.TEXT,
              "postalCode", ValueType.TEXT,
              "city", ValueType.TEXT));

  /** Creates the kind. */
  public AddressType() {
    super("address", PostalAddress.class, ROW, Trait.TYPED);
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public Map<String, SettingKind> settings() {
    return Map.of("careOf", SettingKind.FLAG);
  }

  @Override
  public Set<String> errors() {
    return Set.of(
        "AddressStreet", "AddressPostalCode", "AddressCity", "AddressLong", "PrintableText");
  }

  @Override
  public boolean identifiesPerson() {
    return true;
  }

  @Override
  public String usualAutocomplete() {
    return "street-address";
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> parts = parts(raw, PARTS.size());
    if (parts.stream().allMatch(String::isEmpty)) {
      return Bound.ABSENT;
    }
    return wrong(parts)
        .map(fault -> Bound.wrong(fault.error()))
        .orElseGet(
            () ->
                Bound.of(
                    new PostalAddress(parts.get(0), parts.get(1), parts.get(2), parts.get(3))));
  }

  private record Fault(String ending, String error) {}

  private static Optional<Fault> wrong(List<String> parts) {
    for (int part = 0; part < PARTS.size(); part++) {
      String text = parts.get(part);
      if (text.length() > LONGEST || text.indexOf('\n') >= 0) {
        return Optional.of(new Fault(PARTS.get(part), "AddressLong"));
      }
      if (!printable(text)) {
        return Optional.of(new Fault(PARTS.get(part), "PrintableText"));
      }
    }
    if (parts.get(0).isEmpty()) {
      return Optional.of(new Fault(PARTS.get(0), "AddressStreet"));
    }
    if (Postnummer.tryParse(parts.get(2)).isEmpty()) {
      return Optional.of(new Fault(PARTS.get(2), "AddressPostalCode"));
    }
    return parts.get(3).isEmpty()
        ? Optional.of(new Fault(PARTS.get(3), "AddressCity"))
        : Optional.empty();
  }

  /** What XML 1.0 can hold, so that the answer can be printed and archived. */
  private static boolean printable(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\t'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return value instanceof PostalAddress address
        ? List.of(address.street(), address.careOf(), address.postalCode(), address.city())
        : List.of(value.toString(), "", "", "");
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    if (!(value instanceof PostalAddress address)) {
      return List.of(value.toString());
    }
    List<String> lines = new ArrayList<>();
    if (!address.careOf().isEmpty()) {
      boolean marked = address.careOf().regionMatches(true, 0, "c/o", 0, 3);
      lines.add(marked ? address.careOf() : "c/o " + address.careOf());
    }
    lines.add(address.street());
    lines.add(Numbers.postalCode(address.postalCode(), reading.locale()) + " " + address.city());
    return lines;
  }

  @Override
  public Object expressionValue(Object value) {
    return json(value);
  }

  @Override
  public Object json(Object value) {
    if (!(value instanceof PostalAddress address)) {
      return value.toString();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("street", address.street());
    json.put("careOf", address.careOf());
    json.put("postalCode", address.postalCode());
    json.put("city", address.city());
    return json;
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return json instanceof Map<?, ?> map
        ? texts(map, NAMES)
        : List.of(String.valueOf(json), "", "", "");
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    Map<String, Object> text = Map.of("type", "string", "maxLength", LONGEST);
    Map<String, Object> properties = new LinkedHashMap<>();
    NAMES.forEach(name -> properties.put(name, text));
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of("street", "postalCode", "city"),
        "additionalProperties",
        false);
  }

  @Override
  public Html html(FieldInput input) {
    List<String> parts = parts(input.raw(), PARTS.size());
    Composite group =
        new Composite(input, wrong(parts).map(Fault::ending).map(Set::of).orElse(Set.of()));
    if (input.settings().flag("careOf") || !parts.get(1).isEmpty()) {
      group.part(PARTS.get(1), "part.care-of", input.raw(1), 0, hints(input, "address-line2"));
    }
    return group
        .part(PARTS.get(0), "part.street", input.raw(0), 0, hints(input, "address-line1"))
        .part(
            PARTS.get(2),
            "part.postal-code",
            input.raw(2),
            10,
            hints(input, "postal-code").withInputmode("numeric"))
        .part(PARTS.get(3), "part.city", input.raw(3), 20, hints(input, "address-level2"))
        .toHtml();
  }

  /** The token of the field is for the whole address: its last word becomes that of the part. */
  private static InputHints hints(FieldInput input, String token) {
    String whole = input.autocomplete();
    if (whole.isEmpty() || whole.equals("off")) {
      return Draw.hints(input);
    }
    int last = whole.lastIndexOf(' ') + 1;
    return InputHints.NONE.withAutocomplete(whole.substring(0, last) + token);
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    List<String> captions = new ArrayList<>();
    if (settings.flag("careOf")) {
      captions.add("part.care-of");
    }
    captions.addAll(List.of("part.street", "part.postal-code", "part.city"));
    return new PaperShape.Captioned(captions);
  }
}
