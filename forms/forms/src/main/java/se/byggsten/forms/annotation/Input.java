package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.forms.InputType;

/** A fact that the service gives, which conditions may read and nobody can post. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Input {
  /**
   * Returns its name in conditions.
   *
   * @return a lower-case letter, then letters and digits
   */
  String name();

  /**
   * Returns its type.
   *
   * @return the type
   */
  InputType type();
}
