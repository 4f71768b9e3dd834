package se.byggsten.forms.run;

import jakarta.validation.Validator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.FormReference;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.internal.evaluation.Binding;
import se.byggsten.forms.internal.evaluation.Conditions;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.validation.FormValidator;
import se.byggsten.forms.spi.AttachmentScanner;

/**
 * Runs a form: state and posted fields in, next state and page out.
 *
 * <p>Holds no state of its own and does no input or output, so one instance serves all citizens and
 * threads. Answers that break a constraint are kept and shown again; the answers of hidden fields
 * are kept but never sent; a page cannot be skipped.
 *
 * <pre>{@code
 * FormRun run = FormRun.of(FormYaml.load(loader, "forms/kolloplats"), clock);
 * FormState state = run.start(Map.of("login.name", new PrefillValue("Åsa Ek", "login", now)));
 * StepResult step = run.post(state, "barn", posted);
 * }</pre>
 */
public final class FormRun {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final FormDefinition form;
  private final Conditions conditions;
  private final FormValidator validator;
  private final AttachmentInspector inspector;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private FormRun(Builder builder) {
    form = builder.form;
    clock = builder.clock;
    conditions = Conditions.of(form);
    validator = FormValidator.of(form, builder.record, builder.catalog, clock);
    inspector = new AttachmentInspector(builder.attachments, random);
  }

  /**
   * Returns a run of a form with the built-in constraints.
   *
   * @param form the form
   * @param clock says what time and day it is
   * @return the run
   * @throws FormException {@link FormException#CONDITION} or {@link FormException#CONSTRAINT} when
   *     the form has a condition or constraint that cannot be used
   */
  public static FormRun of(FormDefinition form, Clock clock) {
    return builder(form, clock).build();
  }

  /**
   * Returns a builder.
   *
   * @param form the form
   * @param clock says what time and day it is
   * @return the builder
   */
  public static Builder builder(FormDefinition form, Clock clock) {
    return new Builder(form, clock);
  }

  /**
   * Returns the form.
   *
   * @return its definition
   */
  public FormDefinition form() {
    return form;
  }

  /**
   * Returns the reference that a submission carries.
   *
   * @return id, version and hash
   */
  public FormReference reference() {
    return new FormReference(form.id(), Integer.toString(form.version()), form.sha256());
  }

  /**
   * Starts a run.
   *
   * @param known values by the name of their source, such as {@code login.name}; others are ignored
   * @return the first state, with a new submission key
   */
  public FormState start(Map<String, PrefillValue> known) {
    byte[] key = new byte[24];
    random.nextBytes(key);
    Instant now = clock.instant();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (FieldDefinition field : form.fields().values()) {
      PrefillValue value = field.prefill().map(rule -> known.get(rule.source())).orElse(null);
      if (value != null && !value.value().isBlank()) {
        answers.put(field.id(), new Answer(rawOf(field, value.value()), Optional.of(value), false));
      }
    }
    return new FormState(
        form,
        Base64.getUrlEncoder().withoutPadding().encodeToString(key),
        now,
        now,
        answers,
        Map.of(),
        Set.of());
  }

  static List<String> rawOf(FieldDefinition field, String value) {
    if (field.type() == FieldType.DATE) {
      String[] parts = value.split("-", -1);
      return parts.length == 3 ? List.of(parts[2], parts[1], parts[0]) : List.of(value, "", "");
    }
    return List.of(value);
  }

