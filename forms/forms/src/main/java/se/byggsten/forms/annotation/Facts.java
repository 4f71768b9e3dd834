package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.core.cases.PersonalData;

/** Why an answer is asked for and what becomes of it; empty texts take the form's own. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Facts {
  /**
   * Returns what the answer is used for.
   *
   * @return the purpose
   */
  String purpose() default "";

  /**
   * Returns the provision that allows it.
   *
   * @return the provision
   */
  String legalBasis() default "";

  /**
   * Returns what kind of personal data it is.
   *
   * @return the kind
   */
  PersonalData personalData() default PersonalData.NONE;

  /**
   * Returns the provision of secrecy.
   *
   * @return the provision, or empty
   */
  String secrecy() default "";

  /**
   * Returns what becomes of it.
   *
   * @return {@code preserve} or {@code dispose P2Y}
   */
  String retention() default "";

  /**
   * Returns the code in the classification scheme.
   *
   * @return the code; empty for that of the form, which has it in {@link Form#classification()}
   */
  String classification() default "";
}
