package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One of the form's own limits for plain language. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Limit {
  /**
   * Returns which limit.
   *
   * @return its name
   */
  String name();

  /**
   * Returns the limit.
   *
   * @return the number
   */
  int value();
}
