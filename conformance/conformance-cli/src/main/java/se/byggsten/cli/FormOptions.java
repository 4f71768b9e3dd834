package se.byggsten.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands for forms have in common. */
final class FormOptions {
  private static final List<String> LANGUAGES = List.of("sv", "en");

  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  private String language = "sv";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  boolean isJson() {
    return format == Format.JSON;
  }

  String language() {
    return language;
  }

  @Option(
      names = "--language",
      defaultValue = "sv",
      paramLabel = "TAG",
      description = {
        "The language of what is told: sv or en (default: sv). What lint finds in a definition"
            + " is told in English, and what it finds in a text in the language of the text."
      })
  void language(String tag) {
    if (!LANGUAGES.contains(tag)) {
      throw FormFiles.wrongUse(spec, "--language is " + String.join(" or ", LANGUAGES) + ".");
    }
    language = tag;
  }

  /** Words for a number of things, with a form of their own for one. */
  String counted(String key, int count) {
    return words(count == 1 ? key + ".one" : key, count);
  }

  String words(String key, Object... values) {
    return FormFiles.words(language, key, values);
  }
}
