package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** What a constraint may ask of the form that is running. */
public interface AnswerContext {
  /**
   * Tells whether a condition holds over all answers.
   *
   * @param condition the condition in CEL
   * @return true when it holds; one that cannot be evaluated, as with a division by zero, holds
   *     only while an answer that it reads is missing
   */
  boolean holds(String condition);

  /**
   * Returns the values that a choice offers.
   *
   * @param field the id of the field
   * @return the values
   */
  Set<String> offered(String field);

  /**
   * Returns the context of the running form.
   *
   * @param context given by the validator
   * @return the context
   * @throws ConstraintDeclarationException when no form is running
   */
  static AnswerContext of(ConstraintValidatorContext context) {
    AnswerContext answers =
        context
            .unwrap(HibernateConstraintValidatorContext.class)
            .getConstraintValidatorPayload(AnswerContext.class);
    if (answers == null) {
      throw new ConstraintDeclarationException(
          "@Rule and @Choice have meaning only while a form runs; validate through FormRun");
    }
    return answers;
  }
}
