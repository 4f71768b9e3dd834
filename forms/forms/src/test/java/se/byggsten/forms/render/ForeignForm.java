package se.byggsten.forms.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.source.FormYaml;

/** A form of every kind of page and most kinds of fields, half of it in another language. */
final class ForeignForm {
  private static final String YAML =
      """
      form: 1
      id: sprak
      version: 1
      languages: [sv, LANGUAGE]
      facts: {purpose: Ordna resan, legal-basis: Skollagen, personal-data: ordinary, secrecy: 23 kap. 2 § OSL, retention: dispose P2Y3M}
      send-anyway: true
      inputs: {stangd: yes-no, platser: number}
      parties:
        - {id: annan, identifier: annansNummer, show-if: buss == true, task: approve}
        - {id: rektor, identifier: rektorsNummer, task: approve}
      pages:
        - {id: inledning, kind: intro}
        - id: fragor
          fields:
            - {id: om, type: content}
            - {id: text, type: text, required: true, prefill: {source: login.city}}
            - {id: namn, type: text, required: true, prefill: {source: login.name, locked: true}}
            - {id: langt, type: long-text, constraints: [{size: {max: 20}}]}
            - {id: antal, type: number, required: true, unit: elever, warnings: [{id: manga, if: antal > platser}]}
            - {id: buss, type: yes-no, required: true}
            - {id: val, type: radio, required: true, options: [a, b, {value: c, show-if: antal > 5.0}]}
            - {id: underA, type: text, required: true, show-if: val == 'a'}
            - {id: kryss, type: checkboxes, options: [x, y]}
            - {id: lista, type: select, options: [p, q]}
            - {id: sok, type: autocomplete, options: [p, q]}
            - {id: land, type: country}
        - id: tider
          fields:
            - {id: dag, type: date, required: true, constraints: [past]}
            - {id: manad, type: month}
            - {id: tid, type: time}
            - {id: adress, type: address, care-of: true}
            - {id: plats, type: coordinates, system: wgs84}
            - {id: konto, type: bank-account, deferrable: true}
            - {id: annansNummer, type: personnummer, show-if: buss == true, required-if: antal > 50.0, deferrable: true}
            - {id: rektorsNummer, type: personnummer, deferrable: true, required: true}
            - {id: avgift, type: amount, decimals: 2, currency: SEK}
            - {id: dubbelt, type: calculated, value: "antal * 2.0"}
            - {id: klar, type: calculated, value: "antal > 0.0", format: yes-no}
        - id: ensam
          show-if: antal > 2.0 && val != 'b'
          routes: [{if: ensamt == false, to: filer}]
          fields:
            - {id: ensamt, type: yes-no, required: true}
        - {id: stopp, kind: exit, show-if: stangd == true}
        - id: barnen
          kind: repeat
          group:
            id: barn
            min: 1
            max: 2
            pages:
              - id: barnet
                fields:
                  - {id: kallas, type: text, required: true}
                  - {id: frisk, type: yes-no, required: true}
              - id: medicinerna
                kind: repeat
                show-if: frisk == false
                group:
                  id: mediciner
                  max: 5
                  pages:
                    - id: medicinen
                      fields:
                        - {id: medicin, type: text, required: true}
        - id: filer
          kind: upload
          fields:
            - {id: intyg, type: files, required: true, constraints: [{attachments: {max: 1, max-bytes: 1000, types: [application/pdf]}}]}
        - id: lova
          kind: declaration
          fields:
            - {id: lovar, type: declaration, required: true}
        - {id: granska, kind: review}
        - {id: kvittens, kind: receipt}
      """;

  private ForeignForm() {}

  static FormDefinition in(String language) {
    String yaml = YAML.replace("LANGUAGE", language);
    FormDefinition bare =
        FormYaml.read("sprak.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
    Map<String, String> swedish = new TreeMap<>();
    for (String key :
        List.of(
            "form.title",
            "form.authority",
            "form.intro",
            "inledning.scope",
            "inledning.need",
            "inledning.time",
            "inledning.data",
            "barn.one",
            "mediciner.none",
            "antal.warning.manga",
            "annan.name",
            "annan.task",
            "rektor.name",
            "text.error.Required",
            "kvittens.title")) {
      swedish.put(key, SpokenTexts.marked("sv", key));
    }
    swedish.put("barn.row", SpokenTexts.marked("sv", "barn.row") + " {kallas}");
    bare.structure().pages().values().forEach(page -> page(page, swedish));
    Map<String, String> other = new TreeMap<>();
    // Half of them, and never the same half for what stands beside each other.
    swedish.forEach(
        (key, text) -> {
          if (key.chars().sum() % 2 == 0) {
            String own = SpokenTexts.marked(language, key);
            other.put(key, key.equals("barn.row") ? own + " {kallas}" : own);
          }
        });
    return FormYaml.read(
        "sprak.yaml",
        yaml.getBytes(StandardCharsets.UTF_8),
        FormTexts.of(Map.of("sv", swedish, language, other)));
  }

  private static void page(PageDefinition page, Map<String, String> texts) {
    put(texts, page.id() + ".title", page.id() + ".intro");
    for (FieldDefinition field : page.fields()) {
      put(texts, field.id() + ".label", field.id() + ".hint", field.id() + ".why");
      field
          .options()
          .forEach(
              option ->
                  put(
                      texts,
                      field.id() + ".option." + option.value(),
                      field.id() + ".option." + option.value() + ".hint"));
    }
  }

  private static void put(Map<String, String> texts, String... keys) {
    for (String key : keys) {
      texts.put(key, SpokenTexts.marked("sv", key));
    }
  }
}
