package se.byggsten.forms.run;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.byggsten.core.cases.FormReference;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.InputType;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.validation.FormValidator;

/**
 * Runs a form: state and posted fields in, next state and page out.
 *
 * <p>Holds no state of its own and does no input or output, so one instance serves all citizens and
 * threads. Answers that break a constraint are kept and shown again; the answers of hidden fields
 * are kept but never sent; a page cannot be skipped.
 *
 * <p>A page has a path: its id, and in a row of a repeating group a slash and the number of the row
 * for each group around it, such as {@code medicin/1/3}.
 *
 * <pre>{@code
 * FormRun run = FormRun.of(FormYaml.load(loader, "forms/kolloplats"), clock);
 * FormState state = run.start(Map.of("login.name", new PrefillValue("Åsa Ek", "login", now)));
 * StepResult step = run.post(state, "barn", posted);
 * }</pre>
 */
public final class FormRun {
  private final FormDefinition form;
  private final Plan plan;
  private final Judge judge;
  private final AttachmentInspector inspector;
  private final Clock clock;
  private final SecureRandom random;
  private final String party;
  // Which day it is costs more to work out than most of what a post does.
  private volatile Day day;
  private final List<PartyDefinition> parts;

  FormRun(FormRunBuilder builder) {
    form = builder.form;
    clock = builder.clock;
    plan = Plan.of(form);
    judge = new Judge(form, FormValidator.of(form, builder.record, builder.catalog, clock));
    random = new SecureRandom();
    inspector = new AttachmentInspector(builder.attachments, random);
    party = "";
    day = Day.of(clock.instant());
    parts = Parts.of(form);
  }

