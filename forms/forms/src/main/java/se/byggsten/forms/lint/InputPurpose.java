package se.byggsten.forms.lint;

import java.util.List;
import java.util.stream.Collectors;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.spi.FieldType;

/** The purpose of inputs, which browsers and aids fill in and explain (WCAG 2.1, 1.3.5). */
final class InputPurpose {
  /** Source: HTML Living Standard, 4.10.18.7.1. */
  private static final List<String> TOKENS =
      List.of(
          "name",
          "honorific-prefix",
          "given-name",
          "additional-name",
          "family-name",
          "nickname",
          "organization",
          "organization-title",
          "street-address",
          "address-line1",
          "address-line2",
          "address-line3",
          "address-level1",
          "address-level2",
          "address-level3",
          "country",
          "country-name",
          "postal-code",
          "bday",
          "bday-day",
          "bday-month",
          "bday-year",
          "sex",
          "language",
          "url",
          "tel",
          "tel-national",
          "email",
          "username",
          "off");

  private final FormDefinition form;
  private final Report report;

  InputPurpose(FormDefinition form, Report report) {
    this.form = form;
    this.report = report;
  }

  void check() {
    form.fields().values().forEach(this::check);
  }

  private void check(FieldDefinition field) {
    FieldType type = field.type();
    String given = field.autocomplete();
    String last = given.substring(given.lastIndexOf(' ') + 1);
    // The user is one; a row is about one of several.
    boolean ofTheUser = form.structure().around(field.id()).isEmpty();
    boolean personal = form.factsOf(field).personalData() != PersonalData.NONE;
    if (given.isEmpty()) {
      if (ofTheUser && personal && !type.usualAutocomplete().isEmpty()) {
        report.error(
            "AUTOCOMPLETE",
            field.id(),
            "A field about a person has no autocomplete token",
            "Add one, such as "
                + type.usualAutocomplete()
                + ", if it is about the user (WCAG 1.3.5), else off");
      }
    } else if (!TOKENS.contains(last)) {
      report.error(
          "AUTOCOMPLETE",
          field.id(),
          "There is no autocomplete token " + last,
          "Use a token of the HTML standard, such as name, email or tel");
    } else if (!last.equals("off") && !type.takesAutocomplete(last)) {
      boolean lines = last.equals("street-address") && type.takesAutocomplete("address-line1");
      report.error(
          "AUTOCOMPLETE",
          field.id(),
          lines
              ? "The token street-address is for several lines"
              : "The token " + last + " does not go with the type " + type.name(),
          lines ? "Use address-line1 for one line" : "Use " + fitting(type));
    }
  }

  private static String fitting(FieldType type) {
    return TOKENS.stream()
        .filter(token -> token.equals("off") || type.takesAutocomplete(token))
        .collect(Collectors.joining(", or "));
  }
}
