package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;

/** Takes what was posted for a page into the answers, or refuses it. */
final class Posting {
  private static final List<String> PARTS = List.of("-day", "-month", "-year");

  private final PageDefinition page;
  private final FormAnswers before;
  private final PostedFields posted;
  private final Map<String, FieldDefinition> byName = new HashMap<>();

  Posting(PageDefinition page, FormAnswers before, PostedFields posted) {
    this.page = page;
    this.before = before;
    this.posted = posted;
    for (FieldDefinition field : page.fields()) {
      names(field).forEach(name -> byName.put(name, field));
    }
    refuseForged();
  }

  private static Stream<String> names(FieldDefinition field) {
    return field.type() == FieldType.DATE
        ? PARTS.stream().map(part -> field.id() + part)
        : Stream.of(field.id());
  }

  private void refuseForged() {
    posted
        .values()
        .forEach(
            (name, values) -> {
              FieldDefinition field = byName.get(name);
              if (field == null && !PostedFields.CONTROLS.contains(name)) {
                throw refusal(
                    FormException.UNKNOWN_FIELD,
                    "The post has a field that the page " + page.id() + " does not have");
              }
              boolean many = field != null && field.type() == FieldType.CHECKBOXES;
              if (many ? new HashSet<>(values).size() < values.size() : values.size() > 1) {
                throw refusal(
                    FormException.DUPLICATE_ANSWER,
                    "The post has two answers where there is one, on the page " + page.id());
              }
              if (field != null && field.type() == FieldType.FILES) {
                throw refusal(
                    FormException.UNKNOWN_FIELD,
                    "Post files as multipart/form-data to the field " + field.id());
              }
              refuseLocked(field);
            });
    for (PostedFile file : posted.files()) {
      FieldDefinition field = byName.get(file.field());
      if (field == null || field.type() != FieldType.FILES) {
        throw refusal(
            FormException.UNKNOWN_FIELD,
            "The post has a file for a field that takes none, on the page " + page.id());
      }
    }
  }

  private void refuseLocked(@org.jspecify.annotations.Nullable FieldDefinition field) {
    if (field != null && before.isLocked(field)) {
      throw refusal(
          FormException.LOCKED_FIELD, "The field " + field.id() + " cannot be changed here");
    }
  }

  private static FormException refusal(ErrorCode code, String message) {
    return new FormException(code, message);
  }

  /** Whether the field was on the page as it was drawn. */
  boolean wasOnPage(FieldDefinition field) {
    return before.isShown(field.id()) || before.revealedBy(page, field).isPresent();
  }

  /** The fields that nobody has seen or answered. */
  Set<String> revealed(FormAnswers after) {
    Set<String> revealed = new HashSet<>();
    for (FieldDefinition field : after.fields(page.id())) {
      if (!wasOnPage(field)
          && names(field).noneMatch(posted.values()::containsKey)
          && posted.files().stream().noneMatch(file -> file.field().equals(field.id()))) {
        revealed.add(field.id());
      }
    }
    return revealed;
  }

  Map<String, Answer> merged(Map<String, Answer> answers) {
    Map<String, Answer> merged = new LinkedHashMap<>(answers);
    for (FieldDefinition field : page.fields()) {
      if (field.type() != FieldType.FILES && isAnswered(field)) {
        Answer old = answers.get(field.id());
        List<String> raw = raw(field);
        if (old == null) {
          merged.put(field.id(), new Answer(raw, java.util.Optional.empty(), false));
        } else {
          boolean changed =
              old.prefilled().map(p -> !raw.equals(FormRun.rawOf(field, p.value()))).orElse(false);
          merged.put(field.id(), new Answer(raw, old.prefilled(), changed));
        }
      }
    }
    return merged;
  }

  /** An unticked box posts nothing, and that is an answer; a missing text is not. */
  private boolean isAnswered(FieldDefinition field) {
    boolean box = field.type() == FieldType.CHECKBOXES || field.type() == FieldType.DECLARATION;
    return names(field).anyMatch(posted.values()::containsKey)
        || (box && wasOnPage(field) && !before.isLocked(field));
  }

  private List<String> raw(FieldDefinition field) {
    List<String> raw = new ArrayList<>();
    names(field).forEach(name -> raw.addAll(posted.values().getOrDefault(name, missing(field))));
    return raw.stream().allMatch(String::isEmpty) ? List.of() : raw;
  }

  private static List<String> missing(FieldDefinition field) {
    return field.type() == FieldType.DATE ? List.of("") : List.of();
  }
}
