package se.byggsten.forms.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.type.internal.CheckboxesType;
import se.byggsten.forms.type.internal.DateType;
import se.byggsten.forms.type.internal.DeclarationType;
import se.byggsten.forms.type.internal.FilesType;
import se.byggsten.forms.type.internal.LongTextType;
import se.byggsten.forms.type.internal.Numbers;
import se.byggsten.forms.type.internal.OptionType;
import se.byggsten.forms.type.internal.TextType;
import se.byggsten.forms.type.internal.YesNoType;

/**
 * The kinds of fields that a form may name.
 *
 * <p>A user's own kind is added with {@link #with(FieldType)} and then has the same rights as the
 * built-in. Immutable.
 */
public final class FieldTypes {
  /** One line of text; at most 200 characters unless the field says otherwise. */
  public static final FieldType TEXT = TextType.named("text").longest(200).prose().build();

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
          .paper(new PaperShape.Squares(List.of(8, 4), List.of("part.birth", "part.last-four")))
          .build();

  /** An e-mail address. */
  public static final FieldType EMAIL =
      TextType.named("email")
          .constraint("EmailAddress")
          .inputType("email")
          .format("idn-email")
          .build();

  /** A telephone number. */
  public static final FieldType PHONE =
      TextType.named("phone")
          .constraint("PhoneNumber")
          .inputType("tel")
          .read(Numbers::phone)
          .build();

  /** A Swedish postnummer. */
  public static final FieldType POSTAL_CODE =
      TextType.named("postal-code")
          .constraint("PostalCode")
          .digits()
          .read(Numbers::postalCode)
          .paper(new PaperShape.Squares(List.of(3, 2), List.of()))
          .build();

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
                  DECLARATION)));

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
