package se.byggsten.forms.run;

import java.util.List;
import java.util.Optional;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.Reveal;

/** The answers of a run and what they mean: what is shown, offered and required. */
public final class FormAnswers {
  private final FormState state;
  private final Evaluation evaluation;

  FormAnswers(FormState state, Evaluation evaluation) {
    this.state = state;
    this.evaluation = evaluation;
  }

  Evaluation evaluation() {
    return evaluation;
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
   * Returns the pages that are shown.
   *
   * @return their ids in order
   */
  public List<String> pages() {
    return evaluation.visiblePages();
  }

  /**
   * Returns the fields of a page that are shown.
   *
   * @param page the id of the page
   * @return in order
   */
  public List<FieldDefinition> fields(String page) {
    return evaluation.visibleFields(page);
  }

  /**
   * Tells whether a field is shown.
   *
   * @param field the id of the field
   * @return true when it is
   */
  public boolean isShown(String field) {
    return evaluation.isVisible(field);
  }

  /**
   * Returns the options that a choice offers now.
   *
   * @param field the field
   * @return in order; for a hidden field those that have no condition
   */
  public List<OptionDefinition> options(FieldDefinition field) {
    return isShown(field.id())
        ? evaluation.options(field.id())
        : field.options().stream().filter(option -> option.showIf().isEmpty()).toList();
  }

  /**
   * Tells whether a field must be answered now.
   *
   * @param field the field
   * @return true when it must
   */
  public boolean isRequired(FieldDefinition field) {
    return evaluation.required(field);
  }

  /**
   * Returns what stands in a field, as written.
   *
   * @param field the id of the field
   * @return for a date day, month and year; empty when nothing is written
   */
  public List<String> raw(String field) {
    return state.answer(field).map(Answer::raw).orElse(List.of());
  }

  /**
   * Returns the value of a field that is shown and can be read.
   *
   * @param field the id of the field
   * @return a value of the field's Java type
   */
  public Optional<Object> value(String field) {
    return Optional.ofNullable(evaluation.value(field));
  }

  /**
   * Returns the files of a field.
   *
   * @param field the id of the field
   * @return in order
   */
  public List<AttachmentRef> attachments(String field) {
    return state.attachments(field);
  }

  /**
   * Tells whether a field has a prefilled value that the citizen may not change.
   *
   * @param field the field
   * @return true when it is shown as text, not as an input
   */
  public boolean isLocked(FieldDefinition field) {
    return field.prefill().filter(rule -> rule.locked()).isPresent()
        && state.answer(field.id()).flatMap(Answer::prefilled).isPresent();
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
    return Reveal.of(page, field).map(reveal -> reveal.parent() + ":" + reveal.value());
  }
}
