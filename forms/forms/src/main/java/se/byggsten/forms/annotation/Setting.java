package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a kind of field lets a field say, such as its number of decimals. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Setting {
  /**
   * Returns the setting.
   *
   * @return its name in lower camel case
   */
  String name();

  /**
   * Returns the value.
   *
   * @return the text, the number or {@code true}; several for a list of texts
   */
  String[] value();
}
