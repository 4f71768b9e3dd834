package se.byggsten.forms.constraint;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The text is a telephone number that can be in use.
 *
 * <p>With the country's code or, without it, of the region given; with spaces, hyphens, parentheses
 * and extension or not. What was typed is kept. Null and blank are valid. Source: ITU-T E.164 and
 * the numbering plans of the countries, as libphonenumber holds them.
 */
@Documented
@Constraint(validatedBy = {})
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Repeatable(PhoneNumber.List.class)
public @interface PhoneNumber {
  /**
   * Returns the region whose numbers are written without country code.
   *
   * @return two letters by ISO 3166-1
   */
  String region() default "SE";

  /**
   * Returns whether it must be a number to which text messages can be sent.
   *
   * @return true for mobile numbers alone
   */
  boolean mobileOnly() default false;

  /**
   * Returns the key of the message.
   *
   * @return the key in braces
   */
  String message() default "{se.byggsten.forms.constraint.PhoneNumber.message}";

  /**
   * Returns the groups it belongs to.
   *
   * @return the groups
   */
  Class<?>[] groups() default {};

  /**
   * Returns the payload.
   *
   * @return the payload
   */
  Class<? extends Payload>[] payload() default {};

  /** Several of them on one element. */
  @Documented
  @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
  @Retention(RUNTIME)
  @interface List {
    /**
     * Returns the constraints.
     *
     * @return the constraints
     */
    PhoneNumber[] value();
  }
}
