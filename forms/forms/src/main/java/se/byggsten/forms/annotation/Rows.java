package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A component of a record as a repeating group, whose id is the name of the component.
 *
 * <p>The component is a {@code List} of a record with {@link RowPages}, which may have rows of its
 * own in turn.
 */
@Documented
@Retention(RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Rows {
  /**
   * Returns the id of the page that shows the rows, of the kind repeat.
   *
   * @return the id
   */
  String page();

  /**
   * Returns the fewest rows.
   *
   * @return 0 or more
   */
  int min() default 0;

  /**
   * Returns the most rows.
   *
   * @return 1 or more
   */
  int max();

  /**
   * Returns the name of the source of the first rows.
   *
   * @return the name, empty for none
   */
  String prefill() default "";
}
