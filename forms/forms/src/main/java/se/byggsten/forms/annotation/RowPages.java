package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a record the row of a repeating group: its components are the fields of the row, in order.
 */
@Documented
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface RowPages {
  /**
   * Returns the pages of a row in order.
   *
   * @return the pages
   */
  Page[] value();
}
