package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.forms.ValidateOn;

/** Makes a record a form definition: its components are the fields, in order. */
@Documented
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface Form {
  /**
   * Returns the id of the form.
   *
   * @return lower-case letters, digits and hyphens
   */
  String id();

  /**
   * Returns the version.
   *
   * @return from 1
   */
  int version();

  /**
   * Returns the languages, the form's own first.
   *
   * @return BCP 47 tags
   */
  String[] languages() default "sv";

  /**
   * Returns the pages in order.
   *
   * @return the pages
   */
  Page[] pages();

  /**
   * Returns the facts that hold where a field has none.
   *
   * @return the facts
   */
  Facts facts() default @Facts;

  /**
   * Returns the code in the classification scheme.
   *
   * @return the code, or empty
   */
  String classification() default "";

  /**
   * Returns how long a draft lives after it was last changed.
   *
   * @return days, from 1 to 366
   */
  int draftDays() default 7;

  /**
   * Returns how many drafts of the form a person may have at a time.
   *
   * @return from 1 to 20
   */
  int drafts() default 1;

  /**
   * Returns whether the form may be sent with deferrable answers missing or wrong.
   *
   * @return true when it may be completed later
   */
  boolean sendAnyway() default false;

  /**
   * Returns when the answers of a page must be right.
   *
   * @return on the page, or at the review
   */
  ValidateOn validateOn() default ValidateOn.PAGE;

  /**
   * Returns the form's own limits for plain language.
   *
   * @return the limits
   */
  Limit[] plainLanguage() default {};

  /**
   * Returns the facts that the service gives.
   *
   * @return the inputs
   */
  Input[] inputs() default {};

  /**
   * Returns those who have a part besides the applicant.
   *
   * @return the parties in order
   */
  Party[] parties() default {};
}
