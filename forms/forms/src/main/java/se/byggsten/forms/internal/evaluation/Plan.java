package se.byggsten.forms.internal.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Expression;
import se.byggsten.expression.ExpressionCompiler;
import se.byggsten.expression.ExpressionException;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.evaluation.PagePlan.Skip;
import se.byggsten.forms.spi.Trait;

/**
 * A form made ready to be run: every condition compiled where it stands, and what depends on what.
 *
 * <p>A condition sees the fields of its own row, of the rows around it and outside every group, and
 * each group there as a list of rows.
 */
public final class Plan {
  /** The name of the day of the evaluation. */
  public static final String TODAY = "today";

  /** The name of the list of answered fields. */
  public static final String ANSWERED = "answered";

  /** The name of the position of the row, from 1. */
  public static final String ROW_NUMBER = "rowNumber";

  private final FormDefinition form;
  private final FormStructure structure;
  private final Map<String, FieldPlan> fields = new LinkedHashMap<>();
  private final Map<String, PagePlan> pages = new LinkedHashMap<>();
  private final Map<String, Condition> parties = new LinkedHashMap<>();
  private final Map<List<String>, ExpressionCompiler> compilers = new HashMap<>();
  private final Map<List<String>, Map<String, Condition>> conditions = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Dependencies dependencies;

  /**
   * A condition that cannot be used.
   *
   * @param where the page or field and what the condition is for, such as {@code stod.showIf}
   * @param code what kind of fault it is, such as {@code EXPRESSION-INVALID} or {@code FORM-CYCLE}
   * @param message what is wrong
   */
  public record Problem(String where, String code, String message) {}

  private Plan(FormDefinition form) {
    this.form = form;
    this.structure = form.structure();
    structure.fields().values().forEach(this::compile);
    structure.pages().values().forEach(page -> compile(page, List.of()));
    for (PageDefinition page : structure.pages().values()) {
      compile(page, skips(page));
    }
    for (PartyDefinition party : form.parties()) {
      Condition condition = compile(party.id() + ".showIf", List.of(), party.showIf());
      if (condition != null) {
        parties.put(party.id(), condition);
      }
    }
    dependencies = new Dependencies(this);
    dependencies
        .cycles()
        .forEach(
            cycle ->
                problems.add(
                    new Problem(
                        cycle.get(0).replaceFirst("^page:(.*)", "$1.showIf"),
                        "FORM-CYCLE",
                        "it depends on itself: " + String.join(" → ", cycle))));
  }

  /**
   * Makes a form ready.
   *
   * @param form the form
   * @return the plan
   * @throws FormException {@link FormException#CONDITION} for the first condition that cannot be
   *     used
   */
  public static Plan of(FormDefinition form) {
    Plan plan = new Plan(form);
    if (!plan.problems.isEmpty()) {
      Problem first = plan.problems.get(0);
      throw new FormException(FormException.CONDITION, first.where() + ": " + first.message());
    }
    return plan;
  }

  /**
   * Makes a form ready as far as it goes, to find all its faults.
   *
   * @param form the form
   * @return the plan with its problems
   */
  public static Plan tried(FormDefinition form) {
    return new Plan(form);
  }

  /**
   * Returns what is wrong.
   *
   * @return in order
   */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void compile(FieldDefinition field) {
    List<String> chain = structure.around(field.id());
    String id = field.id();
    Map<String, Condition> options = new HashMap<>();
    for (OptionDefinition option : field.options()) {
      put(
          options,
          option.value(),
          compile(id + ".option." + option.value(), chain, option.showIf()));
    }
    Map<String, Condition> warnings = new LinkedHashMap<>();
    for (WarningRule warning : field.warnings()) {
      put(warnings, warning.id(), compile(id + ".warning." + warning.id(), chain, warning.when()));
    }
    for (ConstraintRule rule : field.constraints()) {
      if (rule.parameters().get("holds") instanceof String holds) {
        compile(id + "." + rule.errorName(), chain, holds);
      }
    }
    PageDefinition page = structure.pageOf(id).orElseThrow();
    fields.put(
        id,
        new FieldPlan(
            field,
            page.id(),
            chain.size(),
            fields.size(),
            FieldShape.of(field, page),
            compile(id + ".showIf", chain, field.showIf()),
            compile(id + ".requiredIf", chain, field.requiredIf()),
            calculation(field, chain),
            options,
            warnings));
  }

