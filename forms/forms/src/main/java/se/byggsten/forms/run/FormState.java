package se.byggsten.forms.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;

/**
 * A run at one moment: every answer as written, files, and the pages that were posted.
 *
 * <p>Immutable; made and changed by {@link FormRun} alone. Stored as JSON with {@link
 * FormRun#write(FormState)}.
 */
public final class FormState {
  private final String formId;
  private final int formVersion;
  private final String formSha256;
  private final String submissionKey;
  private final Instant startedAt;
  private final Instant changedAt;
  private final Map<String, Answer> answers;
  private final Map<String, List<AttachmentRef>> attachments;
  private final Set<String> posted;

  FormState(
      FormDefinition form,
      String submissionKey,
      Instant startedAt,
      Instant changedAt,
      Map<String, Answer> answers,
      Map<String, List<AttachmentRef>> attachments,
      Set<String> posted) {
    this.formId = form.id();
    this.formVersion = form.version();
    this.formSha256 = form.sha256();
    this.submissionKey = submissionKey;
    this.startedAt = startedAt;
    this.changedAt = changedAt;
    this.answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    Map<String, List<AttachmentRef>> files = new LinkedHashMap<>();
    attachments.forEach((field, list) -> files.put(field, List.copyOf(list)));
    this.attachments = Collections.unmodifiableMap(files);
    this.posted = Collections.unmodifiableSet(new LinkedHashSet<>(posted));
  }

  /**
   * Returns the id of the form.
   *
   * @return the id
   */
  public String formId() {
    return formId;
  }

  /**
   * Returns the version of the form.
   *
   * @return from 1
   */
  public int formVersion() {
    return formVersion;
  }

  /**
   * Returns the hash of the definition that the run is bound to.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String formSha256() {
    return formSha256;
  }

  /**
   * Returns the key that makes sending idempotent, made when the run started.
   *
   * @return 32 letters, digits, hyphens or underscores
   */
  public String submissionKey() {
    return submissionKey;
  }

  /**
   * Returns when the run started.
   *
   * @return the instant
   */
  public Instant startedAt() {
    return startedAt;
  }

  /**
   * Returns when something was last posted.
   *
   * @return the instant
   */
  public Instant changedAt() {
    return changedAt;
  }

  /**
   * Returns every answer, hidden ones among them.
   *
   * @return by field, as written
   */
  public Map<String, Answer> answers() {
    return answers;
  }

  /**
   * Finds an answer.
   *
   * @param field the id of the field
   * @return the answer
   */
  public Optional<Answer> answer(String field) {
    @Nullable Answer answer = answers.get(field);
    return Optional.ofNullable(answer);
  }

  /**
   * Returns the files.
   *
   * @return by field, in order
   */
  public Map<String, List<AttachmentRef>> attachments() {
    return attachments;
  }

  /**
   * Returns the files of a field.
   *
   * @param field the id of the field
   * @return in order; empty when there are none
   */
  public List<AttachmentRef> attachments(String field) {
    return attachments.getOrDefault(field, List.of());
  }

  /**
   * Finds a file.
   *
   * @param id the id of the file
   * @return the file
   */
  public Optional<AttachmentRef> attachment(String id) {
    return attachments.values().stream()
        .flatMap(List::stream)
        .filter(file -> file.id().equals(id))
        .findFirst();
  }

  /**
   * Returns the pages that have been posted.
   *
   * @return their ids, in order of the first post
   */
  public Set<String> posted() {
    return posted;
  }

  FormState with(
      FormDefinition form,
      Instant now,
      Map<String, Answer> newAnswers,
      Map<String, List<AttachmentRef>> newAttachments,
      @Nullable String postedPage) {
    List<String> pages = new ArrayList<>(posted);
    if (postedPage != null) {
      pages.add(postedPage);
    }
    return new FormState(
        form,
        submissionKey,
        startedAt,
        now,
        newAnswers,
        newAttachments,
        new LinkedHashSet<>(pages));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FormState state
        && state.formSha256.equals(formSha256)
        && state.submissionKey.equals(submissionKey)
        && state.startedAt.equals(startedAt)
        && state.changedAt.equals(changedAt)
        && state.answers.equals(answers)
        && state.attachments.equals(attachments)
        && state.posted.equals(posted);
  }

  @Override
  public int hashCode() {
    return submissionKey.hashCode();
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "FormState["
        + formId
        + " version "
        + formVersion
        + ", "
        + answers.size()
        + " answers, "
        + attachments.size()
        + " fields with files]";
  }
}