  private FormRun(FormRun run, String party) {
    form = run.form;
    clock = run.clock;
    plan = run.plan;
    judge = run.judge;
    random = run.random;
    inspector = run.inspector;
    this.party = party;
    day = run.day;
    parts = run.parts;
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
  public static FormRunBuilder builder(FormDefinition form, Clock clock) {
    return new FormRunBuilder(form, clock);
  }

  /**
   * Returns the same run for somebody else than the applicant, who sees only the pages that are
   * theirs.
   *
   * @param who the id of a party of the form
   * @return the run
   * @throws IllegalArgumentException when the form has no such party
   */
  public FormRun as(String who) {
    if (form.parties().stream().map(PartyDefinition::id).noneMatch(who::equals)) {
      throw noParty(who);
    }
    return new FormRun(this, who);
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
    return start(known, Map.of());
  }

  /**
   * Starts a run with rows that are known, such as somebody's children.
   *
   * @param known values by the name of their source
   * @param rows for each source of rows, those rows in order; more than a group takes are left out
   * @return the first state, with a new submission key
   */
  public FormState start(Map<String, PrefillValue> known, Map<String, List<KnownRow>> rows) {
    byte[] key = new byte[24];
    random.nextBytes(key);
    Instant now = clock.instant();
    FormState.Draft draft =
        new FormState.Draft(
            form, Base64.getUrlEncoder().withoutPadding().encodeToString(key), now, now);
    Prefilling prefilling = new Prefilling(form, draft);
    prefilling.fields(known);
    prefilling.rows(rows);
    return draft.build();
  }

  /**
   * Returns the state with what the service says now.
   *
   * @param state the state
   * @param inputs String, BigDecimal, LocalDate, Boolean or a list of String, by the name of an
   *     input of the form; those that are missing count as absent
   * @return the state, the same when nothing is new
   * @throws IllegalArgumentException when the form has no such input or it has another type
   */
  public FormState withInputs(FormState state, Map<String, Object> inputs) {
    inputs.forEach(
        (name, value) -> {
          InputType type = form.inputs().get(name);
          if (type == null || !type.accepts(value)) {
            throw new IllegalArgumentException("The form has no input " + name + " of that type");
          }
        });
    if (inputs.equals(state.inputs())) {
      return state;
    }
    return state.with(
        draft -> {
          draft.inputs().clear();
          draft.inputs().putAll(inputs);
          draft.settled().clear();
        });
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
    return answers(state, Evaluation.of(plan, state.source(), today()));
  }

  FormAnswers answers(FormState state, Evaluation evaluation) {
    Navigator navigator = new Navigator(plan, judge, state, evaluation, party);
    return new FormAnswers(state, evaluation, navigator, Place.TOP);
  }

  LocalDate today() {
    Instant now = clock.instant();
    Day known = day;
    if (!known.holds(now)) {
      known = Day.of(now);
      day = known;
    }
    return known.date();
  }

  Instant now() {
    return clock.instant();
  }

  Plan plan() {
    return plan;
  }

  Judge judge() {
    return judge;
  }

  AttachmentInspector inspector() {
    return inspector;
  }

  /**
   * Returns the state without what was found out of its pages, so that all is judged anew.
   *
   * @param state a state of this form
   * @return the same answers
   */
  public FormState judgedAnew(FormState state) {
    return state.with(draft -> draft.settled().clear());
  }

  /**
   * Returns the state with what a party has filled in on their own pages, files and rows among it,
   * as it is in another state; all else is left.
   *
   * @param state a state of this form
   * @param source another state of this form
   * @param who the id of a party of the form
   * @return the state, to be judged anew
   * @throws IllegalArgumentException when the form has no such party
   */
  public FormState withPart(FormState state, FormState source, String who) {
    PartyDefinition of =
        form.parties().stream()
            .filter(known -> known.id().equals(who))
            .findFirst()
            .orElseThrow(() -> noParty(who));
    return new Parts(this, party).replaced(state, source, of);
  }

  private static IllegalArgumentException noParty(String who) {
    return new IllegalArgumentException("The form has no party " + who);
  }

  /**
   * Returns the page to show when somebody asks for one.
   *
   * @param state the state
   * @param page the path that is asked for
   * @return that page, or the first that is not passed when it lies before
   * @throws FormException {@link FormException#UNKNOWN_PAGE} when the form has no such page or row
   */
  public String open(FormState state, String page) {
    Navigator navigator = answers(state).navigator();
    navigator.place(page);
    return navigator.open(page);
  }

  /**
   * Returns where to go on: the first page that is not passed, else the last.
   *
   * <p>Of a group with an unfinished row it is the page of that row that is not passed.
   *
   * @param state the state
   * @return the path of the page
   */
  public String current(FormState state) {
    Navigator navigator = answers(state).navigator();
    return navigator.firstLeft().map(navigator::within).orElseGet(navigator::last);
  }

  /**
   * Tells whether every shown page has been posted and breaks no constraint, or none that may be
   * put right later.
   *
   * @param state the state
   * @return true when it may be reviewed and sent
   */
  public boolean isComplete(FormState state) {
    return answers(judgedAnew(state)).navigator().isComplete();
  }

  /**
   * Returns what is to be put right on a page.
   *
   * @param state the state
   * @param page the path of the page
   * @return in the order of the fields; empty when the page is hidden
   * @throws FormException {@link FormException#UNKNOWN_PAGE}
   */
  public List<Violation> violations(FormState state, String page) {
    return answers(state).navigator().faults().of(page, Set.of());
  }

  /**
   * Returns what was let through on a page although it is wrong, to be told when the page is
   * opened: the form is validated on review then, and a review has all that stands before it.
   *
   * @param state the state
   * @param page the path of a page on the way
   * @return in the order of the pages and fields; without what was chosen to be completed later
   * @throws FormException {@link FormException#UNKNOWN_PAGE}
   */
  public List<Violation> waiting(FormState state, String page) {
    return answers(state).navigator().faults().waiting(page);
  }

  /**
   * Returns everything that is to be put right, whether or not the pages were posted.
   *
   * @param state the state
   * @return in the order of the pages, those of rows after the page of their group
   */
  public List<Violation> violations(FormState state) {
    FormAnswers answers = answers(state);
    List<Violation> violations = new ArrayList<>();
    for (String page : answers.pages()) {
      answers.navigator().faults().gather(page, false, violations);
    }
    return violations;
  }

  /**
   * Returns what is to be completed later by choice: the citizen's, and in the applicant's run also
   * that of the parties that have filled in a page.
   *
   * @param state a complete state
   * @return in the order of the pages; empty when nothing is missing
   */
  public List<Violation> missing(FormState state) {
    FormAnswers answers = answers(state);
    List<Violation> missing = new ArrayList<>();
    for (PageDefinition page : form.pages()) {
      boolean others = party.isEmpty() && !page.party().isEmpty() && answers.isPageShown(page.id());
      if (others || answers.pages().contains(page.id())) {
        List<Violation> here = new ArrayList<>();
        answers.navigator().faults().gather(page.id(), false, here);
        here.removeIf(one -> !judge.isDeferrable(one) || (others && !isPosted(state, one)));
        missing.addAll(here);
      }
    }
    return missing;
  }

  private boolean isPosted(FormState state, Violation violation) {
    return form.structure()
        .pageOf(violation.field())
        .filter(page -> state.posted().contains(violation.place().path(page.id())))
        .isPresent();
  }

  /**
   * Tells whether something may be put right after the form is sent.
   *
   * @param violation what is wrong
   * @return true when the form and the field allow it
   */
  public boolean isDeferrable(Violation violation) {
    return judge.isDeferrable(violation);
  }

  /**
   * Takes a post.
   *
   * <p>A page that another window has hidden, or whose row it has removed, is no error: see {@link
   * StepResult#elsewhere}.
   *
   * @param state the state that the page was drawn from
   * @param page the path of the page
   * @param posted what was posted
   * @return the new state and the page to show
   * @throws FormException {@link FormException#UNKNOWN_PAGE}, {@link FormException#UNKNOWN_FIELD},
   *     {@link FormException#DUPLICATE_ANSWER} or {@link FormException#LOCKED_FIELD} for what no
   *     honest browser posts, {@link FormException#OTHER_FORM}
   */
  public StepResult post(FormState state, String page, PostedFields posted) {
    FormAnswers answers = answers(state);
    StepResult step =
        RemovedRow.of(form, answers, page)
            .map(removed -> removed.posted(posted))
            .orElseGet(() -> new Step(this, answers, page, posted).result());
    return parts.isEmpty() ? step : new Parts(this, party).bound(answers, step);
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
}
