package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A row of the table by which a field is calculated; the first that holds gives the value. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Case {
  /**
   * Returns when the row holds.
   *
   * @return a condition in CEL
   */
  String when();

  /**
   * Returns the value when it does.
   *
   * @return an expression in CEL
   */
  String then();
}
