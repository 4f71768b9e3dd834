package se.byggsten.forms.lint;

import java.util.Set;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.spi.Trait;

/** Personal data that is asked for without the facts that the law wants. */
final class DataFaults {
  /** What browsers fill in about the user, by the tokens of the HTML standard. */
  private static final Set<String> ABOUT_THE_USER =
      Set.of(
          "name",
          "given-name",
          "additional-name",
          "family-name",
          "nickname",
          "username",
          "email",
          "tel",
          "tel-national",
          "street-address",
          "address-line1",
          "address-line2",
          "address-line3",
          "address-level1",
          "address-level2",
          "address-level3",
          "postal-code",
          "sex",
          "bday",
          "bday-day",
          "bday-month",
          "bday-year");

  private final FormDefinition form;
  private final Report report;

  DataFaults(FormDefinition form, Report report) {
    this.form = form;
    this.report = report;
  }

  void check() {
    form.fields().values().stream().filter(field -> !field.has(Trait.CONTENT)).forEach(this::check);
    for (PartyDefinition party : form.parties()) {
      FieldDefinition field = form.fields().get(party.identifier());
      if (field != null
          && field.judging().stream().noneMatch(rule -> rule.name().equals("Personnummer"))) {
        report.error(
            "PARTY",
            party.id() + ".identifier",
            "Nobody can be known by the answer to " + field.id() + ", which is no personnummer",
            "Name a field of the type personnummer");
      }
    }
  }

  private void check(FieldDefinition field) {
    DataFacts facts = form.factsOf(field);
    boolean personal = facts.personalData() != PersonalData.NONE;
    String token = field.autocomplete();
    boolean aboutSomebody =
        field.type().identifiesPerson()
            || ABOUT_THE_USER.contains(token.substring(token.lastIndexOf(' ') + 1));
    if (aboutSomebody && !personal) {
      report.error(
          "PERSONAL-DATA",
          field.id(),
          "The answer is personal data, but the definition says it is not",
          "State what kind of personal data it is, such as facts: {personal-data: ordinary}");
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
