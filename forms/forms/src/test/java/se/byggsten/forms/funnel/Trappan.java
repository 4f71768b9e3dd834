package se.byggsten.forms.funnel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.store.CounterStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.source.FormYaml;

/** A form with every way to branch, and how far somebody has come in it, told in another way. */
final class Trappan {
  static final String ID = "trappan";
  private static final String YAML =
      """
      form: 1
      id: trappan
      version: VERSION
      languages: [sv]
      drafts: 3
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      pages:
        - id: start
          kind: intro
        - id: val
          routes: [{if: sort == 'c', to: slut}]
          fields:
            - {id: sort, type: radio, options: [a, b, c], required: true}
            - {id: fel, type: yes-no}
        - id: stopp
          kind: exit
          show-if: fel == true
        - id: oma
          show-if: sort == 'a'
          fields:
            - {id: texta, type: text, required: true}
        - id: omb
          show-if: sort == 'b'
          fields:
            - {id: textb, type: text}
        - id: barnen
          kind: repeat
          group:
            id: barn
            min: 0
            max: 4
            pages:
              - id: barnet
                fields:
                  - {id: namn, type: text, required: true}
                  - {id: sjuk, type: yes-no}
              - id: medicin
                show-if: sjuk == true
                fields:
                  - {id: vilken, type: text, required: true}
        - id: slut
          fields:
            - {id: mer, type: text}
        - id: granska
          kind: review
      """;

  private Trappan() {}

  static FormRun run(int version, Clock clock) {
    byte[] yaml =
        YAML.replace("VERSION", Integer.toString(version)).getBytes(StandardCharsets.UTF_8);
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Trappan")));
    return Forms.run(FormYaml.read("trappan.yaml", yaml, texts), clock);
  }

  static DraftKeys keys() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 3);
    return DraftKeys.of("nu", key);
  }

  /** What a run counts for, by which pages the run itself opens. */
  static Map<CounterStore.Key, Long> recount(
      FormRun run, FormState state, String week, boolean sent) {
    FormAnswers answers = run.answers(state);
    Set<String> reached = new TreeSet<>();
    Set<String> unfinished = new TreeSet<>();
    for (String page : answers.pages()) {
      look(run, state, page, reached, unfinished);
    }
    String current = run.current(state);
    unfinished.add(Place.name(current));
    for (String page : answers.pages()) {
      if (reached.contains(page) && page.equals(outermost(run, current))) {
        unfinished.add(page);
      }
    }
    String series = "form-funnel/" + run.form().id() + "/" + run.form().version();
    Map<CounterStore.Key, Long> cells = new TreeMap<>();
    cells.put(new CounterStore.Key(series, week, "begun", ""), 1L);
    cells.put(
        sent
            ? new CounterStore.Key(series, week, "sent", "")
            : new CounterStore.Key(series, week, "standing", Place.name(current)),
        1L);
    for (String page : reached) {
      cells.put(new CounterStore.Key(series, week, "reached", page), 1L);
      if (sent || !unfinished.contains(page)) {
        cells.put(new CounterStore.Key(series, week, "completed", page), 1L);
      }
    }
    return cells;
  }

  private static String outermost(FormRun run, String path) {
    String id = Place.name(path);
    return run.form().pages().stream()
        .filter(page -> holds(page, id))
        .map(PageDefinition::id)
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(PageDefinition page, String id) {
    return page.id().equals(id)
        || page.group().filter(g -> g.pages().stream().anyMatch(p -> holds(p, id))).isPresent();
  }

  private static void look(
      FormRun run, FormState state, String path, Set<String> reached, Set<String> unfinished) {
    if (!run.open(state, path).equals(path)) {
      return;
    }
    FormAnswers answers = run.answers(state);
    PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
    reached.add(page.id());
    if (page.group().isEmpty()) {
      return;
    }
    for (Place row : answers.at(Place.of(path).orElseThrow()).rows(page.group().get().id())) {
      String last = "";
      for (String inner : answers.rowPages(page, row)) {
        look(run, state, inner, reached, unfinished);
        last = run.open(state, inner).equals(inner) ? Place.name(inner) : last;
      }
      if (!answers.rowPages(page, row).stream().allMatch(answers::isPagePassed)) {
        unfinished.add(last);
      }
    }
  }
}
