package se.byggsten.forms.party;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.SpyStore;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;

/** An applicant, a custodian who approves and a driver who fills in a page. */
abstract class PartyScene {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final PersonIdentifier ASA = person("19121212-1212");
  static final PersonIdentifier BO = person("19840104-2380");
  static final PersonIdentifier CIA = person("20160112-2383");
  static final String YAML =
      """
      form: 1
      id: resan
      version: 1
      languages: [sv]
      send-anyway: true
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      parties:
        - {id: annan, identifier: annansNummer, show-if: tva == true, task: approve}
        - {id: forare, identifier: forarensNummer, show-if: buss == true, task: fill}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true}
            - {id: tva, type: yes-no, required: true}
            - {id: annansNummer, type: personnummer, show-if: tva == true, required: true}
            - {id: buss, type: yes-no, required: true}
            - {id: forarensNummer, type: personnummer, show-if: buss == true, required: true}
        - id: forarens
          party: forare
          show-if: buss == true
          fields:
            - {id: korkort, type: text, required: true, deferrable: true}
            - {id: intyg, type: files}
        - id: granska
          kind: review
      """;

  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final SpyStore store = new SpyStore(InMemoryStore.with(clock));
  final Map<String, byte[]> put = store.put;
  final DraftKeys keys = DraftKeys.of("nu", key());
  final DraftStore drafts = DraftStore.builder(store, FormVersions.of(run()), keys, clock).build();
  final Parties parties = Parties.of(drafts, store, keys, clock);
  final DraftRef ref = DraftRef.first(DraftOwner.person(ASA), "resan");

  static PersonIdentifier person(String number) {
    return PersonIdentifier.parse(number, LocalDate.of(2026, 11, 22));
  }

  static byte[] key() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    return key;
  }

  FormRun run() {
    return run(YAML);
  }

  FormRun run(String form) {
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Resan")));
    byte[] yaml = form.getBytes(StandardCharsets.UTF_8);
    return Forms.run(FormYaml.read("resan.yaml", yaml, texts), clock);
  }

  Draft write(String name, Optional<PersonIdentifier> other, Optional<String> driver) {
    Draft draft = drafts.open(ref.owner(), "resan", Map.of());
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("namn", List.of(name));
    answers.put("tva", List.of(other.isPresent() ? "yes" : "no"));
    answers.put("annansNummer", List.of(other.map(PersonIdentifier::format).orElse("")));
    answers.put("buss", List.of(driver.isPresent() ? "yes" : "no"));
    answers.put("forarensNummer", List.of(driver.orElse("")));
    drafts.update(ref, draft.mark(), "ett", PostedFields.of(answers));
    return now();
  }

  Draft now() {
    return drafts.find(ref).orElseThrow();
  }

  Draft withOther(String name) {
    return write(name, Optional.of(BO), Optional.empty());
  }

  String invited() {
    return parties.invite(withOther("Elsa"), "annan", "Åsa Ek").code().orElseThrow();
  }

  Visit.Granted granted(String code, PersonIdentifier who) {
    return (Visit.Granted) parties.visit(code, who);
  }

  PartyStatus.State state() {
    return parties.status(now()).get(0).state();
  }
}
