package se.byggsten.forms.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.internal.source.DefinitionOutput;
import se.byggsten.forms.internal.source.YamlOutput;
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
  /** Groups may be nested sixteen deep, at three levels of data each. */
  private static final DataLimits LIMITS = new DataLimits(1_048_576, 100, 200_000);

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

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
    return read(resource, yaml, texts, FormCatalog.standard());
  }

  /**
   * Reads a definition with kinds of fields and constraints of one's own.
   *
   * @param resource the name of the file, for messages
   * @param yaml the YAML in UTF-8
   * @param texts its texts
   * @param catalog what may be named
   * @return the definition
   * @throws DataException when the YAML is not of the form's format
   * @throws FormException {@link FormException#DEFINITION} or {@link FormException#CONSTRAINT}
   */
  public static FormDefinition read(
      String resource, byte[] yaml, FormTexts texts, FormCatalog catalog) {
    return YamlSource.read(view(resource, yaml), texts, catalog.types(), catalog.constraints());
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
    return load(loader, path, FormCatalog.standard());
  }

  /**
   * Reads as {@link #load(ClassLoader, String)}, with kinds of fields and constraints of one's own.
   *
   * @param loader where the resources lie
   * @param path the path without ending
   * @param catalog what may be named
   * @return the definition
   * @throws DataException when the YAML is not of the form's format
   * @throws FormException as {@link #load(ClassLoader, String)}
   */
  public static FormDefinition load(ClassLoader loader, String path, FormCatalog catalog) {
    String resource = path + ".yaml";
    byte[] yaml = bytes(loader, resource);
    List<String> languages = YamlSource.languages(view(resource, yaml));
    return read(resource, yaml, texts(loader, path, languages), catalog);
  }

  /**
   * Reads a file and, for each of its languages, the file with its texts beside it: of {@code
   * kolloplats.yaml} in Swedish it is {@code kolloplats_sv.properties}.
   *
   * @param file the YAML
   * @param catalog what may be named
   * @return the definition
   * @throws DataException when the YAML cannot be read or is not of the form's format
   * @throws FormException as {@link #load(ClassLoader, String)}
   */
  public static FormDefinition load(Path file, FormCatalog catalog) {
    String name = String.valueOf(file.getFileName());
    byte[] yaml = bytes(file);
    String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    Map<String, byte[]> texts = new LinkedHashMap<>();
    for (String language : YamlSource.languages(view(name, yaml))) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw new FormException(
            FormException.DEFINITION, "Name the form's languages as BCP 47 tags, such as sv");
      }
      texts.put(language, bytes(file.resolveSibling(stem + "_" + language + ".properties")));
    }
    return read(name, yaml, FormTexts.ofProperties(texts), catalog);
  }

  private static byte[] bytes(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LIMITS.bytes() + 1);
      if (bytes.length > LIMITS.bytes()) {
        throw new FormException(
            FormException.TEXTS, "Make the file " + file.getFileName() + " smaller than 1 MB");
      }
      return bytes;
    } catch (IOException e) {
      throw new FormException(
          FormException.TEXTS, "Put the file " + file.getFileName() + " beside the form's YAML");
    }
  }

  private static DataView view(String resource, byte[] yaml) {
    return DataView.of(resource, DataReader.yaml().within(LIMITS).read(resource, yaml));
  }

  /**
   * Writes a definition as YAML; its texts lie in files of their own.
   *
   * @param form the definition
   * @return YAML that reads back to an equal definition, given the same texts and catalogue
   * @throws FormException {@link FormException#CONSTRAINT} when it names a constraint that is in no
   *     catalogue
   */
  public static String write(FormDefinition form) {
    return YamlOutput.write(DefinitionOutput.of(form));
  }

  /**
   * Writes a definition as JSON, with the same keys as the YAML.
   *
   * @param form the definition
   * @return JSON that reads back to an equal definition, given the same texts and catalogue
   * @throws FormException as {@link #write}
   */
  public static String writeJson(FormDefinition form) {
    return JsonWriter.pretty().write(DefinitionOutput.of(form));
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
        throw new FormException(
            FormException.TEXTS, "Put the file " + resource + " on the class path");
      }
      return stream.readNBytes(LIMITS.bytes() + 1);
    } catch (IOException e) {
      throw new FormException(FormException.TEXTS, "The file " + resource + " cannot be read");
    }
  }
}
