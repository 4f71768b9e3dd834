package se.byggsten.forms.lint;

import java.util.Map;
import java.util.Set;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PersonalData;

/** The purpose of inputs, which browsers and aids fill in and explain (WCAG 2.1, 1.3.5). */
final class InputPurpose {
  /** Source: HTML Living Standard, 4.10.18.7.1. */
  private static final Set<String> TOKENS =
      Set.of(
          "off",
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
          "username");

  private static final Map<String, String> USUAL =
      Map.of(
          "text", "name",
          "email", "email",
          "phone", "tel",
          "postal-code", "postal-code",
          "address", "street-address",
          "country", "country");

  private static final Map<String, Set<String>> FITTING =
      Map.of(
          "email", Set.of("off", "email", "username"),
          "phone", Set.of("off", "tel", "tel-national"),
          "postal-code", Set.of("off", "postal-code"),
          "country", Set.of("off", "country"),
          "date", Set.of("off", "bday"));

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
    String type = field.type().name();
    String given = field.autocomplete();
    String last = given.substring(given.lastIndexOf(' ') + 1);
    // The user is one; a row is about one of several.
    boolean ofTheUser = form.structure().around(field.id()).isEmpty();
    boolean personal = form.factsOf(field).personalData() != PersonalData.NONE;
    if (given.isEmpty()) {
      if (ofTheUser && personal && USUAL.containsKey(type)) {
        report.error(
            "AUTOCOMPLETE",
            field.id(),
            "A field about a person has no autocomplete token",
            "Add one, such as "
                + USUAL.get(type)
                + ", if it is about the user (WCAG 1.3.5), else off");
      }
    } else if (!TOKENS.contains(last)) {
      report.error(
          "AUTOCOMPLETE",
          field.id(),
          "There is no autocomplete token " + last,
          "Use a token of the HTML standard, such as name, email or tel");
    } else if (last.equals("street-address") && type.equals("text")) {
      report.error(
          "AUTOCOMPLETE",
          field.id(),
          "The token street-address is for several lines",
          "Use address-line1 for one line");
    } else if (!FITTING.getOrDefault(type, TOKENS).contains(last)) {
      report.error(
          "AUTOCOMPLETE",
          field.id(),
          "The token " + last + " does not go with the type " + type,
          "Use " + USUAL.getOrDefault(type, "bday") + ", or off");
    }
  }
}
