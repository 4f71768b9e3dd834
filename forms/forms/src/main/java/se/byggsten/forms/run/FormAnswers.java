package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.Reveal;

/**
 * The answers of a run and what they mean: what is shown, offered and required.
 *
 * <p>Seen from one place: outside every group, or in a row, see {@link #at}. For one thread.
 */
public final class FormAnswers {
  private final FormState state;
  private final Evaluation evaluation;
  private final Navigator navigator;
  private final Place place;

  FormAnswers(FormState state, Evaluation evaluation, Navigator navigator, Place place) {
    this.state = state;
    this.evaluation = evaluation;
    this.navigator = navigator;
    this.place = place;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Navigator navigator() {
    return navigator;
  }

  /**
   * Returns the same answers seen from a row.
   *
   * @param row the row, or outside every group
   * @return the answers
   */
  public FormAnswers at(Place row) {
    return row.equals(place) ? this : new FormAnswers(state, evaluation, navigator, row);
  }

  /**
   * Returns where the answers are seen from.
   *
   * @return the row
   */
  public Place place() {
    return place;
  }

  /**
   * Returns the run at that moment.
   *
   * @return the state
   */
  public FormState state() {
    return state;
  }

  /**
   * Returns the pages that are shown, those of rows left out, up to an exit page.
   *
   * @return their ids in order
   */
  public List<String> pages() {
    return navigator.pages();
  }

  /**
   * Tells whether a page is the first that is shown, so that nothing of the form comes before it.
   *
   * @param page its path
   * @return true when it is
   */
  public boolean isFirst(String page) {
    return navigator.isFirst(page);
  }

  /**
   * Returns the pages of a row of a group that are shown.
   *
   * @param page the page of the group
   * @param row the row
   * @return their paths in order
   */
  public List<String> rowPages(PageDefinition page, Place row) {
    return navigator.rowPages(page, row);
  }

  /**
   * Returns the rows of a group that stands here.
   *
   * @param group the id of the group
   * @return the rows in order
   */
  public List<Place> rows(String group) {
    return evaluation.rows(group, place).stream().map(place::row).toList();
  }

  /**
   * Tells whether every page of a row is complete.
   *
   * @param page the page of the group
   * @param row the row
   * @return true when nothing is left to do
   */
  public boolean isRowComplete(PageDefinition page, Place row) {
    return navigator.isRowComplete(page, row);
  }

  /**
   * Tells whether a page needs nothing more; a review never does, an exit always.
   *
   * @param path the path of a page on the way
   * @return true when it was posted and breaks no constraint, or none that may be put right later
   */
  public boolean isPageComplete(String path) {
    return navigator.isComplete(path);
  }

  /**
   * Tells whether the way goes on past a page: when it is complete, or, in a form that is validated
   * on review, when it was posted and the review lies ahead.
   *
   * @param path the path of a page on the way
   * @return true when it may be left behind; of a review when nothing before it is wrong
   */
  public boolean isPagePassed(String path) {
    return navigator.faults().isPassed(path);
  }

  /**
   * Returns the fields of a page that are shown.
   *
   * @param page the page, which stands here
   * @return in order
   */
  public List<FieldDefinition> fields(PageDefinition page) {
    return evaluation.shownFields(page, place);
  }

  /**
   * Tells whether a page is shown.
   *
   * @param page the id of the page, which stands here
   * @return true when it is
   */
  public boolean isPageShown(String page) {
    return evaluation.isPageShown(page, place);
  }

  /**
   * Tells whether whoever the run is of may see a page and the answers to it: the applicant sees
   * their own pages, a party that approves also the applicant's, and a party that fills in a part
   * only that part.
   *
   * @param page a page that is in no row
   * @return true when they may
   */
  public boolean isSeen(PageDefinition page) {
    return navigator.sees(page);
  }

  /**
   * Tells whether a field is shown.
   *
   * @param field the id of the field
   * @return true when it is
   */
  public boolean isShown(String field) {
    return evaluation.isShown(field, place);
  }

  /**
   * Returns the options that a choice offers now.
   *
   * @param field the field
   * @return in order; for a hidden field those that have no condition
   */
  public List<OptionDefinition> options(FieldDefinition field) {
    return isShown(field.id())
        ? evaluation.options(field.id(), place)
        : field.options().stream().filter(option -> option.showIf().isEmpty()).toList();
  }

  /**
   * Tells whether a field must be answered now.
   *
   * @param field the field
   * @return true when it must
   */
  public boolean isRequired(FieldDefinition field) {
    return evaluation.isRequired(field.id(), place);
  }

  /**
   * Returns what to tell about an answer without stopping anybody.
   *
   * @param field the field
   * @return the ids of its warnings that hold, and what its kind doubts
   */
  public List<String> warnings(FieldDefinition field) {
    boolean doubting = evaluation.plan().field(field.id()).shape().doubting();
    if (field.warnings().isEmpty() && !doubting) {
      return List.of();
    }
    List<String> warnings = new ArrayList<>(evaluation.warnings(field.id(), place));
    if (doubting) {
      value(field.id())
          .map(value -> field.type().doubts(value, field.settings()))
          .ifPresent(warnings::addAll);
    }
    return List.copyOf(warnings);
  }

  /**
   * Returns what stands in a field, as written.
   *
   * @param field the id of the field
   * @return one text for each part; empty when nothing is written
   */
  public List<String> raw(String field) {
    return answer(field).map(Answer::raw).orElse(List.of());
  }

  /**
   * Finds what stands in a field, with its origin.
   *
   * @param field the id of the field
   * @return the answer
   */
  public Optional<Answer> answer(String field) {
    return state.answer(place.path(field));
  }

  /**
   * Returns the value of a field that is shown and can be read.
   *
   * @param field the id of the field
   * @return a value of the field's Java type
   */
  public Optional<Object> value(String field) {
    return Optional.ofNullable(evaluation.value(field, place));
  }

  /**
   * Returns the files of a field.
   *
   * @param field the id of the field
   * @return in order
   */
  public List<AttachmentRef> attachments(String field) {
    return state.attachments(place.path(field));
  }

  /**
   * Tells whether a field has a prefilled value that the citizen may not change.
   *
   * @param field the field
   * @return true when it is shown as text, not as an input
   */
  public boolean isLocked(FieldDefinition field) {
    return Prefilling.isLocked(field, answer(field.id()));
  }

  /**
   * Returns the radio question and the option that a field belongs to.
   *
   * @param page the page
   * @param field a field of it
   * @return the id of the question and the value of its option, joined by a colon; empty when the
   *     server alone decides
   */
  public Optional<String> revealedBy(PageDefinition page, FieldDefinition field) {
    Reveal reveal = evaluation.plan().field(field.id()).shape().reveal();
    return reveal == null ? Optional.empty() : Optional.of(reveal.parent() + ":" + reveal.value());
  }

  /**
   * Tells whether there is such a party.
   *
   * @param party its id
   * @return true when its condition holds or it has none
   */
  public boolean hasParty(String party) {
    return evaluation.hasParty(party);
  }

  /**
   * Returns who is named as a party, whether or not there is such a party by the other answers.
   *
   * @param party a party of the form
   * @return the person; empty when the question is hidden, not answered or not answered with a
   *     personnummer or samordningsnummer
   */
  public Optional<PersonIdentifier> personOf(PartyDefinition party) {
    return Optional.ofNullable(evaluation.value(party.identifier(), Place.TOP))
        .flatMap(value -> PersonIdentifier.tryParse(value.toString(), evaluation.today()));
  }
}
