package se.byggsten.forms.run;

import java.util.ArrayList;
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
import se.byggsten.forms.internal.evaluation.FieldPlan;
import se.byggsten.forms.internal.evaluation.PagePlan;

/** Takes what was posted for a page into the answers, or refuses it. */
final class Posting {
  private static final int FEW = 16;

  private final PagePlan page;
  private final FormAnswers before;
  private final PostedFields posted;

  Posting(PagePlan page, FormAnswers before, PostedFields posted) {
    this.page = page;
    this.before = before;
    this.posted = posted;
    refuseForged();
  }

  PageDefinition page() {
    return page.page();
  }

  private void refuseForged() {
    before.navigator().refuseOthersPages(page.page());
    for (Map.Entry<String, List<String>> values : posted.values().entrySet()) {
      refuseForged(values.getKey(), values.getValue());
    }
    for (PostedFile file : posted.files()) {
      FieldPlan field = page.byName().get(file.field());
      if (field == null || !field.shape().files()) {
        throw refusal(
            FormException.UNKNOWN_FIELD,
            "The post has a file for a field that takes none, on the page " + page.page().id());
      }
    }
  }

  private void refuseForged(String name, List<String> values) {
    FieldPlan field = page.byName().get(name);
    if (field == null && !PostedFields.CONTROLS.contains(name)) {
      throw refusal(
          FormException.UNKNOWN_FIELD,
          "The post has a field that the page " + page.page().id() + " does not have");
    }
    boolean many = field != null && field.shape().many();
    if (values.size() > 1 && (!many || hasTwice(values))) {
      throw refusal(
          FormException.DUPLICATE_ANSWER,
          "The post has two answers where there is one, on the page " + page.page().id());
    }
    if (field == null) {
      return;
    }
    if (field.shape().files()) {
      throw refusal(
          FormException.UNKNOWN_FIELD,
          "Post files as multipart/form-data to the field " + field.id());
    }
    if (!field.shape().asked() || before.isLocked(field.field())) {
      throw refusal(
          FormException.LOCKED_FIELD, "The field " + field.id() + " cannot be changed here");
    }
  }

  /** The few that a question has are compared; who posts thousands gets them hashed. */
  private static boolean hasTwice(List<String> values) {
    if (values.size() > FEW) {
      return new HashSet<>(values).size() < values.size();
    }
    for (int i = 1; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        return true;
      }
    }
    return false;
  }

  private static FormException refusal(ErrorCode code, String message) {
    return new FormException(code, message);
  }

  /** Whether the field was on the page as it was drawn. */
  private boolean wasOnPage(FieldPlan field) {
    return before.evaluation().isShown(field, before.place()) || field.shape().reveal() != null;
  }

  private boolean hasPosted(FieldPlan field) {
    for (String name : field.shape().names()) {
      if (posted.values().containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The fields that nobody has seen or answered. */
  Set<String> revealed(FormAnswers after) {
    Set<String> revealed = new HashSet<>();
    for (FieldPlan field : page.fields()) {
      if (field.shape().asked()
          && !wasOnPage(field)
          && after.evaluation().isShown(field, after.place())
          && !hasPosted(field)
          && posted.files().stream().noneMatch(file -> file.field().equals(field.id()))) {
        revealed.add(field.id());
      }
    }
    return revealed;
  }

  /** The answers that the post changes, by the id of the field. */
  Map<String, Answer> changes() {
    Map<String, Answer> changes = new LinkedHashMap<>();
    for (FieldPlan field : page.fields()) {
      if (field.shape().asked() && !field.shape().files() && isAnswered(field)) {
        Answer old = before.answer(field.id()).orElse(null);
        Answer now = answer(field.field(), raw(field), old);
        if (!now.equals(old)) {
          changes.put(field.id(), now);
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
  private boolean isAnswered(FieldPlan field) {
    return hasPosted(field)
        || (field.shape().box()
            && before.evaluation().isDrawn(field, before.place())
            && !before.isLocked(field.field()));
  }

  /** A browser ends each line with two characters, whatever was in the box when it was drawn. */
  private static String withPlainLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private List<String> raw(FieldPlan field) {
    List<String> names = field.shape().names();
    if (names.size() == 1) {
      return raw(posted.values().getOrDefault(names.get(0), List.of()));
    }
    List<String> raw = new ArrayList<>(names.size());
    for (String name : names) {
      List<String> values = posted.values().get(name);
      if (values == null) {
        raw.add("");
      } else {
        raw.addAll(values);
      }
    }
    return raw(raw);
  }

  /** Most answers are kept just as they were posted. */
  private static List<String> raw(List<String> values) {
    boolean written = false;
    boolean plain = true;
    for (String value : values) {
      written |= !value.isEmpty();
      plain &= value.indexOf('\r') < 0;
    }
    if (!written) {
      return List.of();
    }
    return plain ? values : values.stream().map(Posting::withPlainLineEnds).toList();
  }
}