  /**
   * Returns the answers of a state and what they mean.
   *
   * @param state a state of this form
   * @return the answers
   * @throws FormException {@link FormException#OTHER_FORM}
   */
  public FormAnswers answers(FormState state) {
    if (!state.formSha256().equals(form.sha256())) {
      throw new FormException(
          FormException.OTHER_FORM, "The run belongs to another form or another version of it");
    }
    Map<String, List<String>> raw = new LinkedHashMap<>();
    state.answers().forEach((field, answer) -> raw.put(field, answer.raw()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    return new FormAnswers(state, Evaluation.of(form, conditions, raw, state.attachments(), today));
  }

  /**
   * Returns the page to show when somebody asks for one.
   *
   * @param state the state
   * @param page the id that is asked for
   * @return that page, or the first that is not complete when it lies before
   * @throws FormException {@link FormException#UNKNOWN_PAGE} when the form has no such page
   */
  public String open(FormState state, String page) {
    known(page);
    FormAnswers answers = answers(state);
    return capped(answers, page);
  }

  /**
   * Returns where to go on: the first page that is not complete, else the last.
   *
   * @param state the state
   * @return the id of the page
   */
  public String current(FormState state) {
    FormAnswers answers = answers(state);
    List<String> pages = answers.pages();
    return firstIncomplete(answers).orElse(pages.get(pages.size() - 1));
  }

  private PageDefinition known(String page) {
    return form.page(page)
        .orElseThrow(
            () -> new FormException(FormException.UNKNOWN_PAGE, "The form has no such page"));
  }

  private String capped(FormAnswers answers, String page) {
    Optional<String> incomplete = firstIncomplete(answers);
    List<String> pages = answers.pages();
    if (!pages.contains(page)) {
      return incomplete.orElse(pages.get(pages.size() - 1));
    }
    return incomplete.filter(id -> pages.indexOf(id) < pages.indexOf(page)).orElse(page);
  }

  private Optional<String> firstIncomplete(FormAnswers answers) {
    return answers.pages().stream()
        .filter(page -> known(page).kind() != PageKind.REVIEW)
        .filter(
            page ->
                !answers.state().posted().contains(page)
                    || !violations(answers, page, Set.of()).isEmpty())
        .findFirst();
  }

  /**
   * Tells whether every shown page has been posted and breaks no constraint.
   *
   * @param state the state
   * @return true when it may be reviewed and sent
   */
  public boolean isComplete(FormState state) {
    return firstIncomplete(answers(state)).isEmpty();
  }

  /**
   * Returns what is to be put right on a page.
   *
   * @param state the state
   * @param page the id of the page
   * @return in the order of the fields; empty when the page is hidden
   */
  public List<Violation> violations(FormState state, String page) {
    return violations(answers(state), page, Set.of());
  }

  private List<Violation> violations(FormAnswers answers, String page, Set<String> except) {
    List<Violation> violations = new ArrayList<>();
    Evaluation evaluation = answers.evaluation();
    Validator judge = validator.validator(evaluation);
    for (FieldDefinition field : evaluation.visibleFields(page)) {
      Binding binding = evaluation.binding(field.id());
      if (except.contains(field.id())) {
        continue;
      }
      if (!binding.error().isEmpty()) {
        violations.add(new Violation(field.id(), binding.error(), Map.of()));
        continue;
      }
      validator
          .validate(field.id(), binding.value(), evaluation.required(field), judge)
          .forEach(b -> violations.add(new Violation(field.id(), b.name(), b.parameters())));
    }
    return violations;
  }

  /**
   * Takes a post.
   *
   * @param state the state that the page was drawn from
   * @param page the id of the page
   * @param posted what was posted
   * @return the new state and the page to show
   * @throws FormException {@link FormException#UNKNOWN_PAGE}, {@link FormException#UNKNOWN_FIELD},
   *     {@link FormException#DUPLICATE_ANSWER} or {@link FormException#LOCKED_FIELD} for what no
   *     honest browser posts, {@link FormException#OTHER_FORM}
   */
  public StepResult post(FormState state, String page, PostedFields posted) {
    PageDefinition definition = known(page);
    Posting posting = new Posting(definition, answers(state), posted);
    Files files = new Files(state, posted, definition);
    FormState next =
        state.with(form, clock.instant(), posting.merged(state.answers()), files.kept, null);
    FormAnswers after = answers(next);
    String action = posted.control(PostedFields.ACTION).orElse("next");
    if (action.equals("back")) {
      return files.result(next, Optional.of(previous(after, page)), List.of(), Set.of());
    }
    boolean stays = action.equals("upload") || action.equals(PostedFields.SAVE);
    if (stays || posted.control(PostedFields.REMOVE).isPresent()) {
      return files.result(next, Optional.of(page), files.violations, Set.of());
    }
    Set<String> revealed = posting.revealed(after);
    List<Violation> violations = new ArrayList<>(files.violations);
    violations.addAll(violations(after, page, revealed));
    boolean hidden = !after.pages().contains(page);
    if (!hidden && (!violations.isEmpty() || !revealed.isEmpty())) {
      return files.result(next, Optional.of(page), violations, revealed);
    }
    FormState done = next.with(form, next.changedAt(), next.answers(), next.attachments(), page);
    boolean fromReview = posted.control(PostedFields.FROM_REVIEW).isPresent();
    return files.result(done, following(answers(done), page, fromReview), List.of(), Set.of());
  }

  private static String previous(FormAnswers answers, String page) {
    List<String> pages = answers.pages();
    return pages.get(Math.max(0, pages.indexOf(page) - 1));
  }

  private Optional<String> following(FormAnswers answers, String page, boolean fromReview) {
    List<String> pages = answers.pages();
    Optional<String> incomplete = firstIncomplete(answers);
    String last = pages.get(pages.size() - 1);
    if (fromReview && incomplete.isEmpty() && known(last).kind() == PageKind.REVIEW) {
      return Optional.of(last);
    }
    int at = pages.indexOf(page);
    if (at == pages.size() - 1) {
      return incomplete;
    }
    return Optional.of(capped(answers, pages.get(at + 1)));
  }

  /**
   * Writes a state as JSON, for a store.
   *
   * @param state the state
   * @return UTF-8
   */
  public byte[] write(FormState state) {
    return StateJson.write(state);
  }

  /**
   * Reads a state that {@link #write(FormState)} wrote.
   *
   * @param bytes the JSON
   * @return the state
   * @throws FormException {@link FormException#OTHER_FORM} when it belongs to another form or
   *     version, {@link FormException#STATE} when it cannot be read
   */
  public FormState read(byte[] bytes) {
    return StateJson.read(form, bytes);
  }

  /** What a post does to the files of its page. */
  private final class Files {
    private final Map<String, List<AttachmentRef>> kept;
    private final List<AttachmentContent> added = new ArrayList<>();
    private final List<AttachmentRef> removed = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    Files(FormState state, PostedFields posted, PageDefinition page) {
      kept = new LinkedHashMap<>(state.attachments());
      Optional<String> remove = posted.control(PostedFields.REMOVE);
      for (FieldDefinition field : page.fields()) {
        if (field.type() == FieldType.FILES) {
          List<AttachmentRef> list = new ArrayList<>(state.attachments(field.id()));
          list.stream()
              .filter(file -> remove.filter(file.id()::equals).isPresent())
              .findFirst()
              .ifPresent(removed::add);
          list.removeAll(removed);
          AttachmentInspector.Inspected inspected =
              inspector.inspect(
                  field,
                  posted.files().stream().filter(f -> f.field().equals(field.id())).toList(),
                  list);
          inspected.accepted().forEach(file -> list.add(file.ref()));
          added.addAll(inspected.accepted());
          violations.addAll(inspected.violations());
          kept.put(field.id(), list);
        }
      }
    }

    StepResult result(
        FormState state, Optional<String> page, List<Violation> broken, Set<String> revealed) {
      return new StepResult(state, page, broken, revealed, added, removed);
    }
  }

  /** Gathers the parts of a {@link FormRun}. */
  public static final class Builder {
    private final FormDefinition form;
    private final Clock clock;
    private @Nullable Class<? extends Record> record;
    private ConstraintCatalog catalog = ConstraintCatalog.standard();
    private AttachmentChecks attachments = AttachmentChecks.basic();

    private Builder(FormDefinition form, Clock clock) {
      this.form = form;
      this.clock = clock;
    }

    /**
     * Sets the record whose own annotations judge the answers.
     *
     * @param value the record that the definition was read from
     * @return this builder
     */
    public Builder record(Class<? extends Record> value) {
      record = value;
      return this;
    }

    /**
     * Sets the constraints that have short names.
     *
     * @param value the catalogue
     * @return this builder
     */
    public Builder catalog(ConstraintCatalog value) {
      catalog = value;
      return this;
    }

    /**
     * Sets the scanner of attachments; unless set, only the EICAR test string is refused.
     *
     * @param value the scanner
     * @return this builder
     */
    public Builder scanner(AttachmentScanner value) {
      attachments = attachments.with(value);
      return this;
    }

    /**
     * Sets all that attachments go through, the scanner among it; unless set, only PDF, PNG and
     * JPEG are known.
     *
     * @param value the checks
     * @return this builder
     */
    public Builder attachments(AttachmentChecks value) {
      attachments = value;
      return this;
    }

    /**
     * Builds the run.
     *
     * @return the run
     * @throws FormException {@link FormException#CONDITION} or {@link FormException#CONSTRAINT}
     */
    public FormRun build() {
      return new FormRun(this);
    }
  }
}
