package se.byggsten.forms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.internal.source.YamlSource;

/**
 * Reads a definition from YAML, or from JSON, which is YAML too.
 *
 * <p>An unknown key, a wrong type and an unknown version of the format are refused with line and
 * column.
 *
 * <pre>{@code
 * FormDefinition form = FormYaml.load(getClass().getClassLoader(), "forms/kolloplats");
 * }</pre>
 */
public final class FormYaml {
  private static final int LARGEST = 1_000_000;

  private FormYaml() {}

  /**
   * Reads a definition.
   *
   * @param resource the name of the file, for messages
   * @param yaml the YAML in UTF-8
   * @param texts its texts
   * @return the definition
   * @throws DataException when the YAML is not of the form's format
   * @throws FormException {@link FormException#DEFINITION} or {@link FormException#CONSTRAINT}
   */
  public static FormDefinition read(String resource, byte[] yaml, FormTexts texts) {
    return read(resource, yaml, texts, ConstraintCatalog.standard());
  }

  /**
   * Reads a definition with constraints of one's own.
   *
   * @param resource the name of the file, for messages
   * @param yaml the YAML in UTF-8
   * @param texts its texts
   * @param catalog the constraints that may be named
   * @return the definition
   * @throws DataException when the YAML is not of the form's format
   * @throws FormException {@link FormException#DEFINITION} or {@link FormException#CONSTRAINT}
   */
  public static FormDefinition read(
      String resource, byte[] yaml, FormTexts texts, ConstraintCatalog catalog) {
    DataView view = DataView.of(resource, DataReader.yaml().read(resource, yaml));
    return YamlSource.read(view, texts, catalog);
  }

  /**
   * Reads {@code <path>.yaml} and, for each of its languages, {@code <path>_<language>.properties}.
   *
   * @param loader where the resources lie
   * @param path the path without ending, such as {@code forms/kolloplats}
   * @return the definition
   * @throws DataException when the YAML is not of the form's format
   * @throws FormException {@link FormException#TEXTS} when a file is missing, and as {@link
   *     #read(String, byte[], FormTexts)}
   */
  public static FormDefinition load(ClassLoader loader, String path) {
    String resource = path + ".yaml";
    byte[] yaml = bytes(loader, resource);
    List<String> languages =
        YamlSource.languages(DataView.of(resource, DataReader.yaml().read(resource, yaml)));
    return read(resource, yaml, texts(loader, path, languages));
  }

  /**
   * Reads {@code <path>_<language>.properties} for each language.
   *
   * @param loader where the resources lie
   * @param path the path without language and ending
   * @param languages the languages
   * @return the texts
   * @throws FormException {@link FormException#TEXTS} when a file is missing or not UTF-8
   */
  public static FormTexts texts(ClassLoader loader, String path, List<String> languages) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String language : languages) {
      files.put(language, bytes(loader, path + "_" + language + ".properties"));
    }
    return FormTexts.ofProperties(files);
  }

  private static byte[] bytes(ClassLoader loader, String resource) {
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new FormException(FormException.TEXTS, "Put the file " + resource + " in its place");
      }
      return stream.readNBytes(LARGEST);
    } catch (IOException e) {
      throw new FormException(FormException.TEXTS, "The file " + resource + " cannot be read");
    }
  }
}
