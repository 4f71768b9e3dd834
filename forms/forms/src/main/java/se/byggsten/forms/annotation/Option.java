package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One option of a choice. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Option {
  /**
   * Returns what is stored when it is chosen.
   *
   * @return letters, digits and hyphens
   */
  String value();

  /**
   * Returns the condition for offering it.
   *
   * @return a condition in CEL, empty for always
   */
  String showIf() default "";
}
