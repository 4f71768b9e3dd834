package se.byggsten.forms.internal.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.internal.evaluation.Condition;
import se.byggsten.forms.internal.evaluation.FieldPlan;
import se.byggsten.forms.internal.evaluation.PagePlan;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.spi.Trait;

/** The pages and questions of a form in the order in which they stand on paper, with numbers. */
public final class PaperSequence {
  private static final int DEEPEST = 8;
  private static final Syntax ALWAYS = new Syntax.Literal(true);

  private final FormDefinition form;
  private final Plan plan;
  private final Set<String> texts;
  private final List<PaperEntry> entries = new ArrayList<>();
  private final Map<String, String> numbers = new HashMap<>();

  private PaperSequence(Plan plan) {
    this.form = plan.form();
    this.plan = plan;
    this.texts = form.texts().keys();
    add(form.pages(), List.of());
  }

  /**
   * Returns the sequence of a form.
   *
   * @param form the form
   * @return the sequence
   */
  public static PaperSequence of(FormDefinition form) {
    return of(Plan.of(form));
  }

  /**
   * Returns the sequence of a form that is made ready.
   *
   * @param plan the form without problems
   * @return the sequence
   */
  public static PaperSequence of(Plan plan) {
    return new PaperSequence(plan);
  }

  private void add(List<PageDefinition> pages, List<String> around) {
    List<Syntax> passed = new ArrayList<>();
    Map<String, List<Syntax>> past = new HashMap<>();
    for (PageDefinition page : pages) {
      Syntax shown = and(condition(page), not(or(past.getOrDefault(page.id(), List.of()))));
      switch (page.kind()) {
        case EXIT -> entry(Kind.EXIT, page, null, shown, around);
        case REPEAT -> rows(page, shown, around);
        case QUESTIONS, UPLOAD, DECLARATION -> part(page, shown, around);
        case INTRO, REVIEW, RECEIPT -> {}
      }
      passed.clear();
      for (Route route : page.routes()) {
        Syntax when = route.when().isEmpty() ? ALWAYS : syntax(around, route.when());
        Syntax taken = and(shown, and(when, not(or(passed))));
        passed.add(when);
        pages.stream()
            .skip(pages.indexOf(page) + 1L)
            .takeWhile(later -> !later.id().equals(route.to()))
            .forEach(later -> past.computeIfAbsent(later.id(), id -> new ArrayList<>()).add(taken));
      }
    }
  }

  private Syntax condition(PageDefinition page) {
    PagePlan planned = plan.pages().get(page.id());
    Syntax own = planned == null ? ALWAYS : syntax(planned.show());
    return page.party().isEmpty() ? own : and(syntax(plan.party(page.party())), own);
  }

  private void rows(PageDefinition page, Syntax shown, List<String> around) {
    int at = entry(Kind.ROWS, page, null, shown, around);
    List<String> inner = new ArrayList<>(around);
    page.group()
        .ifPresent(
            group -> {
              inner.add(group.id());
              add(group.pages(), List.copyOf(inner));
            });
    entry(Kind.AFTER, page, null, ALWAYS, around);
    entries.set(at, entries.get(at).ending(entries.size()));
  }

  private void part(PageDefinition page, Syntax shown, List<String> around) {
    int at = entry(Kind.PART, page, null, shown, around);
    for (FieldDefinition field : page.fields()) {
      if (!field.has(Trait.CALCULATED) || isTold(field.id() + ".hint", field.id())) {
        FieldPlan planned = plan.field(field.id());
        Kind kind = field.isAsked() ? Kind.ASK : Kind.TEXT;
        entry(kind, page, field, syntax(planned.show()), around);
      }
    }
    if (entries.size() == at + 1 && !isTold(page.id() + ".intro", page.id() + ".intro")) {
      entries.remove(at);
    } else {
      entries.set(at, entries.get(at).ending(entries.size()));
    }
  }

  /** Whether there is a text, or one for paper. */
  private boolean isTold(String key, String onPaper) {
    return texts.contains(key)
        || texts.contains(key + ".paper")
        || texts.contains(onPaper + ".paper");
  }

  private int entry(
      Kind kind,
      PageDefinition page,
      @Nullable FieldDefinition field,
      Syntax condition,
      List<String> around) {
    String number = "";
    if (kind == Kind.ASK && field != null) {
      number = Integer.toString(numbers.size() + 1);
      numbers.put(field.id(), number);
    }
    entries.add(
        new PaperEntry(
            kind, page, Optional.ofNullable(field), number, condition, entries.size() + 1, around));
    return entries.size() - 1;
  }

  private Syntax syntax(List<String> around, String source) {
    return syntax(plan.condition(around, source));
  }

  private Syntax syntax(@Nullable Condition condition) {
    return condition == null ? ALWAYS : named(condition.syntax(), condition.reads());
  }

