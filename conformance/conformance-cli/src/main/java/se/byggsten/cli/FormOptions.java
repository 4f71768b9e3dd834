package se.byggsten.cli;

import picocli.CommandLine.Option;

/** What the commands for forms have in common. */
final class FormOptions {
  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--language",
      defaultValue = "sv",
      paramLabel = "TAG",
      description = "The language of what is told: sv or en (default: sv).")
  private String language = "sv";

  boolean isJson() {
    return format == Format.JSON;
  }

  String language() {
    return language;
  }

  String words(String key, Object... values) {
    return FormFiles.words(language, key, values);
  }
}
