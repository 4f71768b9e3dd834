package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.forms.PageKind;

/** A page of an annotated form. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Page {
  /**
   * Returns the id of the page.
   *
   * @return lower-case letters, digits and hyphens
   */
  String id();

  /**
   * Returns what the page is for.
   *
   * @return the kind
   */
  PageKind kind() default PageKind.QUESTIONS;

  /**
   * Returns the condition for showing it.
   *
   * @return a condition in CEL, empty for always
   */
  String showIf() default "";

  /**
   * Returns the party that alone sees and answers it.
   *
   * @return the id of the party, empty for the applicant
   */
  String party() default "";

  /**
   * Returns the ways past later pages.
   *
   * @return the routes in order
   */
  GoTo[] routes() default {};
}
