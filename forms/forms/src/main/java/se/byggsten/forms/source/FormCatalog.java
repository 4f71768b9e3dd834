package se.byggsten.forms.source;

import java.lang.annotation.Annotation;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.internal.source.Keys;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;

/**
 * What a definition may name: kinds of fields and constraints, the built-in and one's own.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * FormCatalog catalog = FormCatalog.standard().with(new LicensePlate()).with(EvenNumber.class);
 * }</pre>
 */
public final class FormCatalog {
  private static final FormCatalog STANDARD =
      new FormCatalog(FieldTypes.standard(), ConstraintCatalog.standard());

  private final FieldTypes types;
  private final ConstraintCatalog constraints;

  private FormCatalog(FieldTypes types, ConstraintCatalog constraints) {
    this.types = types;
    this.constraints = constraints;
  }

  /**
   * Returns the built-in kinds of fields and constraints.
   *
   * @return the catalogue
   */
  public static FormCatalog standard() {
    return STANDARD;
  }

  /**
   * Returns the built-in kinds of fields and constraints and those of every {@link
   * FormCatalogExtension} that the thread's context class loader finds.
   *
   * @return the catalogue
   * @throws FormException {@link FormException#CATALOG} when an extension cannot be used
   */
  public static FormCatalog found() {
    FormCatalog catalog = STANDARD;
    try {
      for (FormCatalogExtension extension : ServiceLoader.load(FormCatalogExtension.class)) {
        catalog = extension.extend(catalog);
      }
    } catch (ServiceConfigurationError | IllegalArgumentException e) {
      throw new FormException(
          FormException.CATALOG, "An extension of the catalogue cannot be used: " + e.getMessage());
    }
    return catalog;
  }

  /**
   * Returns a catalogue.
   *
   * @param types the kinds of fields
   * @param constraints the constraints
   * @return the catalogue
   * @throws IllegalArgumentException when a setting of a kind is called like a key of every field
   */
  public static FormCatalog of(FieldTypes types, ConstraintCatalog constraints) {
    for (String name : types.names()) {
      types.find(name).ifPresent(FormCatalog::check);
    }
    return new FormCatalog(types, constraints);
  }

  private static void check(FieldType type) {
    for (String setting : type.settings().keySet()) {
      if (Keys.FIELD.contains(Keys.kebab(setting))) {
        throw new IllegalArgumentException(
            "Call the setting " + setting + " of " + type.name() + " something else");
      }
      if (!Keys.camel(Keys.kebab(setting)).equals(setting)) {
        throw new IllegalArgumentException(
            "Write the setting " + setting + " of " + type.name() + " in lower camel case");
      }
    }
  }

  /**
   * Returns this catalogue and one more kind of field.
   *
   * @param type the kind
   * @return the larger catalogue
   * @throws IllegalArgumentException when the name is taken, and as {@link #of}
   */
  public FormCatalog with(FieldType type) {
    check(type);
    return new FormCatalog(types.with(type), constraints);
  }

  /**
   * Returns this catalogue and one more constraint.
   *
   * @param constraint an annotation type that is a Jakarta Validation constraint
   * @return the larger catalogue
   * @throws IllegalArgumentException when it is not a constraint or the name is taken
   */
  public FormCatalog with(Class<? extends Annotation> constraint) {
    return new FormCatalog(types, constraints.with(constraint));
  }

  /**
   * Returns the kinds of fields.
   *
   * @return the kinds
   */
  public FieldTypes types() {
    return types;
  }

  /**
   * Returns the constraints.
   *
   * @return the constraints
   */
  public ConstraintCatalog constraints() {
    return constraints;
  }
}
