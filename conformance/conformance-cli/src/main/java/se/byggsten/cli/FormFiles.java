package se.byggsten.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataProblem;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.fill.FormInputs;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;

/** Files of the commands for forms, and their words. */
final class FormFiles {
  private static final int MOST_INPUTS = 1_000_000;

  private FormFiles() {}

  /** Reads a definition and the texts beside it. */
  static FormDefinition form(@Nullable CommandSpec spec, Path file) {
    checked(spec, file);
    return FormYaml.load(file, FormCatalog.found());
  }

  /** Makes a definition ready to be run, with the constraints that it may name. */
  static FormRun run(FormDefinition form, Clock clock) {
    return FormRun.builder(form, clock).catalog(FormCatalog.found().constraints()).build();
  }

  static Path checked(@Nullable CommandSpec spec, Path file) {
    if (Files.isDirectory(file)) {
      throw wrongUse(spec, file + " is a folder; name a file in it.");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrongUse(spec, "The file " + file + " cannot be read; see that it exists.");
    }
    return file;
  }

  static byte[] bytes(@Nullable CommandSpec spec, Path file, int most) {
    checked(spec, file);
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(most + 1);
      if (bytes.length > most) {
        throw wrongUse(spec, "The file " + file + " is larger than " + most + " bytes.");
      }
      return bytes;
    } catch (IOException e) {
      throw wrongUse(spec, "The file " + file + " cannot be read.");
    }
  }

  /** Reads what a file holds, with the name of the file where something is wrong with it. */
  static <T> T named(Path file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException e) {
      String name = String.valueOf(file.getFileName());
      throw new DataException(
          e.problems().stream()
              .map(p -> new DataProblem(p.code(), name, p.position(), p.path(), p.message()))
              .toList());
    }
  }

  /** What the service tells the form; nothing when no file is named. */
  static Map<String, Object> inputs(
      @Nullable CommandSpec spec, FormDefinition form, @Nullable Path file) {
    if (file == null) {
      return Map.of();
    }
    byte[] json = bytes(spec, file, MOST_INPUTS);
    return named(file, () -> FormInputs.read(form, json));
  }

  /** Writes a file below a folder, which is made if need be. */
  static Path write(@Nullable CommandSpec spec, Path folder, String name, byte[] content) {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw wrongUse(spec, "A file would be written outside " + folder + ".");
    }
    try {
      Path parent = target.getParent();
      Files.createDirectories(parent == null ? folder : parent);
      return Files.write(target, content);
    } catch (IOException e) {
      throw wrongUse(spec, "The folder " + folder + " cannot be written to.");
    }
  }

  /** Chooses the language to write, or all that the form has. */
  static List<String> languages(
      @Nullable CommandSpec spec, FormDefinition form, @Nullable String wanted) {
    if (wanted == null) {
      return form.languages();
    }
    if (!form.languages().contains(wanted)) {
      throw wrongUse(spec, "The form is in " + String.join(", ", form.languages()) + ".");
    }
    return List.of(wanted);
  }

  static CommandLine.ParameterException wrongUse(@Nullable CommandSpec spec, String message) {
    CommandLine line = spec == null ? new CommandLine(new Object()) : spec.commandLine();
    return new CommandLine.ParameterException(line, message);
  }

  /** The words of the commands: Swedish, else English. */
  static String words(String language, String key, Object... values) {
    Locale locale = Locale.forLanguageTag(language.startsWith("sv") ? "sv" : "en");
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "se.byggsten.cli.form",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return bundle.getString(key).formatted(values);
  }
}
