package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A way from a page to a later page, past those between. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface GoTo {
  /**
   * Returns where it leads.
   *
   * @return the id of a later page of the same list
   */
  String value();

  /**
   * Returns when it is taken.
   *
   * @return a condition in CEL, empty for always
   */
  String when() default "";
}
