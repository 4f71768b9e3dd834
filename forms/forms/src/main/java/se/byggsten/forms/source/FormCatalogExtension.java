package se.byggsten.forms.source;

/**
 * One's own kinds of fields and constraints, for programs that read any definition, such as {@code
 * ./byggsten form}.
 *
 * <p>Found with {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/se.byggsten.forms.source.FormCatalogExtension}, and give it a constructor
 * without parameters.
 *
 * @see FormCatalog#found()
 */
public interface FormCatalogExtension {
  /**
   * Adds to a catalogue.
   *
   * @param catalog the built-in kinds and constraints, and those of other extensions
   * @return the larger catalogue
   */
  FormCatalog extend(FormCatalog catalog);
}
