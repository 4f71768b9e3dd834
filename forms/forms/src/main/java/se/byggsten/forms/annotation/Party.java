package se.byggsten.forms.annotation;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import se.byggsten.forms.PartyDefinition;

/** Somebody besides the applicant who has a part in the application. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Party {
  /**
   * Returns the id.
   *
   * @return a lower-case letter, then letters and digits
   */
  String id();

  /**
   * Returns the component that holds the person's personnummer.
   *
   * @return the id of a field outside every group
   */
  String identifier();

  /**
   * Returns when there is such a person.
   *
   * @return a condition in CEL, empty for always
   */
  String showIf() default "";

  /**
   * Returns what the person does.
   *
   * @return the task
   */
  PartyDefinition.Task task() default PartyDefinition.Task.APPROVE;
}