  /** What cannot be read out, such as going through rows, still names what it hangs on. */
  private static Syntax named(Syntax syntax, Set<String> names) {
    if (syntax instanceof Syntax.Call call) {
      return each(call, argument -> named(argument, names));
    }
    return syntax instanceof Syntax.Other || syntax instanceof Syntax.Field
        ? new Syntax.Call("?", names.stream().<Syntax>map(Syntax.Name::new).toList())
        : syntax;
  }

  private static Syntax each(Syntax.Call call, UnaryOperator<Syntax> change) {
    return new Syntax.Call(call.function(), call.arguments().stream().map(change).toList());
  }

  /**
   * Puts what is calculated where its name stands, for few calculate on paper.
   *
   * @param syntax a condition
   * @param at the index of a step; the names of what is told of up to there are left
   * @return the condition
   */
  Syntax inlined(Syntax syntax, int at) {
    return inlined(syntax, at, 0);
  }

  private Syntax inlined(Syntax syntax, int at, int depth) {
    if (syntax instanceof Syntax.Name name && depth < DEEPEST) {
      FieldPlan field = plan.fields().get(name.name());
      Condition value = field == null ? null : field.value();
      int told = index(name.name());
      boolean left = value == null || (told >= 0 && told <= at);
      return left ? syntax : inlined(syntax(value), at, depth + 1);
    }
    return syntax instanceof Syntax.Call call
        ? each(call, argument -> inlined(argument, at, depth))
        : syntax;
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
   * Returns the steps.
   *
   * @return in order; what belongs to a part follows it
   */
  public List<PaperEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Returns the number of a question.
   *
   * @param field the id of the field
   * @return the number; empty for what is not asked on paper
   */
  public Optional<String> number(String field) {
    return Optional.ofNullable(numbers.get(field));
  }

  /**
   * Returns the step of a question, or of what is told of a calculated value.
   *
   * @param field the id of the field
   * @return its index; -1 for what does not stand on paper
   */
  public int index(String field) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).field().filter(f -> f.id().equals(field)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns where what a condition reads is filled in.
   *
   * @param name the id of a field or of a group
   * @return the index of its step; -1 for what is not filled in on paper
   */
  int begins(String name) {
    for (int i = 0; i < entries.size(); i++) {
      PaperEntry entry = entries.get(i);
      if (entry.kind() == PaperEntry.Kind.ROWS
          && entry.page().group().filter(group -> group.id().equals(name)).isPresent()) {
        return i;
      }
    }
    return index(name);
  }

  /**
   * Tells whether everyone who comes to a step has answered a question.
   *
   * @param field the id of the field
   * @param at the index of the step; negative for what all who fill in the form answer
   * @return false when it may have been left out
   */
  public boolean isAnswered(String field, int at) {
    int asked = index(field);
    FieldDefinition definition = form.fields().get(field);
    if (asked < 0
        || definition == null
        || !(definition.required() || definition.has(Trait.CALCULATED))) {
      return false;
    }
    List<Syntax> here = new ArrayList<>(List.of(ALWAYS));
    around(at).forEach(i -> here.add(entries.get(i).condition()));
    return here.contains(entries.get(asked).condition())
        && around(asked).stream().allMatch(i -> here.contains(entries.get(i).condition()));
  }

  /** The parts and groups that a step stands in. */
  private List<Integer> around(int index) {
    List<Integer> around = new ArrayList<>();
    for (int i = 0; i < index; i++) {
      if (entries.get(i).end() > index) {
        around.add(i);
      }
    }
    return around;
  }

  /**
   * Returns when an option is offered.
   *
   * @param field the id of the field
   * @param option the value of the option
   * @return the condition; empty for always
   */
  public Optional<Syntax> option(String field, String option) {
    return Optional.ofNullable(plan.field(field).options().get(option)).map(this::syntax);
  }

  /**
   * Returns when there is a party.
   *
   * @param party its id
   * @return the condition; the literal true for always
   */
  public Syntax party(String party) {
    return syntax(plan.party(party));
  }

  /**
   * Returns when a question that need not be answered must be.
   *
   * @param field the id of the field
   * @return the condition; empty for never
   */
  public Optional<Syntax> required(String field) {
    return Optional.ofNullable(plan.field(field).require()).map(this::syntax);
  }

  static Syntax and(Syntax left, Syntax right) {
    return left.equals(ALWAYS)
        ? right
        : right.equals(ALWAYS) ? left : new Syntax.Call("&&", List.of(left, right));
  }

  static Syntax not(Syntax part) {
    return part instanceof Syntax.Literal literal && literal.value() instanceof Boolean value
        ? new Syntax.Literal(!value)
        : new Syntax.Call("!", List.of(part));
  }

  private static Syntax or(List<Syntax> parts) {
    return parts.stream()
        .reduce((a, b) -> new Syntax.Call("||", List.of(a, b)))
        .orElse(new Syntax.Literal(false));
  }
}
