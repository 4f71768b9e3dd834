package se.byggsten.forms.lint;

import java.util.Set;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PersonalData;
import se.byggsten.forms.spi.Trait;

/** Personal data that is asked for without the facts that the law wants. */
final class DataFaults {
  private static final Set<String> ALWAYS_PERSONAL =
      Set.of("personnummer", "email", "phone", "address");

  private final FormDefinition form;
  private final Report report;

  DataFaults(FormDefinition form, Report report) {
    this.form = form;
    this.report = report;
  }

  void check() {
    form.fields().values().stream().filter(field -> !field.has(Trait.CONTENT)).forEach(this::check);
  }

  private void check(FieldDefinition field) {
    DataFacts facts = form.factsOf(field);
    boolean personal = facts.personalData() != PersonalData.NONE;
    if (ALWAYS_PERSONAL.contains(field.type().name()) && !personal) {
      report.error(
          "PERSONAL-DATA",
          field.id(),
          "The answer is personal data, but the definition says it is not",
          "State what kind of personal data it is");
    }
    if (personal
        && (facts.purpose().isEmpty()
            || facts.legalBasis().isEmpty()
            || facts.retention().isEmpty())) {
      report.error(
          "PERSONAL-DATA",
          field.id(),
          "Personal data without purpose, legal basis or retention",
          "State all three, for the field or for the form");
    }
    if (facts.personalData() == PersonalData.SENSITIVE && facts.secrecy().isEmpty()) {
      report.warning(
          "SECRECY",
          field.id(),
          "Sensitive personal data without a provision of secrecy",
          "State the provision, such as '26 kap. 1 § OSL'");
    }
  }
}
