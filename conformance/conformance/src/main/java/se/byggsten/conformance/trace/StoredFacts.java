package se.byggsten.conformance.trace;

import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.data.DataNode;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.fill.FormFill;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/** What would be stored of a run: the keys of {@link TraceShape#STORED}. */
final class StoredFacts {
  private static final DataLimits LIMITS = new DataLimits(16_000_000, 60, 1_000_000);

  private final FormRun run;
  private final FormState state;
  private final Locale language;
  private final Set<String> sent = new HashSet<>();

  private StoredFacts(FormRun run, FormState state, Locale language) {
    this.run = run;
    this.state = state;
    this.language = language;
  }

  static Map<String, Object> of(FormRun run, FormState state, Locale language) {
    return new StoredFacts(run, state, language).facts();
  }

  private Map<String, Object> facts() {
    FormDocuments documents = FormDocuments.of(run);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("complete", run.isComplete(state));
    String answers = FormFill.answers(run, state);
    DataNode json = DataReader.json().within(LIMITS).read("answers", answers);
    facts.put("answers", Optional.ofNullable(Shape.plain(json)).orElse(Map.of()));
    facts.put("missing", run.missing(state).stream().map(PageFacts::violation).toList());
    facts.put("hidden", hidden());
    Map<String, Object> information = new LinkedHashMap<>();
    documents.information(state, language).forEach(one -> information.put(one.field(), of(one)));
    facts.put("information", information);
    if (!run.form().classification().isEmpty()) {
      facts.put("retention", term(documents.retention(state, "trace").disposal()));
    }
    facts.put("secrecy", List.copyOf(new TreeSet<>(documents.secrecyProvisions(state))));
    return facts;
  }

  private static Map<String, Object> of(InformationFacts facts) {
    Map<String, Object> told = new LinkedHashMap<>();
    put(told, "label", facts.label());
    put(told, "purpose", facts.purpose());
    put(told, "legal-basis", facts.legalBasis());
    put(told, "personal-data", word(facts.personalData()));
    put(told, "secrecy", facts.secrecy());
    put(
        told,
        "retention",
        facts.retention() == RetentionAction.UNSTATED
            ? word(facts.retention())
            : term(facts.disposeAfter()));
    put(told, "classification", facts.classification());
    return told;
  }

  private static void put(Map<String, Object> told, String key, String value) {
    if (!value.isEmpty()) {
      told.put(key, value);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String term(Optional<Period> disposal) {
    return disposal.map(term -> "dispose " + term).orElse("preserve");
  }

  /** What somebody has written and given that is not sent, by its path. */
  private Map<String, Object> hidden() {
    FormAnswers answers = run.answers(state);
    run.form().pages().forEach(page -> gather(page, answers));
    Map<String, Object> hidden = new TreeMap<>();
    state
        .answers()
        .forEach(
            (path, answer) -> {
              if (!sent.contains(path) && answer.raw().stream().anyMatch(text -> !text.isBlank())) {
                hidden.put(path, answer.raw());
              }
            });
    state
        .attachments()
        .forEach(
            (path, files) -> {
              if (!sent.contains(path) && !files.isEmpty()) {
                hidden.put(path, files.stream().map(AttachmentRef::name).toList());
              }
            });
    return hidden;
  }

  private void gather(PageDefinition page, FormAnswers here) {
    if (!here.isPageShown(page.id())) {
      return;
    }
    here.fields(page).forEach(field -> sent.add(here.place().path(field.id())));
    page.group()
        .ifPresent(
            group ->
                here.rows(group.id())
                    .forEach(row -> group.pages().forEach(inner -> gather(inner, here.at(row)))));
  }
}
