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
 * The files are few enough, small enough and of the right kinds.
 *
 * <p>Null is valid. What the bytes really are is judged when they arrive, by {@link
 * se.byggsten.forms.spi.ContentDetector}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Repeatable(Attachments.List.class)
public @interface Attachments {
  /**
   * Returns how many files there may be.
   *
   * @return the greatest number
   */
  int max() default 5;

  /**
   * Returns how large a file may be.
   *
   * @return the greatest size in bytes
   */
  long maxBytes() default 10_000_000;

  /**
   * Returns how large all files of the answer may be together.
   *
   * @return the greatest sum of sizes in bytes
   */
  long maxTotalBytes() default 25_000_000;

  /**
   * Tells whether a file is taken when the virus scanner does not answer.
   *
   * <p>It then is {@link se.byggsten.forms.ScanState#PENDING} and must be scanned before a case
   * handler may see it. Unless set, the citizen is asked to try again.
   *
   * @return true when files that were not scanned yet are taken
   */
  boolean acceptUnscanned() default false;

  /**
   * Returns the media types that may come.
   *
   * @return media types
   */
  String[] types() default {"application/pdf", "image/jpeg", "image/png"};

  /**
   * Returns the key of the message.
   *
   * @return the key in braces
   */
  String message() default "{se.byggsten.forms.constraint.Attachments.message}";

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
    Attachments[] value();
  }
}
