package se.byggsten.forms.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Answers;

/**
 * A run at one moment: every answer as written, rows, files, and the pages that were posted.
 *
 * <p>Answers stand under the id of their field; in a row of a group a slash and the number of the
 * row follow, for each group around it: {@code namn/1}. Immutable; made and changed by {@link
 * FormRun} alone. Stored as JSON with {@link FormRun#write(FormState)}.
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
  private final Map<String, RowNumbers> rows;
  private final Map<String, Object> inputs;
  private final Set<String> posted;
  private final Set<String> deferred;
  private final Map<String, String> writers;
  private final Map<String, Boolean> settled;
  private final Optional<LocalDate> settledOn;

  private FormState(Draft draft) {
    formId = draft.formId;
    formVersion = draft.formVersion;
    formSha256 = draft.formSha256;
    submissionKey = draft.submissionKey;
    startedAt = draft.startedAt;
    changedAt = draft.changedAt;
    answers = draft.answers.kept();
    attachments = draft.attachments.kept();
    rows = draft.rows.kept();
    inputs = draft.inputs.kept();
    posted = draft.posted.kept();
    deferred = draft.deferred.kept();
    writers = draft.writers.kept();
    settled = draft.settled.kept();
    settledOn = Optional.ofNullable(draft.settledOn);
  }

  /** A state in the making, which shares with the state that it is made of what it leaves alone. */
  static final class Draft {
    private final String formId;
    private final int formVersion;
    private final String formSha256;
    private final String submissionKey;
    private final Instant startedAt;
    private final Shared<Map<String, Answer>> answers;
    private final Shared<Map<String, List<AttachmentRef>>> attachments;
    private final Shared<Map<String, RowNumbers>> rows;
    private final Shared<Map<String, Object>> inputs;
    private final Shared<Map<String, Boolean>> settled;
    private final Shared<Set<String>> posted;
    private final Shared<Set<String>> deferred;
    private final Shared<Map<String, String>> writers;
    Instant changedAt;
    @Nullable LocalDate settledOn;

    Draft(FormDefinition form, String submissionKey, Instant startedAt, Instant changedAt) {
      this.formId = form.id();
      this.formVersion = form.version();
      this.formSha256 = form.sha256();
      this.submissionKey = submissionKey;
      this.startedAt = startedAt;
      this.changedAt = changedAt;
      answers = Shared.map(Map.of());
      attachments = Shared.map(Map.of());
      rows = Shared.map(Map.of());
      inputs = Shared.map(Map.of());
      settled = Shared.map(Map.of());
      posted = Shared.set(Set.of());
      deferred = Shared.set(Set.of());
      writers = Shared.map(Map.of());
    }

    private Draft(FormState state) {
      formId = state.formId;
      formVersion = state.formVersion;
      formSha256 = state.formSha256;
      submissionKey = state.submissionKey;
      startedAt = state.startedAt;
      changedAt = state.changedAt;
      answers = Shared.map(state.answers);
      attachments = Shared.map(state.attachments);
      rows = Shared.map(state.rows);
      inputs = Shared.map(state.inputs);
      settled = Shared.map(state.settled);
      posted = Shared.set(state.posted);
      deferred = Shared.set(state.deferred);
      writers = Shared.map(state.writers);
      settledOn = state.settledOn.orElse(null);
    }

    Map<String, Answer> answers() {
      return answers.changing();
    }

    Map<String, List<AttachmentRef>> attachments() {
      return attachments.changing();
    }

    Map<String, RowNumbers> rows() {
      return rows.changing();
    }

    Map<String, Object> inputs() {
      return inputs.changing();
    }

    Set<String> posted() {
      return posted.changing();
    }

    Set<String> deferred() {
      return deferred.changing();
    }

    Map<String, String> writers() {
      return writers.changing();
    }

    Map<String, Boolean> settled() {
      return settled.changing();
    }

    FormState build() {
      return new FormState(this);
    }
  }

  FormState with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.build();
  }

  /** The answers as the evaluation reads them. */
  Answers source() {
    return new Answers() {
      @Override
      public List<String> raw(String path) {
        @Nullable Answer answer = answers.get(path);
        return answer == null ? List.of() : answer.raw();
      }

      @Override
      public List<AttachmentRef> files(String path) {
        return attachments(path);
      }

      @Override
      public List<Integer> rows(String path) {
        return FormState.this.rows(path);
      }

      @Override
      public @Nullable Object input(String name) {
        return inputs.get(name);
      }
    };
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
   * @return the version
   */
  public int formVersion() {
    return formVersion;
  }

  /**
   * Returns the hash of the definition.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String formSha256() {
    return formSha256;
  }

  /**
   * Returns the key that makes sending it twice the same as sending it once.
   *
   * @return 32 letters, digits, hyphens and underscores
   */
  public String submissionKey() {
    return submissionKey;
  }

  /**
   * Returns when the run was started.
   *
   * @return the instant
   */
  public Instant startedAt() {
    return startedAt;
  }

  /**
   * Returns when something was last written, from which a draft's life is counted.
   *
   * @return the instant
   */
  public Instant changedAt() {
    return changedAt;
  }

  /**
   * Returns every answer, those of hidden fields among them.
   *
   * @return answers by path
   */
  public Map<String, Answer> answers() {
    return answers;
  }

  /**
   * Finds what stands in a field.
   *
   * @param path the field and its rows
   * @return the answer
   */
  public Optional<Answer> answer(String path) {
    @Nullable Answer answer = answers.get(path);
    return Optional.ofNullable(answer);
  }

  /**
   * Returns every file.
   *
   * @return files by path, in order
   */
  public Map<String, List<AttachmentRef>> attachments() {
    return attachments;
  }

  /**
   * Returns the files of a field.
   *
   * @param path the field and its rows
   * @return in order
   */
  public List<AttachmentRef> attachments(String path) {
    return attachments.getOrDefault(path, List.of());
  }

  /**
   * Finds a file.
   *
   * @param id its id
   * @return the file
   */
  public Optional<AttachmentRef> attachment(String id) {
    return attachments.values().stream()
        .flatMap(List::stream)
        .filter(file -> file.id().equals(id))
        .findFirst();
  }

  /**
   * Returns the rows of a group.
   *
   * @param path the group and the rows around it
   * @return their numbers in order
   */
  public List<Integer> rows(String path) {
    return rowNumbers(path).numbers();
  }

  /**
   * Returns the number that the next row of a group would get.
   *
   * @param path the group and the rows around it
   * @return a number that no row has had
   */
  public int nextRow(String path) {
    return rowNumbers(path).next();
  }

  /**
   * Returns the groups that have had rows.
   *
   * @return their paths
   */
  public Set<String> groups() {
    return rows.keySet();
  }

  RowNumbers rowNumbers(String path) {
    return rows.getOrDefault(path, RowNumbers.NONE);
  }

  Map<String, RowNumbers> rowNumbers() {
    return rows;
  }

  /**
   * Returns the facts that the service gave.
   *
   * @return String, Boolean, BigDecimal, LocalDate or a list of String, by name
   */
  public Map<String, Object> inputs() {
    return inputs;
  }

  /**
   * Returns the pages that were posted and let through.
   *
   * @return their paths
   */
  public Set<String> posted() {
    return posted;
  }

  /**
   * Returns the pages that the citizen chose to complete later.
   *
   * @return their paths
   */
  public Set<String> deferred() {
    return deferred;
  }

  /**
   * Finds who has filled in the part of a party; it is that person's alone.
   *
   * @param party the id of the party
   * @return the number of the person, twelve digits; empty while nobody has
   */
  public Optional<String> writer(String party) {
    @Nullable String writer = writers.get(party);
    return Optional.ofNullable(writer);
  }

  Map<String, String> writers() {
    return writers;
  }

  /** Pages known to be complete (true) or hidden (false), as long as nothing they read changes. */
  Map<String, Boolean> settled() {
    return settled;
  }

  Optional<LocalDate> settledOn() {
    return settledOn;
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
        && state.rows.equals(rows)
        && state.inputs.equals(inputs)
        && state.posted.equals(posted)
        && state.deferred.equals(deferred)
        && state.writers.equals(writers);
  }

  @Override
  public int hashCode() {
    return submissionKey.hashCode();
  }

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
