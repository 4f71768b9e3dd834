package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.spi.Trait;

/** Takes what was posted for a page into the answers, or refuses it. */
final class Posting {
  private final PageDefinition page;
  private final FormAnswers before;
  private final PostedFields posted;
  private final Map<String, FieldDefinition> byName = new HashMap<>();

  Posting(PageDefinition page, FormAnswers before, PostedFields posted) {
    this.page = page;
    this.before = before;
    this.posted = posted;
    for (FieldDefinition field : page.fields()) {
      for (String part : field.type().parts()) {
        byName.put(field.id() + part, field);
      }
    }
    refuseForged();
  }

  PageDefinition page() {
    return page;
  }

  private void refuseForged() {
    before.navigator().refuseOthersPages(page);
    posted.values().forEach(this::refuseForged);
    for (PostedFile file : posted.files()) {
      FieldDefinition field = byName.get(file.field());
      if (field == null || !field.has(Trait.FILES)) {
        throw refusal(
            FormException.UNKNOWN_FIELD,
            "The post has a file for a field that takes none, on the page " + page.id());
      }
    }
  }

  private void refuseForged(String name, List<String> values) {
    FieldDefinition field = byName.get(name);
    if (field == null && !PostedFields.CONTROLS.contains(name)) {
      throw refusal(
          FormException.UNKNOWN_FIELD,
          "The post has a field that the page " + page.id() + " does not have");
    }
    boolean many = field != null && field.has(Trait.MANY);
    if (many ? new HashSet<>(values).size() < values.size() : values.size() > 1) {
      throw refusal(
          FormException.DUPLICATE_ANSWER,
          "The post has two answers where there is one, on the page " + page.id());
    }
    if (field == null) {
      return;
    }
    if (field.has(Trait.FILES)) {
      throw refusal(
          FormException.UNKNOWN_FIELD,
          "Post files as multipart/form-data to the field " + field.id());
    }
    if (!field.isAsked() || before.isLocked(field)) {
      throw refusal(
          FormException.LOCKED_FIELD, "The field " + field.id() + " cannot be changed here");
    }
  }

  private static FormException refusal(ErrorCode code, String message) {
    return new FormException(code, message);
  }

  /** Whether the field was on the page as it was drawn. */
  private boolean wasOnPage(FieldDefinition field) {
    return before.isShown(field.id()) || before.revealedBy(page, field).isPresent();
  }

  private boolean hasPosted(FieldDefinition field) {
    for (String part : field.type().parts()) {
      if (posted.values().containsKey(field.id() + part)) {
        return true;
      }
    }
    return false;
  }

  /** The fields that nobody has seen or answered. */
  Set<String> revealed(FormAnswers after) {
    Set<String> revealed = new HashSet<>();
    for (FieldDefinition field : after.fields(page)) {
      if (field.isAsked()
          && !wasOnPage(field)
          && !hasPosted(field)
          && posted.files().stream().noneMatch(file -> file.field().equals(field.id()))) {
        revealed.add(field.id());
      }
    }
    return revealed;
  }

  /** The answers that the post changes, by path. */
  Map<String, Answer> changes() {
    Map<String, Answer> changes = new LinkedHashMap<>();
    for (FieldDefinition field : page.fields()) {
      if (field.isAsked() && !field.has(Trait.FILES) && isAnswered(field)) {
        Answer old = before.answer(field.id()).orElse(null);
        Answer now = answer(field, raw(field), old);
        if (!now.equals(old)) {
          changes.put(before.place().path(field.id()), now);
        }
      }
    }
    return changes;
  }

  private static Answer answer(FieldDefinition field, List<String> raw, @Nullable Answer old) {
    if (old == null || old.prefilled().isEmpty()) {
      return new Answer(raw, Optional.empty(), false);
    }
    List<String> known = Prefilling.rawOf(field, old.prefilled().get());
    return new Answer(raw, old.prefilled(), !raw.equals(known));
  }

  /** An unticked box posts nothing, and that is an answer; a missing text is not. */
  private boolean isAnswered(FieldDefinition field) {
    return hasPosted(field)
        || (field.has(Trait.BOX) && wasOnPage(field) && !before.isLocked(field));
  }

  /** A browser ends each line with two characters, whatever was in the box when it was drawn. */
  private static String withPlainLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private List<String> raw(FieldDefinition field) {
    List<String> parts = field.type().parts();
    List<String> raw = new ArrayList<>();
    for (String part : parts) {
      List<String> values = posted.values().get(field.id() + part);
      if (values != null) {
        values.forEach(text -> raw.add(withPlainLineEnds(text)));
      } else if (parts.size() > 1) {
        raw.add("");
      }
    }
    return raw.stream().allMatch(String::isEmpty) ? List.of() : raw;
  }
}
