package se.byggsten.forms.constraint;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A condition over the answers holds.
 *
 * <p>The condition is written in CEL and may read every field of the form; see {@link
 * se.byggsten.expression.ExpressionCompiler}. It has meaning only while a form runs. Null is valid:
 * an absent answer breaks no rule.
 *
 * <p>A condition that cannot be evaluated, as with a division by zero, breaks the rule when all
 * that it reads is answered, for then nothing will ever tell that it is kept; the same goes for a
 * rule that reads a calculation that failed. As long as an answer that it reads is missing or
 * hidden, the rule says nothing: whether that answer must be given is for the answer's own field to
 * say.
 */
@Documented
@Constraint(validatedBy = {})
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Repeatable(Rule.List.class)
public @interface Rule {
  /**
   * Returns the name of the rule; its error text has the key {@code <field>.error.<id>}.
   *
   * @return a lower-case letter, then letters and digits
   */
  String id();

  /**
   * Returns what must hold.
   *
   * @return a condition in CEL
   */
  String holds();

  /**
   * Returns the key of the message.
   *
   * @return the key in braces
   */
  String message() default "{se.byggsten.forms.constraint.Rule.message}";

  /**
   * Returns the groups it belongs to.
   *
   * @return the groups
   */
  Class<?>[] groups() default {};

  /**
   * Returns the payload.
   *
   * @return the payload
   */
  Class<? extends Payload>[] payload() default {};

  /** Several of them on one element. */
  @Documented
  @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
  @Retention(RUNTIME)
  @interface List {
    /**
     * Returns the constraints.
     *
     * @return the constraints
     */
    Rule[] value();
  }
}
