package se.byggsten.forms.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.text.Suggestion;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.constraint.ConstraintCatalog;

/** Texts that a language lacks, and texts that nothing shows. */
final class TextFaults {
  private static final int NAMED = 5;

  private final FormDefinition form;
  private final ConstraintCatalog catalog;
  private final Report report;

  TextFaults(FormDefinition form, ConstraintCatalog catalog, Report report) {
    this.form = form;
    this.catalog = catalog;
    this.report = report;
  }

  void check() {
    TextKeys keys = TextKeys.of(form);
    new Placeholders(form, catalog, report).check();
    for (String language : form.languages()) {
      for (String key : keys.needed()) {
        if (!keys.has(language, key) && !keys.errors().containsKey(key)) {
          report.error(
              "TRANSLATION",
              key,
              "The text is missing in " + language,
              "Add the key to the texts of that language");
        }
      }
      keys.errors()
          .forEach(
              (key, library) -> {
                if (keys.lacksError(language, key, library)) {
                  report.error(
                      "ERROR-TEXT",
                      key,
                      "The error text is missing in " + language,
                      "Write an instruction that says what to do, such as 'Skriv barnets namn'");
                }
              });
      words(keys.report(language));
    }
    Set<String> needed = keys.needed();
    for (String key : keys.unused()) {
      report.warning(
          "UNUSED-TEXT",
          key,
          "Nothing shows this text",
          Suggestion.nearest(key, needed)
              .map(near -> "Did you mean " + near + "? Else take it away")
              .orElse("Correct the key or take it away"));
    }
    for (String language : form.texts().languages()) {
      if (!form.languages().contains(language)) {
        report.warning(
            "LANGUAGE",
            "languages",
            "There are texts in " + language + ", but the form is not given in it",
            "Add the language to the form, or take the texts away");
      }
    }
  }

  private void words(LanguageReport language) {
    missing(language.language(), "forms", List.copyOf(language.missingWords()));
    missing(language.language(), "the page", List.copyOf(language.missingShellWords()));
  }

  private void missing(String language, String whose, List<String> keys) {
    if (!keys.isEmpty()) {
      report.warning(
          "LANGUAGE",
          "languages." + language,
          keys.size()
              + " of the library's own words for "
              + whose
              + " are shown in Swedish, such as "
              + keys.stream().limit(NAMED).collect(Collectors.joining(", ")),
          "Put a bundle for the language on the class path");
    }
  }
}
