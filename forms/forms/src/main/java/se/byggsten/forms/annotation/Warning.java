package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Something to tell about an answer without stopping anybody. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Warning {
  /**
   * Returns the name of the warning; its text has the key {@code <field>.warning.<id>}.
   *
   * @return a lower-case letter, then letters and digits
   */
  String id();

  /**
   * Returns when to tell it.
   *
   * @return a condition in CEL
   */
  String when();
}
