package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.ScanState;
import se.byggsten.forms.constraint.Attachments;

/** Judges {@link Attachments}. */
public final class AttachmentsValidator
    implements ConstraintValidator<Attachments, java.util.Collection<?>> {
  private int max;
  private long maxBytes;
  private long maxTotalBytes;
  private Set<String> types = Set.of();

  @Override
  public void initialize(Attachments constraint) {
    max = constraint.max();
    maxBytes = constraint.maxBytes();
    maxTotalBytes = constraint.maxTotalBytes();
    types = Set.of(constraint.types());
  }

  @Override
  public boolean isValid(@Nullable Collection<?> value, ConstraintValidatorContext context) {
    return value == null
        || (value.size() <= max
            && value.stream().allMatch(this::good)
            && value.stream().mapToLong(AttachmentsValidator::size).sum() <= maxTotalBytes);
  }

  private static long size(@Nullable Object item) {
    return item instanceof AttachmentRef file ? file.size() : 0;
  }

  private boolean good(@Nullable Object item) {
    return item instanceof AttachmentRef file
        && file.size() <= maxBytes
        && types.contains(file.mediaType())
        && file.scan() != ScanState.INFECTED;
  }
}
