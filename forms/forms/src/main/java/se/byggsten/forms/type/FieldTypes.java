package se.byggsten.forms.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.byggsten.core.identifier.Bankgiro;
import se.byggsten.core.identifier.Fastighetsbeteckning;
import se.byggsten.core.identifier.Iban;
import se.byggsten.core.identifier.OcrNumber;
import se.byggsten.core.identifier.Plusgiro;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.type.internal.AddressType;
import se.byggsten.forms.type.internal.BankAccountType;
import se.byggsten.forms.type.internal.CalculatedType;
import se.byggsten.forms.type.internal.CheckboxesType;
import se.byggsten.forms.type.internal.ContentType;
import se.byggsten.forms.type.internal.CoordinatesType;
import se.byggsten.forms.type.internal.CountryType;
import se.byggsten.forms.type.internal.DateType;
import se.byggsten.forms.type.internal.DeclarationType;
import se.byggsten.forms.type.internal.FilesType;
import se.byggsten.forms.type.internal.LongTextType;
import se.byggsten.forms.type.internal.MonthType;
import se.byggsten.forms.type.internal.NumberType;
import se.byggsten.forms.type.internal.Numbers;
import se.byggsten.forms.type.internal.OptionType;
import se.byggsten.forms.type.internal.TextType;
import se.byggsten.forms.type.internal.TimeType;
import se.byggsten.forms.type.internal.YesNoType;

/**
 * The kinds of fields that a form may name.
 *
 * <p>A user's own kind is added with {@link #with(FieldType)} and then has the same rights as the
 * built-in. Immutable.
 */
public final class FieldTypes {
  /** One line of text; at most 200 characters unless the field says otherwise. */
  public static final FieldType TEXT =
      TextType.named("text")
          .longest(200)
          .prose()
          .autocomplete("name", token -> !token.equals("street-address"))
          .build();

  /** Lines of text; at most 4,000 characters unless the field says otherwise. */
  public static final FieldType LONG_TEXT = new LongTextType();

  /** One of a few options, all visible. */
  public static final FieldType RADIO = OptionType.radio();

  /** Any of a few options. */
  public static final FieldType CHECKBOXES = new CheckboxesType();

  /** One of many options. */
  public static final FieldType SELECT = OptionType.select("select", false);

  /** Yes or no. */
  public static final FieldType YES_NO = new YesNoType();

  /** A personnummer or samordningsnummer. */
  public static final FieldType PERSONNUMMER =
      TextType.named("personnummer")
          .constraint("Personnummer")
          .digits()
          .read(Numbers::personnummer)
          .person()
          .exampleHint("Skriv 12 siffror, till exempel 19121212-1212")
          .paper(new PaperShape.Squares(List.of(8, 4), List.of("part.birth", "part.last-four")))
          .build();

  /** An e-mail address. */
  public static final FieldType EMAIL =
      TextType.named("email")
          .constraint("EmailAddress")
          .inputType("email")
          .person()
          .autocomplete("email", Set.of("email", "username")::contains)
          .format("idn-email")
          .build();

  /** A telephone number. */
  public static final FieldType PHONE =
      TextType.named("phone")
          .constraint("PhoneNumber")
          .inputType("tel")
          .person()
          .autocomplete("tel", Set.of("tel", "tel-national")::contains)
          .read(Numbers::phone)
          .build();

  /** A Swedish postnummer. */
  public static final FieldType POSTAL_CODE =
      TextType.named("postal-code")
          .constraint("PostalCode")
          .digits()
          .read(Numbers::postalCode)
          .autocomplete("postal-code", "postal-code"::equals)
          .paper(new PaperShape.Squares(List.of(3, 2), List.of()))
          .build();

  /** An organisationsnummer, or the personnummer of a sole trader. */
  public static final FieldType ORGANISATIONSNUMMER =
      TextType.named("organisationsnummer")
          .constraint("Organisationsnummer")
          .digits()
          .characters(20)
          .read(Numbers::organisation)
          .exampleHint("Skriv 10 siffror, till exempel 212000-0142")
          .paper(new PaperShape.Squares(List.of(6, 4), List.of()))
          .build();

  /**
   * A number: a BigDecimal. Settings: {@code decimals} (0 unless said) and {@code unit}, which
   * stands after it.
   */
  public static final FieldType NUMBER = NumberType.number();

  /**
   * An amount of money: a BigDecimal. Settings: {@code decimals} (0 unless said) and {@code
   * currency} (SEK unless said), by ISO 4217.
   */
  public static final FieldType AMOUNT = NumberType.amount();

  /** A month of a year: a YearMonth. */
  public static final FieldType MONTH = new MonthType();

  /** A time of day by hour and minute: a LocalTime. */
  public static final FieldType TIME = new TimeType();

  /** One of very many options, which a script lets people search. */
  public static final FieldType AUTOCOMPLETE = OptionType.select("autocomplete", true);

  /**
   * A postal address in Sweden: a {@link PostalAddress}. Setting: {@code careOf}, to ask for c/o
   * too.
   */
  public static final FieldType ADDRESS = new AddressType();

  /** A country, kept as its two letters. */
  public static final FieldType COUNTRY = new CountryType();

