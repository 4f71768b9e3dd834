package se.byggsten.forms.internal.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * What depends on what in a form, so that a changed answer touches only what it can change.
 *
 * <p>Fields and groups stand under their own ids; whether a page is shown stands under its id after
 * the word page and a colon.
 */
public final class Dependencies {
  private final Plan plan;
  private final Map<String, Set<String>> reads = new LinkedHashMap<>();
  private final Map<String, Set<String>> pagesTouchedBy = new HashMap<>();

  Dependencies(Plan plan) {
    this.plan = plan;
    plan.pages().forEach((id, page) -> reads.put("page:" + id, ofPage(page)));
    plan.fields().forEach((id, field) -> reads.put(id, ofField(field)));
    plan.form().structure().groups().forEach((id, group) -> reads.put(id, ofGroup(group)));
    plan.pages().keySet().forEach(this::touch);
  }

  private static Set<String> ofPage(PagePlan plan) {
    Set<String> read = new LinkedHashSet<>();
    if (plan.around() != null) {
      read.add("page:" + plan.around());
    }
    if (plan.show() != null) {
      read.addAll(plan.show().reads());
    }
    for (PagePlan.Skip skip : plan.skips()) {
      read.add("page:" + skip.from());
      skip.before().forEach(condition -> read.addAll(condition.reads()));
      if (skip.when() != null) {
        read.addAll(skip.when().reads());
      }
    }
    return read;
  }

  private static Set<String> ofField(FieldPlan plan) {
    Set<String> read = new LinkedHashSet<>();
    read.add("page:" + plan.page());
    if (plan.show() != null) {
      read.addAll(plan.show().reads());
    }
    if (plan.value() != null) {
      read.addAll(plan.value().reads());
    }
    return read;
  }

  private Set<String> ofGroup(GroupDefinition group) {
    Set<String> read = new LinkedHashSet<>();
    plan.form().pageOf(group.id()).ifPresent(page -> read.add("page:" + page.id()));
    group.fields().forEach(field -> read.add(field.id()));
    group.pages().forEach(page -> page.group().ifPresent(inner -> read.add(inner.id())));
    return read;
  }

  private void touch(String pageId) {
    Set<String> leaves = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(judged(pageId));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (leaves.add(name)) {
        open.addAll(reads.getOrDefault(name, Set.of()));
      }
    }
    leaves.forEach(
        name -> pagesTouchedBy.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(pageId));
  }

  /** What decides whether a page is shown and complete. */
  private Set<String> judged(String pageId) {
    Set<String> names = new LinkedHashSet<>();
    names.add("page:" + pageId);
    PageDefinition page = plan.form().page(pageId).orElseThrow();
    for (FieldDefinition field : page.fields()) {
      names.add(field.id());
      plan.field(field.id()).all().forEach(condition -> names.addAll(condition.reads()));
      plan.rules(field).forEach(condition -> names.addAll(condition.reads()));
    }
    page.group()
        .ifPresent(
            group -> {
              names.add(group.id());
              group.pages().forEach(inner -> names.addAll(judged(inner.id())));
            });
    return names;
  }

  /**
   * Returns the pages that may be shown or complete otherwise than before.
   *
   * @param name a field, group or other name whose value has changed
   * @return the ids of pages
   */
  public Set<String> pagesTouchedBy(String name) {
    return pagesTouchedBy.getOrDefault(name, Set.of());
  }

  /**
   * Returns what something depends on directly.
   *
   * @param name a field or group, or {@code page:} and a page
   * @return names of the same kinds
   */
  public Set<String> of(String name) {
    return reads.getOrDefault(name, Set.of());
  }

  /**
   * Finds something that depends on itself.
   *
   * @return the way round, its first name again at the end; empty when there is none
   */
  public Optional<List<String>> cycle() {
    Set<String> done = new HashSet<>();
    for (String start : reads.keySet()) {
      Optional<List<String>> cycle = cycle(start, new LinkedHashSet<>(), done);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> cycle(String name, Set<String> way, Set<String> done) {
    if (done.contains(name)) {
      return Optional.empty();
    }
    if (!way.add(name)) {
      List<String> cycle = new ArrayList<>(way);
      List<String> round = new ArrayList<>(cycle.subList(cycle.indexOf(name), cycle.size()));
      round.add(name);
      return Optional.of(round);
    }
    for (String next : of(name)) {
      Optional<List<String>> cycle = cycle(next, way, done);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    way.remove(name);
    done.add(name);
    return Optional.empty();
  }
}
