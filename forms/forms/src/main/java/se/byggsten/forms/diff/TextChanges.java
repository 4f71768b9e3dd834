package se.byggsten.forms.diff;

import static se.byggsten.forms.diff.Impact.NEEDS_REVIEW;
import static se.byggsten.forms.diff.Impact.SAFE;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PartyDefinition;

/**
 * Compares the texts in the languages that both have.
 *
 * <p>The texts of what is new or gone as a whole are left out: that it is new or gone is told.
 */
final class TextChanges {
  private final FormDefinition before;
  private final FormDefinition after;
  private final Changes changes;

  TextChanges(FormDefinition before, FormDefinition after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void find() {
    Set<String> then = owners(before);
    Set<String> now = owners(after);
    for (String language : before.texts().languages()) {
      if (!before.languages().contains(language) || !after.languages().contains(language)) {
        continue;
      }
      Map<String, String> old =
          before.texts().all().getOrDefault(language, new java.util.TreeMap<>());
      Map<String, String> texts =
          after.texts().all().getOrDefault(language, new java.util.TreeMap<>());
      Set<String> keys = new TreeSet<>(old.keySet());
      keys.addAll(texts.keySet());
      for (String key : keys) {
        if (isOwned(key, then, now)) {
          compare(language, key, old.getOrDefault(key, ""), texts.getOrDefault(key, ""));
        }
      }
    }
  }

  private void compare(String language, String key, String old, String now) {
    // What a wrong answer is told does not change what a right one means.
    Impact impact = key.contains(".error.") ? SAFE : NEEDS_REVIEW;
    String kind = old.isEmpty() ? "text-added" : now.isEmpty() ? "text-removed" : "text-changed";
    changes.compare(language + ":" + key, kind, impact, old, now);
  }

  /** Whether what the text belongs to is in both versions or in neither. */
  private static boolean isOwned(String key, Set<String> then, Set<String> now) {
    String[] parts = key.split("\\.", -1);
    String owner = parts[0];
    String option = parts.length == 3 && parts[1].equals("option") ? owner + "." + parts[2] : owner;
    return then.contains(owner) == now.contains(owner)
        && then.contains(option) == now.contains(option);
  }

  private static Set<String> owners(FormDefinition form) {
    Set<String> owners = new HashSet<>();
    owners.addAll(form.structure().pages().keySet());
    owners.addAll(form.structure().groups().keySet());
    form.parties().stream().map(PartyDefinition::id).forEach(owners::add);
    form.fields()
        .forEach(
            (id, field) -> {
              owners.add(id);
              for (OptionDefinition option : field.options()) {
                owners.add(id + "." + option.value());
              }
            });
    return owners;
  }
}
