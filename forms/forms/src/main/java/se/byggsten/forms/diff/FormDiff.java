package se.byggsten.forms.diff;

import static se.byggsten.forms.diff.Impact.BREAKS_DRAFTS;
import static se.byggsten.forms.diff.Impact.NEEDS_REVIEW;
import static se.byggsten.forms.diff.Impact.SAFE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.InputType;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.ValidateOn;

/**
 * Compares two versions of a form and classes each change by what it means for drafts.
 *
 * <p>A change is {@link Impact#SAFE} only when it follows from the definitions alone that every
 * draft of the older version has the same answers, with the same meaning, in the newer, and that
 * one that was complete still is. Conditions are compared as they are written: another way to say
 * the same needs review.
 *
 * <pre>{@code
 * for (FormChange change : FormDiff.between(kolloplats3, kolloplats4)) {
 *   say(change.impact() + " " + change.where() + ": " + change.text("sv"));
 * }
 * FormVersions forms =
 *     FormVersions.of(run4).and(run3).migratingWhen(FormDiff::isSafe);
 * }</pre>
 */
public final class FormDiff {
  private static final ErrorCode VERSION = ErrorCode.of(FormChange.PREFIX + "VERSION");

  private final FormDefinition before;
  private final FormDefinition after;
  private final Changes changes = new Changes();

  private FormDiff(FormDefinition before, FormDefinition after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Compares two definitions.
   *
   * @param before the older
   * @param after the newer
   * @return what differs, the form's own first, then pages, groups, fields and texts; empty when
   *     they say the same, whatever their versions; {@code FORM-DIFF-VERSION} among them when the
   *     version of the newer is not higher
   */
  public static List<FormChange> between(FormDefinition before, FormDefinition after) {
    FormDiff diff = new FormDiff(before, after);
    if (!diff.isSame()) {
      diff.form();
      diff.version();
      diff.inputs();
      diff.parties();
      new PageChanges(before, after, diff.changes).find();
      new FieldChanges(before, after, diff.changes).find();
      new TextChanges(before, after, diff.changes).find();
      if (diff.changes.all().stream().allMatch(change -> change.kind().equals(VERSION))) {
        diff.changes.add("form", "other", NEEDS_REVIEW, "", "");
      }
    }
    return diff.changes.all();
  }

  /**
   * Tells whether drafts of one version may go on as drafts of another.
   *
   * @param before the version that they were begun with
   * @param after the version that they would move to
   * @return true when every difference is {@link Impact#SAFE}
   */
  public static boolean isSafe(FormDefinition before, FormDefinition after) {
    return between(before, after).stream().allMatch(change -> change.impact() == SAFE);
  }

  private boolean isSame() {
    return before.equals(after)
        || before
            .canonicalJson()
            .replace("\"version\":" + before.version() + ",", "")
            .equals(after.canonicalJson().replace("\"version\":" + after.version() + ",", ""));
  }

  /** Drafts and cases are kept by id and version, so each version is one content for ever. */
  private void version() {
    if (before.id().equals(after.id()) && after.version() <= before.version()) {
      changes.add("form", "version", NEEDS_REVIEW, before.version(), before.version() + 1);
    }
  }

  private void form() {
    changes.compare("form", "form-id", BREAKS_DRAFTS, before.id(), after.id());
    for (String language : after.languages()) {
      if (!before.languages().contains(language)) {
        changes.add("form", "language-added", SAFE, "", language);
      }
    }
    for (String language : before.languages()) {
      if (!after.languages().contains(language)) {
        changes.add("form", "language-removed", NEEDS_REVIEW, language, "");
      }
    }
    changes.compare(
        "form", "main-language", NEEDS_REVIEW, before.languages().get(0), after.languages().get(0));
    if (!Changes.moved(before.languages(), after.languages()).isEmpty()
        && before.languages().get(0).equals(after.languages().get(0))) {
      changes.add("form", "language-order", SAFE, before.languages(), after.languages());
    }
    FactChanges.compare("form", before.facts(), after.facts(), changes);
    changes.compare(
        "form", "classification", NEEDS_REVIEW, before.classification(), after.classification());
    changes.compare(
        "form",
        before.draftDays() < after.draftDays() ? "draft-days-longer" : "draft-days-shorter",
        before.draftDays() < after.draftDays() ? SAFE : NEEDS_REVIEW,
        before.draftDays(),
        after.draftDays());
    changes.compare(
        "form",
        before.drafts() < after.drafts() ? "drafts-more" : "drafts-fewer",
        before.drafts() < after.drafts() ? SAFE : NEEDS_REVIEW,
        before.drafts(),
        after.drafts());
    if (before.sendAnyway() != after.sendAnyway()) {
      changes.add(
          "form",
          after.sendAnyway() ? "send-anyway-on" : "send-anyway-off",
          after.sendAnyway() ? SAFE : BREAKS_DRAFTS,
          before.sendAnyway(),
          after.sendAnyway());
    }
    // What may be sent is the same, and so is what is complete; only where it is told differs.
    changes.compare(
        "form",
        after.validateOn() == ValidateOn.REVIEW ? "validate-on-review" : "validate-on-page",
        SAFE,
        before.validateOn(),
        after.validateOn());
    changes.compare("form", "plain-language", SAFE, before.plainLanguage(), after.plainLanguage());
  }

  /** A stored run holds what the service said, by the type of the input. */
  private void inputs() {
    before
        .inputs()
        .forEach(
            (name, type) -> {
              InputType now = after.inputs().get(name);
              if (now == null) {
                changes.add(name, "input-removed", BREAKS_DRAFTS, type.yamlName(), "");
              } else {
                changes.compare(name, "input-type", BREAKS_DRAFTS, type.yamlName(), now.yamlName());
              }
            });
    after
        .inputs()
        .forEach(
            (name, type) -> {
              if (!before.inputs().containsKey(name)) {
                changes.add(name, "input-added", SAFE, "", type.yamlName());
              }
            });
  }

  private void parties() {
    Map<String, PartyDefinition> old = byId(before);
    Map<String, PartyDefinition> now = byId(after);
    old.forEach(
        (id, party) -> {
          PartyDefinition other = now.get(id);
          if (other == null) {
            changes.add(id, "party-removed", NEEDS_REVIEW, id, "");
          } else {
            changes.compare(id, "party-changed", NEEDS_REVIEW, said(party), said(other));
          }
        });
    now.keySet().stream()
        .filter(id -> !old.containsKey(id))
        .forEach(id -> changes.add(id, "party-added", NEEDS_REVIEW, "", id));
    for (String id : Changes.moved(List.copyOf(old.keySet()), List.copyOf(now.keySet()))) {
      changes.add(id, "party-moved", NEEDS_REVIEW, "", "");
    }
  }

  private static Map<String, PartyDefinition> byId(FormDefinition form) {
    Map<String, PartyDefinition> parties = new LinkedHashMap<>();
    form.parties().forEach(party -> parties.put(party.id(), party));
    return parties;
  }

  private static String said(PartyDefinition party) {
    return party.task() + " " + party.identifier() + " " + party.showIf();
  }
}
