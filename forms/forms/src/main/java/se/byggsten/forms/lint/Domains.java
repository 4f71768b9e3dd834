package se.byggsten.forms.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.Domain;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.spi.Trait;

/** What the answers of a form can be: the options of choices, the limits of numbers, days. */
final class Domains {
  private final FormDefinition form;
  private final Map<String, Domain> all = new HashMap<>();

  Domains(FormDefinition form) {
    this.form = form;
    FormStructure structure = form.structure();
    for (FieldDefinition field : form.fields().values()) {
      of(field).ifPresent(domain -> names(field.id()).forEach(name -> all.put(name, domain)));
    }
    for (GroupDefinition group : structure.groups().values()) {
      Domain rows = new Domain.Items(Set.of(), group.max());
      names(group.id()).forEach(name -> all.put(name, rows));
    }
  }

  /** Its plain name, and its path from each group around it. */
  private List<String> names(String id) {
    List<String> names = new ArrayList<>();
    names.add(id);
    List<String> chain = form.structure().around(id);
    for (int i = chain.size() - 1; i >= 0; i--) {
      names.add(chain.get(i) + "." + names.get(names.size() - 1));
    }
    return names;
  }

  /** What can be read among these groups, the number of the row included. */
  Map<String, Domain> in(List<String> chain) {
    if (chain.isEmpty()) {
      return all;
    }
    GroupDefinition group =
        Objects.requireNonNull(form.structure().groups().get(chain.get(chain.size() - 1)));
    Map<String, Domain> here = new HashMap<>(all);
    here.put(
        Plan.ROW_NUMBER,
        new Domain.Numbers(
            Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(group.max())), true));
    return here;
  }

  private static Optional<Domain> of(FieldDefinition field) {
    if (field.has(Trait.OPTIONS)) {
      Set<String> values = new HashSet<>();
      field.options().stream().map(OptionDefinition::value).forEach(values::add);
      return Optional.of(
          field.has(Trait.MANY) ? new Domain.Items(values, values.size()) : Domain.texts(values));
    }
    return field.type().domain(field.settings(), field.judging());
  }
}