  private static void put(Map<String, Condition> map, String key, @Nullable Condition condition) {
    if (condition != null) {
      map.put(key, condition);
    }
  }

  private void compile(PageDefinition page, List<Skip> skips) {
    List<String> chain = structure.around(page.id());
    String around =
        chain.isEmpty() ? null : structure.pageOf(chain.get(chain.size() - 1)).orElseThrow().id();
    PagePlan before = pages.get(page.id());
    Condition show =
        before == null ? compile(page.id() + ".showIf", chain, page.showIf()) : before.show();
    List<FieldPlan> planned =
        before == null
            ? page.fields().stream().map(field -> field(field.id())).toList()
            : before.fields();
    Map<String, FieldPlan> byName = new HashMap<>();
    planned.forEach(field -> field.shape().names().forEach(name -> byName.put(name, field)));
    pages.put(page.id(), new PagePlan(page, planned, byName, around, show, skips));
  }

  private List<Skip> skips(PageDefinition page) {
    List<Skip> skips = new ArrayList<>();
    List<PageDefinition> list = structure.siblings(page.id());
    int at = list.indexOf(page);
    List<String> chain = structure.around(page.id());
    for (PageDefinition from : list.subList(0, at)) {
      List<Condition> before = new ArrayList<>();
      for (Route route : from.routes()) {
        Condition when = compile(from.id() + ".routes", chain, route.when());
        boolean past = list.stream().map(PageDefinition::id).toList().indexOf(route.to()) > at;
        if (past) {
          skips.add(new Skip(from.id(), List.copyOf(before), when));
        }
        if (when == null) {
          break;
        }
        before.add(when);
      }
    }
    return skips;
  }

  private @Nullable Condition compile(String where, List<String> chain, String source) {
    return source.isEmpty() ? null : condition(where, chain, source, true);
  }

  private @Nullable Condition calculation(FieldDefinition field, List<String> chain) {
    ValueType wanted = field.type().valueType(field.settings());
    Map<String, String> cells = FieldPlan.cells(field);
    List<Expression> parts = new ArrayList<>();
    cells.forEach(
        (where, source) -> {
          boolean decides = where.endsWith(".if");
          Condition cell = condition(where, chain, source, decides);
          if (cell != null) {
            parts.add(cell.expression());
            ValueType result = cell.expression().resultType();
            boolean fits =
                decides
                    || result.equals(wanted)
                    || result.equals(ValueType.OTHER)
                    || (result.equals(ValueType.INTEGER) && wanted.equals(ValueType.DECIMAL));
            if (!fits) {
              problems.add(
                  new Problem(
                      where,
                      "FORM-CALCULATION-TYPE",
                      "it gives " + result + ", but the field is to be " + wanted));
            }
          }
        });
    return parts.isEmpty() || parts.size() < cells.size() ? null : made(parts, chain);
  }

  private Condition made(List<Expression> parts, List<String> chain) {
    return new Condition(parts, chain, id -> structure.fields().containsKey(id));
  }

  private @Nullable Condition condition(
      String where, List<String> chain, String source, boolean bool) {
    Map<String, Condition> known = conditions.computeIfAbsent(chain, c -> new HashMap<>());
    Condition condition = known.get(source);
    if (condition == null || (bool && !isCondition(condition))) {
      ExpressionCompiler compiler = compilers.computeIfAbsent(chain, this::compiler);
      try {
        condition =
            made(
                List.of(bool ? compiler.compileCondition(source) : compiler.compile(source)),
                chain);
      } catch (ExpressionException e) {
        Problem problem = new Problem(where, e.code().value(), String.valueOf(e.getMessage()));
        if (!problems.contains(problem)) {
          problems.add(problem);
        }
        return null;
      }
      known.put(source, condition);
    }
    return condition;
  }

