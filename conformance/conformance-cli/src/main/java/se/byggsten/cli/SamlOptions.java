package se.byggsten.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands for SAML have in common. */
final class SamlOptions {
  private static final List<String> LANGUAGES = List.of("sv", "en");

  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  private String language = "sv";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = {"--lang", "--language"},
      defaultValue = "sv",
      paramLabel = "TAG",
      description = "The language of results: sv or en (default: sv). Errors are in English.")
  void language(String tag) {
    if (!LANGUAGES.contains(tag)) {
      throw FormFiles.wrongUse(spec, "--lang is " + String.join(" or ", LANGUAGES) + ".");
    }
    language = tag;
  }

  boolean isJson() {
    return format == Format.JSON;
  }

  String language() {
    return language;
  }

  /** Words for a number of things, with a form of their own for one. */
  String counted(String key, long count) {
    return words(count == 1 ? key + ".one" : key, count);
  }

  String words(String key, Object... values) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "se.byggsten.cli.saml",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return String.format(Locale.ROOT, bundle.getString(key), values);
  }
}