  /** A bankgiro number. */
  public static final FieldType BANKGIRO =
      TextType.named("bankgiro")
          .constraint("Bankgiro")
          .digits()
          .characters(20)
          .read((text, locale) -> Bankgiro.tryParse(text).map(Bankgiro::formatted).orElse(text))
          .build();

  /** A plusgiro number. */
  public static final FieldType PLUSGIRO =
      TextType.named("plusgiro")
          .constraint("Plusgiro")
          .digits()
          .characters(20)
          .read((text, locale) -> Plusgiro.tryParse(text).map(Plusgiro::formatted).orElse(text))
          .build();

  /** An IBAN of any country. */
  public static final FieldType IBAN =
      TextType.named("iban")
          .constraint("Iban")
          .exampleHint("Till exempel SE45 5000 0000 0583 9825 7466")
          .capitals()
          .characters(30)
          .read((text, locale) -> Iban.tryParse(text).map(Iban::formatted).orElse(text))
          .build();

  /**
   * An account in a Swedish bank, asked for as clearing number and account number: a {@link
   * se.byggsten.core.identifier.BankAccount}. A doubtful number gives a warning alone.
   */
  public static final FieldType BANK_ACCOUNT = new BankAccountType();

  /** The OCR number of a bill. */
  public static final FieldType OCR =
      TextType.named("ocr")
          .constraint("OcrNumber")
          .exampleHint("Numret står på räkningen, till exempel 1234567897")
          .digits()
          .characters(30)
          .read((text, locale) -> OcrNumber.tryParse(text).map(OcrNumber::formatted).orElse(text))
          .build();

  /** The name of a property unit in the property register. */
  public static final FieldType FASTIGHETSBETECKNING =
      TextType.named("fastighetsbeteckning")
          .constraint("Fastighetsbeteckning")
          .exampleHint("Till exempel Ekgården 1:2")
          .characters(30)
          .read(
              (text, locale) ->
                  Fastighetsbeteckning.tryParse(text)
                      .map(Fastighetsbeteckning::formatted)
                      .orElse(text))
          .build();

  /**
   * A place in Sweden: {@link se.byggsten.core.identifier.Coordinates}. Setting: {@code system},
   * {@code sweref99tm} unless {@code wgs84} is said.
   */
  public static final FieldType COORDINATES = new CoordinatesType();

  /**
   * A value that is worked out from other answers. Settings: {@code format} (amount, number, text,
   * date or yes-no; number unless said), {@code decimals}, {@code unit} and {@code currency}.
   * Without {@code decimals} an amount has two when it has öre, and any other number those it has.
   */
  public static final FieldType CALCULATED = new CalculatedType();

  /** Text to read: the label is a heading and the hint the text. */
  public static final FieldType CONTENT = new ContentType();

  /** A day, asked for as day, month and year. */
  public static final FieldType DATE = new DateType();

  /** Files. */
  public static final FieldType FILES = new FilesType();

  /** A statement to agree to; an answer is true or absent. */
  public static final FieldType DECLARATION = new DeclarationType();

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final FieldTypes STANDARD =
      new FieldTypes(
          byName(
              List.of(
                  TEXT,
                  LONG_TEXT,
                  RADIO,
                  CHECKBOXES,
                  SELECT,
                  YES_NO,
                  PERSONNUMMER,
                  EMAIL,
                  PHONE,
                  POSTAL_CODE,
                  DATE,
                  FILES,
                  DECLARATION,
                  ORGANISATIONSNUMMER,
                  NUMBER,
                  AMOUNT,
                  MONTH,
                  TIME,
                  AUTOCOMPLETE,
                  ADDRESS,
                  COUNTRY,
                  BANKGIRO,
                  PLUSGIRO,
                  IBAN,
                  BANK_ACCOUNT,
                  OCR,
                  FASTIGHETSBETECKNING,
                  COORDINATES,
                  CALCULATED,
                  CONTENT)));

  private final Map<String, FieldType> types;

  private FieldTypes(Map<String, FieldType> types) {
    this.types = Collections.unmodifiableMap(types);
  }

  private static Map<String, FieldType> byName(List<FieldType> types) {
    Map<String, FieldType> byName = new TreeMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    return byName;
  }

  /**
   * Returns the built-in kinds.
   *
   * @return the constants of this class
   */
  public static FieldTypes standard() {
    return STANDARD;
  }

  /**
   * Returns this catalogue and one more kind.
   *
   * @param type the kind
   * @return the larger catalogue
   * @throws IllegalArgumentException when its name is taken or is not one
   */
  public FieldTypes with(FieldType type) {
    if (!NAME.matcher(type.name()).matches()) {
      throw new IllegalArgumentException(
          "The name of a kind of field is lower-case letters, digits and hyphens");
    }
    Map<String, FieldType> more = new TreeMap<>(types);
    if (more.put(type.name(), type) != null) {
      throw new IllegalArgumentException("There is already a kind of field " + type.name());
    }
    return new FieldTypes(more);
  }

  /**
   * Finds a kind.
   *
   * @param name its name, such as {@code postal-code}
   * @return the kind
   */
  public Optional<FieldType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /**
   * Returns all names.
   *
   * @return the names, sorted
   */
  public List<String> names() {
    return List.copyOf(types.keySet());
  }

  /**
   * Returns all kinds.
   *
   * @return the kinds, sorted by name
   */
  public List<FieldType> all() {
    return List.copyOf(new ArrayList<>(types.values()));
  }
}