  private static boolean isCondition(Condition condition) {
    return condition.expression().resultType().equals(ValueType.BOOLEAN);
  }

  private ExpressionCompiler compiler(List<String> chain) {
    return ExpressionCompiler.with(variables(chain));
  }

  /**
   * Returns what a condition may read.
   *
   * @param chain the groups around it
   * @return the names and their types
   */
  public Map<String, ValueType> variables(List<String> chain) {
    Map<String, ValueType> variables = new LinkedHashMap<>();
    variables.put(TODAY, ValueType.DATE);
    variables.put(ANSWERED, ValueType.listOf(ValueType.TEXT));
    form.inputs().forEach((name, type) -> variables.put(name, type.valueType()));
    if (!chain.isEmpty()) {
      variables.put(ROW_NUMBER, ValueType.INTEGER);
    }
    for (FieldDefinition field : structure.fields().values()) {
      if (isPrefix(structure.around(field.id()), chain) && !field.has(Trait.CONTENT)) {
        variables.put(field.id(), field.type().valueType(field.settings()));
      }
    }
    for (GroupDefinition group : structure.groups().values()) {
      if (isPrefix(structure.around(group.id()), chain)) {
        variables.put(group.id(), ValueType.listOf(rowType(group)));
      }
    }
    return variables;
  }

  private ValueType rowType(GroupDefinition group) {
    Map<String, ValueType> row = new LinkedHashMap<>();
    for (FieldDefinition field : group.fields()) {
      if (!field.has(Trait.CONTENT)) {
        row.put(field.id(), field.type().valueType(field.settings()));
      }
    }
    for (PageDefinition page : group.pages()) {
      page.group().ifPresent(inner -> row.put(inner.id(), ValueType.listOf(rowType(inner))));
    }
    return ValueType.rowOf(row);
  }

  private static boolean isPrefix(List<String> outer, List<String> inner) {
    return outer.size() <= inner.size() && inner.subList(0, outer.size()).equals(outer);
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
   * Returns a field.
   *
   * @param id its id
   * @return its plan
   */
  public FieldPlan field(String id) {
    return Objects.requireNonNull(fields.get(id), "No such field");
  }

  /**
   * Returns every field.
   *
   * @return plans by id, in order
   */
  public Map<String, FieldPlan> fields() {
    return fields;
  }

  /**
   * Returns a page.
   *
   * @param id its id
   * @return its plan
   */
  public PagePlan page(String id) {
    return Objects.requireNonNull(pages.get(id), "No such page");
  }

  /**
   * Returns every page.
   *
   * @return plans by id, in order
   */
  public Map<String, PagePlan> pages() {
    return pages;
  }

  /**
   * Returns the condition for there being a party.
   *
   * @param party its id
   * @return the condition; null for always
   */
  public @Nullable Condition party(String party) {
    return parties.get(party);
  }

  /**
   * Returns a compiled condition.
   *
   * @param chain the groups around it
   * @param source the condition
   * @return the condition; null when the form has no such condition there
   */
  public @Nullable Condition condition(List<String> chain, String source) {
    return conditions.getOrDefault(chain, Map.of()).get(source);
  }

  /**
   * Returns what depends on what.
   *
   * @return the dependencies
   */
  public Dependencies dependencies() {
    return dependencies;
  }

  /**
   * Tells whether a name is a group.
   *
   * @param name a field, group or other name
   * @return true when it is
   */
  boolean isGroup(String name) {
    return structure.groups().containsKey(name);
  }

  /** The conditions inside constraints of a field. */
  List<Condition> rules(FieldDefinition field) {
    List<Condition> rules = new ArrayList<>();
    for (ConstraintRule rule : field.constraints()) {
      if (rule.parameters().get("holds") instanceof String holds) {
        Condition condition = condition(structure.around(field.id()), holds);
        if (condition != null) {
          rules.add(condition);
        }
      }
    }
    return rules;
  }

  /** The names that anything may read besides fields and groups. */
  Set<String> others() {
    Set<String> others = new java.util.LinkedHashSet<>(form.inputs().keySet());
    others.add(TODAY);
    return others;
  }
}
