package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One of the form's own settings for plain language. */
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
   * @return the number; not read when there are texts
   */
  int value() default 0;

  /**
   * Returns the rules that are put off or the words that are accepted.
   *
   * @return the texts; empty for a number
   */
  String[] texts() default {};

  /**
   * Returns the language that it holds for.
   *
   * @return the primary language subtag, such as {@code en}; empty for every language
   */
  String language() default "";
}
