package se.byggsten.forms.internal.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.constraint.AnswerContext;

/**
 * What a set of answers means: which pages and fields are shown, what is offered and required.
 *
 * <p>The answer of a hidden field counts as absent everywhere.
 */
public final class Evaluation implements AnswerContext {
  private final Conditions conditions;
  private final Map<String, Binding> bindings = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();
  private final List<String> answered = new ArrayList<>();
  private final Map<String, List<FieldDefinition>> visible = new LinkedHashMap<>();
  private final Map<String, List<OptionDefinition>> offered = new HashMap<>();

  private Evaluation(Conditions conditions, LocalDate today) {
    this.conditions = conditions;
    values.put("today", today);
    values.put("answered", Collections.unmodifiableList(answered));
  }

  /**
   * Evaluates answers.
   *
   * @param form the form
   * @param conditions its conditions
   * @param answers what was posted, by field
   * @param files the files, by field
   * @param today the day
   * @return what they mean
   */
  public static Evaluation of(
      FormDefinition form,
      Conditions conditions,
      Map<String, List<String>> answers,
      Map<String, List<AttachmentRef>> files,
      LocalDate today) {
    Evaluation evaluation = new Evaluation(conditions, today);
    for (PageDefinition page : form.pages()) {
      if (conditions.holds(page.showIf(), evaluation.values, true)) {
        evaluation.visible.put(page.id(), new ArrayList<>());
        for (FieldDefinition field : page.fields()) {
          evaluation.enter(
              page,
              field,
              answers.getOrDefault(field.id(), List.of()),
              files.getOrDefault(field.id(), List.of()));
        }
      }
    }
    return evaluation;
  }

  private void enter(
      PageDefinition page, FieldDefinition field, List<String> raw, List<AttachmentRef> files) {
    if (!conditions.holds(field.showIf(), values, true)) {
      return;
    }
    visible.getOrDefault(page.id(), List.of()).add(field);
    offered.put(
        field.id(),
        field.options().stream()
            .filter(option -> conditions.holds(option.showIf(), values, true))
            .toList());
    Binding binding =
        field.type() == FieldType.FILES
            ? new Binding(files.isEmpty() ? null : List.copyOf(files), "")
            : Binding.read(field, raw);
    bindings.put(field.id(), binding);
    Object value = binding.value();
    if (value != null) {
      answered.add(field.id());
      values.put(field.id(), field.type() == FieldType.FILES ? rows(files) : value);
    }
  }

  private static List<Map<String, Object>> rows(List<AttachmentRef> files) {
    return files.stream()
        .map(file -> Map.<String, Object>of("mediaType", file.mediaType(), "size", file.size()))
        .toList();
  }

  /**
   * Returns the pages that are shown.
   *
   * @return their ids in order
   */
  public List<String> visiblePages() {
    return List.copyOf(visible.keySet());
  }

  /**
   * Returns the fields of a page that are shown.
   *
   * @param pageId the id of the page
   * @return in order; empty when the page is hidden
   */
  public List<FieldDefinition> visibleFields(String pageId) {
    return Collections.unmodifiableList(visible.getOrDefault(pageId, List.of()));
  }

  /**
   * Tells whether a field is shown.
   *
   * @param fieldId the id of the field
   * @return true when it is
   */
  public boolean isVisible(String fieldId) {
    return bindings.containsKey(fieldId);
  }

  /**
   * Returns the options that a choice offers.
   *
   * @param fieldId the id of the field
   * @return in order
   */
  public List<OptionDefinition> options(String fieldId) {
    return offered.getOrDefault(fieldId, List.of());
  }

  /**
   * Returns the answer of a visible field.
   *
   * @param fieldId the id of the field
   * @return the value or what is wrong; absent for a hidden field
   */
  public Binding binding(String fieldId) {
    return bindings.getOrDefault(fieldId, new Binding(null, ""));
  }

  /**
   * Returns the value of a visible field.
   *
   * @param fieldId the id of the field
   * @return the value, null when absent or not readable
   */
  public @Nullable Object value(String fieldId) {
    return binding(fieldId).value();
  }

  /**
   * Tells whether a field must be answered now.
   *
   * @param field the field
   * @return true when it is required or its condition holds
   */
  public boolean required(FieldDefinition field) {
    return field.required()
        || (!field.requiredIf().isEmpty() && conditions.holds(field.requiredIf(), values, false));
  }

  @Override
  public boolean holds(String condition) {
    return conditions.holds(condition, values, true);
  }

  @Override
  public Set<String> offered(String field) {
    Set<String> set = new LinkedHashSet<>();
    options(field).forEach(option -> set.add(option.value()));
    return set;
  }
}
