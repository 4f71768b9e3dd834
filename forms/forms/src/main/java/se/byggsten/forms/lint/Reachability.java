package se.byggsten.forms.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.ExpressionCompiler;
import se.byggsten.expression.ExpressionException;
import se.byggsten.expression.ExpressionLimits;
import se.byggsten.expression.Outcomes;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.DecisionTable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.spi.Trait;

/**
 * Finds what conditions and routes rule out.
 *
 * <p>A condition is judged by itself first, then together with what must hold for the thing to be
 * seen at all: the conditions of its page and of the pages around it, no route past them, and that
 * a question that is hidden has no answer.
 */
final class Reachability {
  private static final ExpressionLimits LIMITS = new ExpressionLimits(20_000, 100, 1);
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final int MOST_QUESTIONS = 25;

  private final FormDefinition form;
  private final Plan plan;
  private final Report report;
  private final Domains domains;
  private final Map<List<String>, ExpressionCompiler> compilers = new HashMap<>();

  Reachability(FormDefinition form, Plan plan, Report report) {
    this.form = form;
    this.plan = plan;
    this.report = report;
    this.domains = new Domains(form);
  }

  void check() {
    Set<String> alone = new HashSet<>();
    for (Conditions.Use use : new Conditions(form).all()) {
      if (!use.isCalculation()) {
        byItself(use).ifPresent(alone::add);
      }
    }
    new Conditions(form).ofParties().forEach(use -> byItself(use).ifPresent(alone::add));
    Set<String> unreachable = new HashSet<>();
    for (PageDefinition page : form.structure().pages().values()) {
      List<String> chain = form.structure().around(page.id());
      boolean within =
          !chain.isEmpty()
              && unreachable.contains(form.pageOf(chain.get(chain.size() - 1)).orElseThrow().id());
      if (within
          || alone.contains(page.id() + ".showIf")
          || alone.contains(page.party() + ".showIf")) {
        unreachable.add(page.id());
      } else if (!canBeTrue(chain, reached(page))) {
        unreachable.add(page.id());
        report.error(
            "UNREACHABLE",
            page.id(),
            "No answers lead to the page, for its condition and those before it rule each other out",
            "Change its show-if, or the routes and conditions of the pages before it");
      } else {
        page.fields().forEach(field -> check(field, chain, alone));
      }
    }
  }

  /** Judges a condition alone; where it is when it cannot hold. */
  private Optional<String> byItself(Conditions.Use use) {
    List<String> chain = form.structure().around(use.owner());
    if (plan.condition(chain, use.source()) == null) {
      return Optional.empty();
    }
    Outcomes outcomes = outcomes(chain, use.source());
    if (!outcomes.canBeTrue()) {
      report.error(
          "CONTRADICTION",
          use.where(),
          "No answers make the condition hold",
          "Compare with an option that the question has, or take the condition away");
      return Optional.of(use.where());
    }
    if (!outcomes.canBeFalse()) {
      report.warning(
          "ALWAYS",
          use.where(),
          "Every answer makes the condition hold",
          "Take the condition away, or change what it compares with");
    }
    return Optional.empty();
  }

  private void check(FieldDefinition field, List<String> chain, Set<String> alone) {
    String seen = and(reached(form.pageOf(field.id()).orElseThrow()), field.showIf());
    if (alone.contains(field.id() + ".showIf")) {
      return;
    }
    if (!field.showIf().isEmpty() && !canBeTrue(chain, seen)) {
      report.error(
          "NEVER-SHOWN",
          field.id() + ".showIf",
          "The field is never shown: its condition and those of its page rule each other out",
          "Change one of the conditions, or take the field away");
      return;
    }
    if (!field.requiredIf().isEmpty() && !alone.contains(field.id() + ".requiredIf")) {
      required(field, chain, seen);
    }
    table(field, chain, seen, alone);
    for (OptionDefinition option : field.options()) {
      String where = field.id() + ".option." + option.value();
      if (!option.showIf().isEmpty()
          && !alone.contains(where)
          && !canBeTrue(chain, and(seen, option.showIf()))) {
        report.error(
            "NEVER-OFFERED",
            where,
            "The option is never offered while the field is shown",
            "Change the condition of the option or of the field");
      }
    }
  }

  /** Each row takes its answers from those that the rows above have left. */
  private void table(FieldDefinition field, List<String> chain, String seen, Set<String> alone) {
    StringBuilder left = new StringBuilder(seen.isEmpty() ? "true" : "(" + seen + ")");
    int number = 0;
    for (DecisionTable.Row row : field.value().rows()) {
      String where = field.id() + ".value[" + ++number + "].if";
      if (!alone.contains(where) && !canBeTrue(chain, left + " && (" + row.when() + ")")) {
        report.error(
            "NEVER-CHOSEN",
            where,
            "The row never counts: a row above it holds whenever it does",
            "Move the row up, or take it away");
      }
      left.append(" && !(").append(row.when()).append(')');
    }
    if (number > 0 && field.value().otherwise().isEmpty() && canBeTrue(chain, left.toString())) {
      report.warning(
          "NO-ELSE",
          field.id() + ".value",
          "There are answers for which no row holds, and then the value is empty",
          "End the table with a row that has only else");
    }
  }

