package se.byggsten.forms.source;

import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.internal.source.RecordSource;

/** Reads a definition from a record annotated with {@code @Form}. */
public final class FormRecords {
  private FormRecords() {}

  /**
   * Reads the definition.
   *
   * @param type the record
   * @param texts its texts
   * @return the definition
   * @throws FormException {@link FormException#DEFINITION} or {@link FormException#CONSTRAINT} when
   *     the record will not do
   */
  public static FormDefinition read(Class<? extends Record> type, FormTexts texts) {
    return read(type, texts, FormCatalog.standard());
  }

  /**
   * Reads the definition with kinds of fields and constraints of one's own.
   *
   * @param type the record
   * @param texts its texts
   * @param catalog the kinds of fields, and the constraints that have short names
   * @return the definition
   * @throws FormException as {@link #read(Class, FormTexts)}
   */
  public static FormDefinition read(
      Class<? extends Record> type, FormTexts texts, FormCatalog catalog) {
    return RecordSource.read(type, texts, catalog.types(), catalog.constraints());
  }
}
