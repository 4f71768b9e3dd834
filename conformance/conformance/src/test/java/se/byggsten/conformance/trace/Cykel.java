package se.byggsten.conformance.trace;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.source.FormYaml;

/**
 * A form with a condition, rows, a prefilled answer, a warning, a file and facts; and its trace.
 */
final class Cykel {
  static final String YAML =
      """
      form: 1
      id: cykel
      version: 3
      languages: [sv]
      classification: "3.7.2"
      facts: {purpose: Dela ut platser, legal-basis: GDPR artikel 6.1 e, retention: dispose P2Y}
      inputs: {platser: number}
      send-anyway: true
      pages:
        - id: du
          fields:
            - {id: namn, type: text, required: true, autocomplete: name, prefill: {source: login.name, locked: true}, facts: {personal-data: ordinary, secrecy: 21 kap. 1 § OSL}}
            - {id: epost, type: email, required: true, deferrable: true, autocomplete: email, facts: {personal-data: ordinary}}
            - id: farg
              type: radio
              required: true
              options:
                - rod
                - {value: bla, show-if: platser > 3.0}
              warnings:
                - {id: syns, if: farg == 'rod'}
            - {id: nyans, type: text, required: true, show-if: farg == 'rod'}
        - id: cyklar
          kind: repeat
          group:
            id: cykel
            min: 1
            max: 3
            pages:
              - id: en-cykel
                fields:
                  - {id: ram, type: text, required: true, constraints: [{size: {max: 10}}]}
        - id: kvitto
          kind: upload
          fields:
            - id: kvitton
              type: files
              constraints: [{attachments: {max: 2, max-bytes: 1000}}]
        - {id: granska, kind: review}
      """;

  static final String TEXTS =
      """
      form.title=Cykelparkering
      du.title=Om dig
      namn.label=Vad heter du?
      epost.label=Din e-postadress
      epost.hint=Vi skriver dit.
      farg.label=Vilken färg?
      farg.option.rod=Röd
      farg.option.bla=Blå
      farg.warning.syns=Röda cyklar stjäls oftare.
      nyans.label=Vilken nyans?
      cyklar.title=Dina cyklar
      cykel.one=en cykel
      cykel.row=Cykel {number}
      cykel.none=Ingen cykel.
      en-cykel.title=En cykel
      ram.label=Vilket nummer har ramen?
      ram.error.Required=Skriv numret på ramen
      kvitto.title=Kvitto
      kvitton.label=Kvitto på cykeln
      granska.title=Stämmer det?
      """;

  static final String TRACE =
      """
      # Öppnar, svarar fel, svarar rätt.
      trace: 1
      form: {id: cykel, version: 3}
      at: "2026-05-04T08:00:00Z"
      language: sv
      inputs: {platser: 2}
      known: {login.name: {value: Åsa Ek, source: e-legitimationen}}
      steps:
        - {page: du}
        - {page: du, post: {epost: asa}}
        - {page: du, post: {epost: asa@eksta.example, farg: rod, nyans: mörk}}
        - {page: du}
        - {page: en-cykel/1, post: {ram: ""}}
        - {page: en-cykel/1, post: {ram: WX12}}
        - {page: cyklar, post: {_action: add}}
        - {page: en-cykel/2, post: {ram: WX13}}
        - {page: cyklar, post: {_action: remove, _row: "1"}}
        - {about: I ett annat fönster, page: en-cykel/1, post: {ram: WX14}}
        - {page: cyklar, post: {}}
        - {page: du, inputs: {platser: 5}, post: {epost: "", farg: bla, nyans: mörk, _action: later}}
        - {page: du}
        - page: kvitto
          post: {_action: upload}
          files:
            - {field: kvitton, name: ett.pdf, type: application/pdf, size: 500}
            - {field: kvitton, name: tva.pdf, base64: JVBERi0xLjcK}
            - {field: kvitton, name: tre.pdf, type: application/pdf, size: 2000}
        - {page: kvitto, remove: {field: kvitton, number: 1}}
        - {page: kvitto, post: {}}
        - {page: granska, post: {pris: "0"}}
        - {page: granska, at: "2026-05-04T09:00:00Z", post: {}}
      """;

  private Cykel() {}

  static FormDefinition form() {
    return form(YAML, TEXTS);
  }

  static FormDefinition form(String yaml, String texts) {
    return FormYaml.read(
        "cykel.yaml",
        yaml.getBytes(StandardCharsets.UTF_8),
        FormTexts.ofProperties(Map.of("sv", texts.getBytes(StandardCharsets.UTF_8))));
  }

  static Trace trace(String yaml) {
    return Trace.read("cykel.trace.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  static Trace recorded() {
    return TraceCheck.of(form()).record(trace(TRACE));
  }
}