  private void required(FieldDefinition field, List<String> chain, String seen) {
    String where = field.id() + ".requiredIf";
    if (field.required()) {
      report.warning(
          "ALWAYS", where, "The field is required anyway", "Take away required, or the condition");
    } else if (!canBeTrue(chain, and(seen, field.requiredIf()))) {
      report.error(
          "NEVER-REQUIRED",
          where,
          "The field is never required while it is shown",
          "Change the condition that requires it or the one that shows it");
    }
  }

  private static String and(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : "(" + one + ") && (" + other + ")";
  }

  /** The condition for somebody to come to a page: no exit before it, and its party if it has. */
  private String reached(PageDefinition page) {
    String reached = seen(page);
    List<String> chain = form.structure().around(page.id());
    PageDefinition at = page;
    for (int i = chain.size(); i >= 0; i--) {
      List<PageDefinition> list = form.structure().siblings(at.id());
      for (PageDefinition exit : list.subList(0, list.indexOf(at))) {
        if (exit.kind() == PageKind.EXIT && passedBy(list, exit).isEmpty()) {
          reached = and(reached, "!(" + exit.showIf() + ")");
        }
      }
      for (PartyDefinition party : form.parties()) {
        if (party.id().equals(at.party())) {
          reached = and(reached, party.showIf());
        }
      }
      if (i > 0) {
        at = form.pageOf(chain.get(i - 1)).orElseThrow();
      }
    }
    return reached;
  }

  /** The condition for seeing a page; empty for always. */
  private String seen(PageDefinition page) {
    List<String> chain = form.structure().around(page.id());
    String around =
        chain.isEmpty() ? "" : seen(form.pageOf(chain.get(chain.size() - 1)).orElseThrow());
    String seen = and(around, page.showIf());
    List<PageDefinition> list = form.structure().siblings(page.id());
    int at = list.indexOf(page);
    for (PageDefinition from : list.subList(0, at)) {
      String before = "";
      for (Route route : from.routes()) {
        String taken = and(from.showIf(), and(before, route.when()));
        boolean past = list.stream().map(PageDefinition::id).toList().indexOf(route.to()) > at;
        // A page that is itself passed by has no say, so only those that never are count.
        if (past && passedBy(list, from).isEmpty()) {
          seen = and(seen, taken.isEmpty() ? "false" : "!(" + taken + ")");
        }
        before = and(before, route.when().isEmpty() ? "false" : "!(" + route.when() + ")");
      }
    }
    return seen;
  }

  /** The pages with a route past a page. */
  private static List<PageDefinition> passedBy(List<PageDefinition> list, PageDefinition page) {
    int at = list.indexOf(page);
    List<String> ids = list.stream().map(PageDefinition::id).toList();
    return list.subList(0, at).stream()
        .filter(from -> from.routes().stream().anyMatch(r -> ids.indexOf(r.to()) > at))
        .toList();
  }

  private boolean canBeTrue(List<String> chain, String source) {
    return source.isEmpty() || outcomes(chain, withHidden(chain, source)).canBeTrue();
  }

  /** Adds for every question that is read: it has no answer, or it is seen. */
  private String withHidden(List<String> chain, String source) {
    Map<String, ValueType> types = plan.variables(chain);
    StringBuilder all = new StringBuilder("(" + source + ")");
    Set<String> done = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(names(source));
    while (!open.isEmpty() && done.size() < MOST_QUESTIONS) {
      String name = open.pop();
      FieldDefinition field = form.fields().get(name);
      if (!done.add(name) || field == null || field.has(Trait.CALCULATED)) {
        continue;
      }
      String seen = and(seen(form.pageOf(name).orElseThrow()), field.showIf());
      String empty = empty(name, types.get(name));
      if (!seen.isEmpty() && !empty.isEmpty()) {
        all.append(" && (").append(empty).append(" || (").append(seen).append("))");
        open.addAll(names(seen));
      }
    }
    return all.toString();
  }

  /** The fields that a condition may read: too many does no harm. */
  private Set<String> names(String source) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(source);
    while (matcher.find()) {
      if (form.fields().containsKey(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  private static String empty(String name, @Nullable ValueType type) {
    if (type == null) {
      return "";
    }
    if (type.equals(ValueType.BOOLEAN)) {
      return "!" + name;
    }
    if (type.equals(ValueType.TEXT)) {
      return name + " == ''";
    }
    if (type.equals(ValueType.INTEGER) || type.equals(ValueType.DECIMAL)) {
      return name + (type.equals(ValueType.INTEGER) ? " == 0" : " == 0.0");
    }
    return "";
  }

  private ExpressionCompiler compiler(List<String> chain) {
    return compilers.computeIfAbsent(
        chain, c -> ExpressionCompiler.with(plan.variables(c), LIMITS));
  }

  private Outcomes outcomes(List<String> chain, String source) {
    try {
      return compiler(chain).outcomes(source, domains.in(chain));
    } catch (ExpressionException e) {
      // Another condition that it is joined with is wrong, which is found elsewhere, or too long.
      return Outcomes.BOTH;
    }
  }
}
