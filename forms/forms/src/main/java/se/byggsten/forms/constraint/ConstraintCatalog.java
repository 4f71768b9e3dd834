package se.byggsten.forms.constraint;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The constraints that a form may name, by simple name.
 *
 * <p>A user's own constraint is added with {@link #with(Class)} and then has the same rights as the
 * built-in.
 */
public final class ConstraintCatalog {
  private static final ConstraintCatalog STANDARD =
      new ConstraintCatalog(
          byName(
              List.of(
                  jakarta.validation.constraints.Size.class,
                  jakarta.validation.constraints.Pattern.class,
                  jakarta.validation.constraints.Past.class,
                  jakarta.validation.constraints.PastOrPresent.class,
                  jakarta.validation.constraints.Future.class,
                  jakarta.validation.constraints.FutureOrPresent.class,
                  jakarta.validation.constraints.DecimalMin.class,
                  jakarta.validation.constraints.DecimalMax.class,
                  jakarta.validation.constraints.Digits.class,
                  Personnummer.class,
                  Organisationsnummer.class,
                  PostalCode.class,
                  CountryCode.class,
                  PhoneNumber.class,
                  EmailAddress.class,
                  Bankgiro.class,
                  Plusgiro.class,
                  OcrNumber.class,
                  Iban.class,
                  BankAccount.class,
                  Fastighetsbeteckning.class,
                  Coordinates.class,
                  Month.class,
                  Time.class,
                  Attachments.class,
                  Rule.class)));

  private final Map<String, Class<? extends Annotation>> types;

  private ConstraintCatalog(Map<String, Class<? extends Annotation>> types) {
    this.types = types;
  }

  private static Map<String, Class<? extends Annotation>> byName(
      List<Class<? extends Annotation>> types) {
    Map<String, Class<? extends Annotation>> byName = new TreeMap<>();
    types.forEach(type -> byName.put(type.getSimpleName(), type));
    return byName;
  }

  /**
   * Returns the built-in constraints.
   *
   * @return Size, Pattern, Past, PastOrPresent, Future, FutureOrPresent, DecimalMin, DecimalMax,
   *     Digits and those of this package
   */
  public static ConstraintCatalog standard() {
    return STANDARD;
  }

  /**
   * Returns this catalogue and one more constraint.
   *
   * @param type an annotation type that is a Jakarta Validation constraint
   * @return the larger catalogue
   * @throws IllegalArgumentException when it is not a constraint or the name is taken
   */
  public ConstraintCatalog with(Class<? extends Annotation> type) {
    if (!type.isAnnotationPresent(Constraint.class)) {
      throw new IllegalArgumentException(type.getName() + " is not a constraint");
    }
    Map<String, Class<? extends Annotation>> more = new TreeMap<>(types);
    if (more.put(type.getSimpleName(), type) != null) {
      throw new IllegalArgumentException("There is already a constraint " + type.getSimpleName());
    }
    return new ConstraintCatalog(more);
  }

  /**
   * Finds a constraint.
   *
   * @param name its simple name
   * @return the annotation type
   */
  public Optional<Class<? extends Annotation>> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /**
   * Returns all names.
   *
   * @return simple names, sorted
   */
  public Collection<String> names() {
    return List.copyOf(types.keySet());
  }
}
