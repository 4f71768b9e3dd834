package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Where the first value of a field comes from. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Prefill {
  /**
   * Returns the name of the source.
   *
   * @return the name; empty for no source
   */
  String source() default "";

  /**
   * Returns whether the citizen may not change it.
   *
   * @return true when locked
   */
  boolean locked() default false;
}
