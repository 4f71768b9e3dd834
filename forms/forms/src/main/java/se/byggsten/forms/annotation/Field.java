package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.forms.FieldWidth;

/**
 * A component of a record as a field of the form.
 *
 * <p>Its constraints are the Jakarta Validation annotations on the component; {@code @NotNull},
 * {@code @NotBlank}, {@code @NotEmpty} and {@code @Required} make it required. Without a type, one
 * is chosen from the constraints and the Java type.
 */
@Documented
@Retention(RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Field {
  /**
   * Returns the id of the page it stands on.
   *
   * @return the id
   */
  String page();

  /**
   * Returns the kind of field.
   *
   * @return its name, such as {@code long-text}; empty to let it be chosen
   */
  String type() default "";

  /**
   * Returns the condition for showing it.
   *
   * @return a condition in CEL, empty for always
   */
  String showIf() default "";

  /**
   * Returns the condition for requiring it.
   *
   * @return a condition in CEL, empty for never
   */
  String requiredIf() default "";

  /**
   * Returns whether the form may be sent without a right answer.
   *
   * @return true when it may be completed later
   */
  boolean deferrable() default false;

  /**
   * Returns how it is calculated, or with {@link #cases} its value when none of them holds.
   *
   * @return an expression in CEL, empty for a field that is answered
   */
  String value() default "";

  /**
   * Returns the table by which it is calculated.
   *
   * @return the rows, which are tried from the top
   */
  Case[] cases() default {};

  /**
   * Returns what to tell about an answer without stopping anybody.
   *
   * @return the warnings in order
   */
  Warning[] warnings() default {};

  /**
   * Returns what the kind of field lets it say.
   *
   * @return the settings
   */
  Setting[] settings() default {};

  /**
   * Returns the options of a choice.
   *
   * @return the options in order
   */
  Option[] options() default {};

  /**
   * Returns the autocomplete token.
   *
   * @return the token, or empty
   */
  String autocomplete() default "";

  /**
   * Returns where the first value comes from.
   *
   * @return the source
   */
  Prefill prefill() default @Prefill;

  /**
   * Returns how wide it is drawn.
   *
   * @return the width
   */
  FieldWidth width() default FieldWidth.FULL;

  /**
   * Returns why it is asked for.
   *
   * @return the facts
   */
  Facts facts() default @Facts;
}
