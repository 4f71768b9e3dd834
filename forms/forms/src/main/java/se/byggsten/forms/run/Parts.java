package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;

/**
 * Keeps what is filled in on the pages of a party to the person who filled it in: when somebody
 * else is named, the part is emptied.
 *
 * <p>While nobody is named, as when the number has a slip in it, the part is left: nobody reads it
 * then, and it is there when the same person is named again.
 */
final class Parts {
  private final FormRun run;
  private final FormStructure structure;
  private final String poster;

  Parts(FormRun run, String poster) {
    this.run = run;
    this.structure = run.form().structure();
    this.poster = poster;
  }

  /** The parties that have pages. */
  static List<PartyDefinition> of(FormDefinition form) {
    return form.parties().stream()
        .filter(party -> form.pages().stream().anyMatch(page -> page.party().equals(party.id())))
        .toList();
  }

  StepResult bound(FormAnswers before, StepResult step) {
    FormState state = step.state();
    FormAnswers after = run.answers(state);
    List<AttachmentRef> files = new ArrayList<>(step.removed());
    for (PartyDefinition party : of(run.form())) {
      Optional<String> named = person(after, party);
      Optional<String> wrote =
          step.state()
              .writer(party.id())
              .or(() -> isBegun(before.state(), party) ? person(before, party) : Optional.empty())
              .or(() -> poster.equals(party.id()) ? named : Optional.empty());
      if (wrote.isEmpty()) {
        continue;
      }
      state =
          named.isEmpty() || named.equals(wrote)
              ? state.with(draft -> draft.writers().put(party.id(), wrote.get()))
              : emptied(state, party, files);
    }
    return new StepResult(
        state,
        step.page(),
        step.violations(),
        step.revealed(),
        step.added(),
        files,
        step.elsewhere());
  }

  private static Optional<String> person(FormAnswers answers, PartyDefinition party) {
    return answers.personOf(party).map(PersonIdentifier::canonical);
  }

  private boolean isBegun(FormState state, PartyDefinition party) {
    return state.posted().stream().anyMatch(ofPages(party))
        || state.attachments().keySet().stream().anyMatch(ofAnswers(party))
        || state.answers().entrySet().stream()
            .anyMatch(
                entry ->
                    (entry.getValue().prefilled().isEmpty() || entry.getValue().changed())
                        && ofAnswers(party).test(entry.getKey()));
  }

  private Predicate<String> ofPages(PartyDefinition party) {
    return path -> isOf(Optional.ofNullable(structure.pages().get(Place.name(path))), party);
  }

  /** Of answers, files and groups. */
  private Predicate<String> ofAnswers(PartyDefinition party) {
    return path -> isOf(structure.pageOf(Place.name(path)), party);
  }

  private boolean isOf(Optional<PageDefinition> page, PartyDefinition party) {
    return page.filter(one -> structure.outermost(one).party().equals(party.id())).isPresent();
  }

  /** The state with the part of a party as another state has it, and who filled it in. */
  FormState replaced(FormState state, FormState source, PartyDefinition party) {
    Predicate<String> answers = ofAnswers(party);
    Predicate<String> pages = ofPages(party);
    return state.with(
        draft -> {
          replace(draft.answers(), source.answers(), answers);
          replace(draft.attachments(), source.attachments(), answers);
          replace(draft.rows(), source.rowNumbers(), answers);
          replace(draft.writers(), source.writers(), party.id()::equals);
          replace(draft.posted(), source.posted(), pages);
          replace(draft.deferred(), source.deferred(), pages);
          draft.settled().clear();
        });
  }

  private static <T> void replace(Map<String, T> in, Map<String, T> from, Predicate<String> which) {
    in.keySet().removeIf(which);
    from.forEach(
        (key, value) -> {
          if (which.test(key)) {
            in.put(key, value);
          }
        });
  }

  private static void replace(Set<String> in, Set<String> from, Predicate<String> which) {
    in.removeIf(which);
    from.stream().filter(which).forEach(in::add);
  }

  private FormState emptied(FormState state, PartyDefinition party, List<AttachmentRef> files) {
    Predicate<String> answers = ofAnswers(party);
    return state.with(
        draft -> {
          draft.attachments().entrySet().stream()
              .filter(entry -> answers.test(entry.getKey()))
              .forEach(entry -> files.addAll(entry.getValue()));
          draft.attachments().keySet().removeIf(answers);
          for (Map.Entry<String, Answer> entry : List.copyOf(draft.answers().entrySet())) {
            if (answers.test(entry.getKey())) {
              emptied(draft, entry.getKey(), entry.getValue());
            }
          }
          for (String group : List.copyOf(draft.rows().keySet())) {
            if (answers.test(group)) {
              draft
                  .rows()
                  .computeIfPresent(group, (path, rows) -> new RowNumbers(List.of(), rows.next()));
            }
          }
          draft.posted().removeIf(ofPages(party));
          draft.deferred().removeIf(ofPages(party));
          draft.writers().remove(party.id());
          draft.settled().clear();
        });
  }

  /** What was known from the start stands there for the next person too. */
  private void emptied(FormState.Draft draft, String path, Answer answer) {
    @Nullable FieldDefinition field = run.form().fields().get(path);
    if (field != null && answer.prefilled().isPresent()) {
      List<String> raw = Prefilling.rawOf(field, answer.prefilled().get());
      draft.answers().put(path, new Answer(raw, answer.prefilled(), false));
    } else {
      draft.answers().remove(path);
    }
  }
}
