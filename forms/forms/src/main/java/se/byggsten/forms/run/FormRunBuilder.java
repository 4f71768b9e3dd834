package se.byggsten.forms.run;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.spi.AttachmentScanner;

/** Gathers the parts of a {@link FormRun}. */
public final class FormRunBuilder {
  final FormDefinition form;
  final Clock clock;
  @Nullable Class<? extends Record> record;
  ConstraintCatalog catalog = ConstraintCatalog.standard();
  AttachmentChecks attachments = AttachmentChecks.withoutScanner();

  FormRunBuilder(FormDefinition form, Clock clock) {
    this.form = form;
    this.clock = clock;
  }

  /**
   * Sets the record whose own annotations judge the answers.
   *
   * @param value the record that the definition was read from
   * @return this builder
   */
  public FormRunBuilder record(Class<? extends Record> value) {
    record = value;
    return this;
  }

  /**
   * Sets the constraints that have short names.
   *
   * @param value the catalogue
   * @return this builder
   */
  public FormRunBuilder catalog(ConstraintCatalog value) {
    catalog = value;
    return this;
  }

  /**
   * Sets the scanner of attachments; unless set, only the EICAR test string is refused.
   *
   * @param value the scanner
   * @return this builder
   */
  public FormRunBuilder scanner(AttachmentScanner value) {
    attachments = attachments.with(value);
    return this;
  }

  /**
   * Sets all that attachments go through, the scanner among it; unless set, only PDF, PNG and JPEG
   * are known.
   *
   * @param value the checks
   * @return this builder
   */
  public FormRunBuilder attachments(AttachmentChecks value) {
    attachments = value;
    return this;
  }

  /**
   * Builds the run.
   *
   * @return the run
   * @throws FormException {@link FormException#CONDITION} or {@link FormException#CONSTRAINT}
   */
  public FormRun build() {
    return new FormRun(this);
  }
}
