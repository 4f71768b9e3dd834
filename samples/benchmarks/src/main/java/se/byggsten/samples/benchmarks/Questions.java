package se.byggsten.samples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.source.FormYaml;

/**
 * The form that is measured: two pages with the same ten kinds of questions, once or ten times.
 *
 * <p>The names of the questions end with the number of their section; those of the second page
 * count on from {@link #SECOND}.
 */
public final class Questions {
  /** The number of the first section of the second page. */
  public static final int SECOND = 50;

  /** The questions of one section. */
  public static final int PER_SECTION = 10;

  private static final String HEAD =
      """
      form: 1
      id: matning
      version: 1
      languages: [sv]
      facts: {purpose: Mäta, legal-basis: Avtal, retention: dispose P1Y}
      pages:
      """;

  private static final String SECTION =
      """
            - {id: namn#, type: text, required: true, autocomplete: name, facts: {personal-data: ordinary}}
            - {id: pnr#, type: personnummer, required: true, facts: {personal-data: identity-number}}
            - {id: epost#, type: email, required: true, autocomplete: email, facts: {personal-data: ordinary}}
            - {id: telefon#, type: phone, autocomplete: tel, %sfacts: {personal-data: ordinary}}
            - {id: adress#, type: text, required: true, autocomplete: street-address, facts: {personal-data: ordinary}}
            - {id: postnr#, type: postal-code, %sautocomplete: postal-code, facts: {personal-data: ordinary}}
            - {id: datum#, type: date, required: true, %s}
            - {id: antal#, type: number, required: true}
            - {id: val#, type: radio, required: true, options: [a, b, c]}
            - {id: mat#, type: checkboxes, options: [x, y, z]}
      """;

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("namn#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("namn#.error.Size", "Skriv högst 200 tecken."),
          Map.entry("namn#.label", "Namn #"),
          Map.entry("namn#.hint", "Både förnamn och efternamn."),
          Map.entry("namn#.error.Required", "Skriv ditt namn."),
          Map.entry("pnr#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("pnr#.label", "Personnummer #"),
          Map.entry("pnr#.hint", "Tio eller tolv siffror."),
          Map.entry("pnr#.error.Required", "Skriv ditt personnummer."),
          Map.entry("pnr#.error.Personnummer", "Skriv personnumret med tio eller tolv siffror."),
          Map.entry("epost#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("epost#.label", "E-post #"),
          Map.entry("epost#.error.Required", "Skriv din e-postadress."),
          Map.entry("epost#.error.EmailAddress", "Skriv e-postadressen med ett @."),
          Map.entry("telefon#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("telefon#.label", "Telefon #"),
          Map.entry("telefon#.hint", "Gärna mobil."),
          Map.entry("telefon#.error.PhoneNumber", "Skriv telefonnumret med riktnummer."),
          Map.entry("adress#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("adress#.error.Size", "Skriv högst 200 tecken."),
          Map.entry("adress#.label", "Adress #"),
          Map.entry("adress#.error.Required", "Skriv din adress."),
          Map.entry("postnr#.error.PrintableText", "Skriv utan styrtecken."),
          Map.entry("postnr#.label", "Postnummer #"),
          Map.entry("postnr#.error.Required", "Skriv ditt postnummer."),
          Map.entry("postnr#.error.PostalCode", "Skriv postnumret med fem siffror."),
          Map.entry("datum#.label", "Första dag #"),
          Map.entry("datum#.hint", "Till exempel 2026 7 1."),
          Map.entry("datum#.error.Required", "Skriv första dagen."),
          Map.entry("datum#.error.Date", "Skriv dagen med siffror."),
          Map.entry("antal#.error.Digits", "Skriv antalet i hela tal."),
          Map.entry("antal#.label", "Hur många är ni? #"),
          Map.entry("antal#.error.Required", "Skriv hur många ni är."),
          Map.entry("antal#.error.Number", "Skriv antalet med siffror."),
          Map.entry("val#.label", "Vilket läger? #"),
          Map.entry("val#.error.Required", "Välj ett läger."),
          Map.entry("val#.error.Choice", "Välj ett av lägren."),
          Map.entry("val#.option.a", "Björkö"),
          Map.entry("val#.option.b", "Ekö"),
          Map.entry("val#.option.c", "Tallö"),
          Map.entry("mat#.label", "Särskild mat #"),
          Map.entry("mat#.error.Choice", "Välj bland maten."),
          Map.entry("mat#.option.x", "Utan mjölk"),
          Map.entry("mat#.option.y", "Utan gluten"),
          Map.entry("mat#.option.z", "Vegetarisk"));

  private Questions() {}

  /**
   * Returns the form.
   *
   * @param fields how many questions each page has: 10, 20 and so on
   * @param conditions whether three questions in each ten hang on conditions, all of which hold for
   *     {@link Bodies}
   * @return the definition
   */
  public static FormDefinition form(int fields, boolean conditions) {
    Map<String, String> texts =
        new TreeMap<>(
            Map.of("form.title", "Mätning", "ett.title", "Uppgifter", "tva.title", "Mer"));
    StringBuilder yaml = new StringBuilder(HEAD);
    page(yaml, texts, "ett", 0, fields / PER_SECTION, conditions);
    page(yaml, texts, "tva", SECOND, fields / PER_SECTION, conditions);
    yaml.append("  - {id: granska, kind: review}\n");
    texts.put("granska.title", "Granska");
    return FormYaml.read(
        "matning.yaml",
        yaml.toString().getBytes(StandardCharsets.UTF_8),
        FormTexts.of(Map.of("sv", texts)));
  }

  private static void page(
      StringBuilder yaml,
      Map<String, String> texts,
      String id,
      int from,
      int sections,
      boolean conditions) {
    yaml.append("  - id: ").append(id).append("\n    fields:\n");
    for (int i = from; i < from + sections; i++) {
      String number = Integer.toString(i);
      String section =
          conditions
              ? SECTION.formatted(
                  "show-if: size(mat#) > 0, ",
                  "required-if: \"adress# != ''\", ",
                  "show-if: \"antal# > 0.0 || namn# != 'Ingen'\", ")
              : SECTION.formatted("", "required: true, ", "");
      yaml.append(section.replace("#", number).replace(", }", "}"));
      TEXTS.forEach((key, text) -> texts.put(key.replace("#", number), text.replace("#", number)));
    }
  }
}
