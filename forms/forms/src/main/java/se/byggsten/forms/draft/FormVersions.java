package se.byggsten.forms.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.run.FormRun;

/**
 * The forms of a service, each in the version that new drafts get and in those that old drafts are
 * pinned to.
 *
 * <p>A draft goes on by the definition that it was begun with, told by its hash. It moves to the
 * present version by itself only where a comparison of the two proves that nothing in the draft
 * changes its meaning; give that comparison to {@link #migratingWhen}.
 *
 * <pre>{@code
 * FormVersions forms =
 *     FormVersions.of(kolloplats4).and(kolloplats3).migratingWhen(FormDiff::isSafe);
 * }</pre>
 */
public final class FormVersions {
  private final Map<String, FormRun> current;
  private final Map<String, FormRun> bySha256;
  private final BiPredicate<FormDefinition, FormDefinition> safe;

  private FormVersions(
      Map<String, FormRun> current,
      Map<String, FormRun> bySha256,
      BiPredicate<FormDefinition, FormDefinition> safe) {
    this.current = current;
    this.bySha256 = bySha256;
    this.safe = safe;
  }

  /**
   * Returns a registry with one form.
   *
   * @param run the form that new drafts get
   * @return the registry
   */
  public static FormVersions of(FormRun run) {
    return new FormVersions(Map.of(), Map.of(), (from, to) -> false).and(run);
  }

  /**
   * Returns this registry and one more form or version; of each form, the highest version is the
   * one that new drafts get.
   *
   * @param run another form, or another version of one
   * @return the registry
   * @throws IllegalArgumentException when another definition has the same id and version
   */
  public FormVersions and(FormRun run) {
    FormDefinition form = run.form();
    for (FormRun other : bySha256.values()) {
      if (other.form().id().equals(form.id())
          && other.form().version() == form.version()
          && !other.form().sha256().equals(form.sha256())) {
        throw new IllegalArgumentException(
            "Two definitions of " + form.id() + " are both version " + form.version());
      }
    }
    Map<String, FormRun> all = new LinkedHashMap<>(bySha256);
    all.put(form.sha256(), run);
    Map<String, FormRun> latest = new LinkedHashMap<>(current);
    latest.merge(form.id(), run, (a, b) -> a.form().version() > b.form().version() ? a : b);
    return new FormVersions(latest, all, safe);
  }

  /**
   * Returns this registry with a rule for when a draft may move to the present version.
   *
   * @param proof true when every draft of the first definition means the same in the second
   * @return the registry
   */
  public FormVersions migratingWhen(BiPredicate<FormDefinition, FormDefinition> proof) {
    return new FormVersions(current, bySha256, proof);
  }

  /**
   * Returns the version that new drafts get.
   *
   * @param formId the id of the form
   * @return its run
   * @throws DraftException {@link DraftException#FORM_UNKNOWN}
   */
  public FormRun current(String formId) {
    return Optional.ofNullable(current.get(formId))
        .orElseThrow(
            () ->
                new DraftException(
                    DraftException.FORM_UNKNOWN, "Register the form before its drafts are used"));
  }

  /**
   * Finds a version by its hash.
   *
   * @param formId the id of the form
   * @param sha256 the hash of the definition
   * @return its run, or empty when no such definition is registered
   */
  public Optional<FormRun> find(String formId, String sha256) {
    return Optional.ofNullable(bySha256.get(sha256)).filter(run -> run.form().id().equals(formId));
  }

  /**
   * Returns the forms.
   *
   * @return their ids, in the order they were registered
   */
  public List<String> formIds() {
    return List.copyOf(current.keySet());
  }

  /**
   * Returns every version of every form.
   *
   * @return their runs, in the order they were registered
   */
  public List<FormRun> all() {
    return List.copyOf(bySha256.values());
  }

  /** The most that any version allows: a draft stays where it was begun when fewer are allowed. */
  int mostDrafts(String formId) {
    return bySha256.values().stream()
        .map(FormRun::form)
        .filter(form -> form.id().equals(formId))
        .mapToInt(FormDefinition::drafts)
        .max()
        .orElse(0);
  }

  boolean mayMove(FormDefinition from, FormDefinition to) {
    return !from.sha256().equals(to.sha256()) && safe.test(from, to);
  }
}
