package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.evaluation.FieldPlan;

/** Every condition and calculation of the pages of a form. */
final class Conditions {
  private final FormDefinition form;

  /**
   * A condition where it stands.
   *
   * @param where the owner and what it is for, such as {@code namn.showIf}
   * @param owner the id of the page or field
   * @param source the condition; never empty
   */
  record Use(String where, String owner, String source) {
    boolean isCalculation() {
      return where.endsWith(".value") || where.endsWith(".then") || where.endsWith(".else");
    }

    /** Whether it decides what is seen, and not only what is told about an answer. */
    boolean decides() {
      return where.endsWith(".showIf") || where.contains(".option.");
    }
  }

  Conditions(FormDefinition form) {
    this.form = form;
  }

  List<Use> all() {
    List<Use> all = new ArrayList<>();
    for (PageDefinition page : form.structure().pages().values()) {
      add(all, page.id(), "showIf", page.showIf());
      for (Route route : page.routes()) {
        add(all, page.id(), "routes", route.when());
      }
      page.fields().forEach(field -> of(field, all));
    }
    return all;
  }

  /** The conditions for there being a party, which see what stands outside groups. */
  List<Use> ofParties() {
    List<Use> all = new ArrayList<>();
    form.parties().forEach(party -> add(all, party.id(), "showIf", party.showIf()));
    return all;
  }

  private static void of(FieldDefinition field, List<Use> all) {
    add(all, field.id(), "showIf", field.showIf());
    add(all, field.id(), "requiredIf", field.requiredIf());
    for (Map.Entry<String, String> cell : FieldPlan.cells(field).entrySet()) {
      all.add(new Use(cell.getKey(), field.id(), cell.getValue()));
    }
    for (OptionDefinition option : field.options()) {
      add(all, field.id(), "option." + option.value(), option.showIf());
    }
    for (WarningRule warning : field.warnings()) {
      add(all, field.id(), "warning." + warning.id(), warning.when());
    }
    for (ConstraintRule rule : field.constraints()) {
      if (rule.parameters().get("holds") instanceof String holds) {
        add(all, field.id(), rule.errorName(), holds);
      }
    }
  }

  private static void add(List<Use> all, String owner, String part, String source) {
    if (!source.isEmpty()) {
      all.add(new Use(owner + "." + part, owner, source));
    }
  }
}
