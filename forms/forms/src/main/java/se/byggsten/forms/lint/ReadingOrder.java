package se.byggsten.forms.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.evaluation.Condition;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.spi.Trait;

/** Conditions that read a question which is asked later, so that what was shown changes. */
final class ReadingOrder {
  private final FormDefinition form;
  private final Plan plan;
  private final Report report;
  private final List<String> pages;

  ReadingOrder(FormDefinition form, Plan plan, Report report) {
    this.form = form;
    this.plan = plan;
    this.report = report;
    this.pages = new ArrayList<>(form.structure().pages().keySet());
  }

  void check() {
    for (Conditions.Use use : new Conditions(form).all()) {
      List<String> chain = form.structure().around(use.owner());
      Condition condition = plan.condition(chain, use.source());
      if (condition == null) {
        continue;
      }
      for (String read : condition.reads()) {
        for (String name : asked(read)) {
          if (!name.equals(use.owner()) && !chain.contains(name) && isLater(name, use)) {
            report.warning(
                "READS-LATER",
                use.where(),
                "It reads " + name + ", which is asked later",
                "Ask " + name + " before it, or move what the condition decides after it");
          }
        }
      }
    }
  }

  /** What a calculated value is made of, since it is not asked itself; else the name. */
  private Set<String> asked(String name) {
    Set<String> asked = new LinkedHashSet<>();
    Set<String> done = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      FieldDefinition field = form.fields().get(next);
      if (!done.add(next)) {
        continue;
      }
      if (field != null && field.has(Trait.CALCULATED)) {
        Condition value = plan.field(next).value();
        open.addAll(value == null ? Set.of() : value.reads());
      } else if (field != null || form.structure().groups().containsKey(next)) {
        asked.add(next);
      }
    }
    return asked;
  }

  private boolean isLater(String name, Conditions.Use use) {
    PageDefinition asked = form.pageOf(name).orElseThrow();
    PageDefinition here = form.page(use.owner()).or(() -> form.pageOf(use.owner())).orElseThrow();
    if (asked.equals(here)) {
      List<String> fields = here.fields().stream().map(field -> field.id()).toList();
      // A page that its own question decides is a cycle, which is found elsewhere.
      return use.decides()
          && form.page(use.owner()).isEmpty()
          && fields.indexOf(name) > fields.indexOf(use.owner());
    }
    return pages.indexOf(asked.id()) > pages.indexOf(here.id());
  }
}
