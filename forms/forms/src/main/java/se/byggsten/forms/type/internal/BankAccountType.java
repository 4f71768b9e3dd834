package se.byggsten.forms.type.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.core.identifier.BankAccount;
import se.byggsten.core.identifier.InvalidIdentifierException;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;

/** An account in a Swedish bank: a number that does not check gives a doubt, never an error. */
public final class BankAccountType extends BuiltIn {
  private static final List<String> PARTS = List.of("-clearing", "-account");
  private static final List<String> NAMES = List.of("clearing", "account");
  private static final Pattern CLEARING = Pattern.compile("[1-9][0-9]{3}|8[0-9]{3}-?[0-9]");

  private static final ValueType ROW =
      ValueType.rowOf(Map.of("clearing", ValueType.TEXT, "account", ValueType.TEXT));

  /** Creates the kind. */
  public BankAccountType() {
    super("bank-account", BankAccount.class, ROW, Trait.TYPED);
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public Set<String> errors() {
    return Set.of("BankAccount");
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> parts = parts(raw, 2);
    if (parts.stream().allMatch(String::isEmpty)) {
      return Bound.ABSENT;
    }
    return read(parts).map(Bound::of).orElse(Bound.wrong("BankAccount"));
  }

  private static Optional<BankAccount> read(List<String> parts) {
    try {
      return Optional.of(BankAccount.of(parts.get(0), parts.get(1)));
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return value instanceof BankAccount account
        ? List.of(account.clearing(), account.account())
        : List.of("", value.toString());
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    if (!(value instanceof BankAccount account)) {
      return List.of(value.toString());
    }
    return account
        .bank()
        .map(bank -> List.of(account.formatted(), bank))
        .orElse(List.of(account.formatted()));
  }

  @Override
  public Set<String> allDoubts() {
    return Set.of("BankAccount");
  }

  @Override
  public List<String> doubts(Object value, FieldSettings settings) {
    return value instanceof BankAccount account && account.check() == BankAccount.Check.DOUBTFUL
        ? List.of("BankAccount")
        : List.of();
  }

  @Override
  public Object expressionValue(Object value) {
    return json(value);
  }

  @Override
  public Object json(Object value) {
    if (!(value instanceof BankAccount account)) {
      return value.toString();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("clearing", account.clearing());
    json.put("account", account.account());
    return json;
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return json instanceof Map<?, ?> map ? texts(map, NAMES) : List.of("", String.valueOf(json));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "clearing",
            Map.of("type", "string", "pattern", "^[1-9][0-9]{3}$"),
            "account",
            Map.of("type", "string", "pattern", "^[0-9]{2,12}$")),
        "required",
        NAMES,
        "additionalProperties",
        false);
  }

  @Override
  public Html html(FieldInput input) {
    boolean clearing = CLEARING.matcher(input.raw(0).strip()).matches();
    return new Composite(input, Set.of(PARTS.get(clearing ? 1 : 0)))
        .part(
            PARTS.get(0),
            "part.clearing",
            input.raw(0),
            10,
            Draw.plainHints().withInputmode("numeric"))
        .part(
            PARTS.get(1),
            "part.account",
            input.raw(1),
            20,
            Draw.plainHints().withInputmode("numeric"))
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Captioned(List.of("part.clearing", "part.account"));
  }
}
