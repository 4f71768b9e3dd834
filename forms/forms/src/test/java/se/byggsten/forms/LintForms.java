package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.source.FormYaml;

/** A form that lint finds nothing in, and what it finds when something is changed. */
final class LintForms {
  private LintForms() {}

  static final String GOOD =
      """
      form: 1
      id: litet
      version: 1
      languages: [sv, en]
      facts: {purpose: Prova, legal-basis: Lagen, retention: preserve}
      inputs: {stangd: yes-no}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true, autocomplete: name, facts: {personal-data: ordinary}}
            - {id: val, type: radio, options: [kort, lang]}
            - {id: antal, type: number, constraints: [{decimal-min: {value: "1"}}, {decimal-max: {value: "10"}}]}
        - id: stopp
          kind: exit
          show-if: stangd == true
        - id: tva
          show-if: val == 'kort'
          fields:
            - {id: mer, type: text, constraints: [{pattern: {regexp: "a*"}}]}
            - {id: hur, type: select, show-if: antal > 2, required-if: antal > 5, options: [buss, {value: cykel, show-if: antal < 9}]}
        - id: tre
          fields:
            - {id: lang, type: yes-no}
        - id: barnen
          kind: repeat
          group:
            id: barn
            max: 4
            pages:
              - id: barnet
                fields:
                  - {id: barnets, type: text}
                  - {id: skola, type: radio, show-if: rowNumber < 3, options: [asen, berget]}
        - id: granska
          kind: review
      """;

  private static final Map<String, String> SV =
      Map.ofEntries(
          Map.entry("form.title", "En liten ansökan"),
          Map.entry("ett.title", "Om dig"),
          Map.entry("namn.label", "Ditt namn"),
          Map.entry("namn.hint", "Både förnamn och efternamn"),
          Map.entry("namn.error.Required", "Skriv ditt namn"),
          Map.entry("val.label", "Längd"),
          Map.entry("val.option.kort", "Kort"),
          Map.entry("val.option.lang", "Lång"),
          Map.entry("antal.label", "Antal barn"),
          Map.entry("stopp.title", "Stängt"),
          Map.entry("stopp.intro", "Du kan ansöka igen i vår."),
          Map.entry("tva.title", "Resan"),
          Map.entry("mer.label", "Din kod"),
          Map.entry("mer.hint", "Skriv koden i brevet, till exempel aaa"),
          Map.entry("mer.error.Pattern", "Skriv koden med små a, till exempel aaa"),
          Map.entry("hur.label", "Färdsätt"),
          Map.entry("hur.option.buss", "Buss"),
          Map.entry("hur.option.cykel", "Cykel"),
          Map.entry("hur.error.Required", "Välj färdsätt"),
          Map.entry("lang.label", "Är resan lång?"),
          Map.entry("barnen.title", "Barnen"),
          Map.entry("barn.row", "{barnets}"),
          Map.entry("barnet.title", "Barnet"),
          Map.entry("barnets.label", "Barnets namn"),
          Map.entry("skola.label", "Skola"),
          Map.entry("skola.paper", "Svara bara för de två första barnen."),
          Map.entry("skola.option.asen", "Åsen"),
          Map.entry("skola.option.berget", "Berget"),
          Map.entry("granska.title", "Granska dina svar"));

  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("form.title", "A small form"),
          Map.entry("ett.title", "About you"),
          Map.entry("namn.label", "Your name"),
          Map.entry("namn.hint", "Both first name and last name"),
          Map.entry("namn.error.Required", "Enter your name"),
          Map.entry("val.label", "Length"),
          Map.entry("val.option.kort", "Short"),
          Map.entry("val.option.lang", "Long"),
          Map.entry("antal.label", "Number of children"),
          Map.entry("stopp.title", "Closed"),
          Map.entry("stopp.intro", "You can apply again in spring."),
          Map.entry("tva.title", "The trip"),
          Map.entry("mer.label", "Your code"),
          Map.entry("mer.hint", "Look in the letter, for example aaa"),
          Map.entry("mer.error.Pattern", "Enter the code in small letters, for example aaa"),
          Map.entry("hur.label", "Way to travel"),
          Map.entry("hur.option.buss", "Bus"),
          Map.entry("hur.option.cykel", "Bicycle"),
          Map.entry("hur.error.Required", "Select a way to travel"),
          Map.entry("lang.label", "Is the trip long?"),
          Map.entry("barnen.title", "The children"),
          Map.entry("barn.row", "{barnets}"),
          Map.entry("barnet.title", "The child"),
          Map.entry("barnets.label", "Name of the child"),
          Map.entry("skola.label", "School"),
          Map.entry("skola.paper", "Answer only for the first two children."),
          Map.entry("skola.option.asen", "The Hill"),
          Map.entry("skola.option.berget", "The Mountain"),
          Map.entry("granska.title", "Check your answers"));

  /** The good form with changes: the YAML first, then texts as {@code sv:key=text}, or no text. */
  static FormDefinition changed(String yaml, String... texts) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    all.put("sv", new TreeMap<>(SV));
    all.put("en", new TreeMap<>(EN));
    for (String change : texts) {
      int colon = change.indexOf(':');
      int equals = change.indexOf('=');
      Map<String, String> of =
          all.computeIfAbsent(change.substring(0, colon), language -> new TreeMap<>());
      if (equals < 0) {
        assertThat(of.remove(change.substring(colon + 1))).isNotNull();
      } else {
        of.put(change.substring(colon + 1, equals), change.substring(equals + 1));
      }
    }
    return FormYaml.read("litet.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(all));
  }

  static List<String> lint(FormDefinition form) {
    List<String> shown = new ArrayList<>();
    for (Finding finding : FormLint.check(form)) {
      assertThat(finding.remedy()).isNotBlank();
      assertThat(finding.message()).isNotBlank();
      assertThat(finding.where().resource()).startsWith("litet");
      assertThat(finding.severity()).isNotEqualTo(Severity.INFO);
      shown.add(
          finding.code().value().replace("FORM-LINT-", "")
              + " "
              + finding.where().detail().orElse(""));
    }
    return shown;
  }

  static List<String> texts(String... changes) {
    return lint(changed(GOOD, changes));
  }

  static List<String> with(String good, String other, String... texts) {
    assertThat(GOOD).contains(good);
    return lint(changed(GOOD.replace(good, other), texts));
  }

  static List<String> pageIf(String condition) {
    return with("show-if: val == 'kort'", "show-if: \"" + condition + "\"");
  }
}
