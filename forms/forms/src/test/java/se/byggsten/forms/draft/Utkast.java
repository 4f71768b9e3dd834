package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.identifier.Personnummer;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;

/** Forms, persons and keys for tests of drafts. */
final class Utkast {
  static final String FORM = "utkast";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
  static final PersonIdentifier ASA = person("19121212-1212");
  static final PersonIdentifier BO = person("19840104-2380");

  private static final String YAML =
      """
      form: 1
      id: utkast
      version: VERSION
      languages: [sv]
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true}
            - {id: gata, type: text}
            - {id: ort, type: text}
            - {id: kryss, type: checkboxes, options: [x, y, z]}
            - {id: datum, type: date}
        - id: tva
          fields:
            - {id: text, type: long-text}
        - id: filer
          fields:
            - {id: filer, type: files, constraints: [{attachments: {max: 4, max-bytes: 1000}}]}
        - id: granska
          kind: review
      """;

  private Utkast() {}

  static PersonIdentifier person(String number) {
    return Personnummer.parse(number, LocalDate.of(2026, 11, 22));
  }

  static FormRun run(int version, Clock clock) {
    return run(YAML.replace("VERSION", Integer.toString(version)), clock);
  }

  /** A version in which one more page comes before the review. */
  static FormRun longerRun(int version, Clock clock) {
    String longer =
        YAML.replace("VERSION", Integer.toString(version))
            .replace(
                "  - id: granska",
                "  - id: tre\n    fields:\n      - {id: mer, type: text}\n  - id: granska");
    return run(longer, clock);
  }

  /** A version that asks for no more, and accepts more. */
  static FormRun milderRun(int version, Clock clock) {
    String milder =
        YAML.replace("VERSION", Integer.toString(version))
            .replace(
                "{id: gata, type: text}", "{id: gata, type: text}\n      - {id: co, type: text}")
            .replace("max: 4", "max: 5")
            .replace("type: text, required: true", "type: text");
    return run(milder, clock);
  }

  /** A version of which a person may have several drafts. */
  static FormRun severalRun(int version, int drafts, Clock clock) {
    return run(YAML.replace("VERSION", version + "\ndrafts: " + drafts), clock);
  }

  /** A version with nothing but rows, all of which may be left empty. */
  static FormRun rowsRun(Clock clock) {
    String head = YAML.substring(0, YAML.indexOf("pages:")).replace("VERSION", "1");
    String rows =
        """
        pages:
          - id: barnen
            kind: repeat
            group:
              id: barn
              min: 0
              max: 5
              pages:
                - id: barnet
                  fields:
                    - {id: smeknamn, type: text}
          - id: granska
            kind: review
        """;
    return run(head + rows, clock);
  }

  private static FormRun run(String yaml, Clock clock) {
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Utkast")));
    return Forms.run(
        FormYaml.read("utkast.yaml", yaml.getBytes(StandardCharsets.UTF_8), texts), clock);
  }

  static DraftKeys keys() {
    return DraftKeys.of("nu", key(1));
  }

  static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }

  static DraftStoreBuilder drafts(ExpiringStore store, Clock clock) {
    return QuickFiles.with(
        DraftStore.builder(store, FormVersions.of(run(1, clock)), keys(), clock));
  }

  /** The whole first page, as a browser posts it. */
  static PostedFields pageOne(String name, String street, String town, List<String> ticked) {
    return PostedFields.of(
        Map.of(
            "namn",
            List.of(name),
            "gata",
            List.of(street),
            "ort",
            List.of(town),
            "kryss",
            ticked,
            "datum-day",
            List.of(""),
            "datum-month",
            List.of(""),
            "datum-year",
            List.of("")));
  }

  static String answer(Draft draft, String field) {
    var answer = draft.state().answers().get(field);
    return answer == null ? "" : String.join("|", answer.raw());
  }
}
