package se.byggsten.forms.internal.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final String PAGE = "page:";
  private static final int MOST_CYCLES = 50;

  private final Plan plan;
  private final Map<String, Set<String>> reads = new LinkedHashMap<>();
  private final Map<String, Set<String>> pagesTouchedBy = new HashMap<>();

  Dependencies(Plan plan) {
    this.plan = plan;
    plan.pages().forEach((id, page) -> reads.put("page:" + id, ofPage(page)));
    plan.fields().forEach((id, field) -> reads.put(id, ofField(field)));
    plan.form().structure().groups().forEach((id, group) -> reads.put(id, ofGroup(group)));
    plan.pages().keySet().forEach(this::touch);
    // The fields of a page mostly touch the same pages, and then they have the very same set.
    Map<Set<String>, Set<String>> alike = new HashMap<>();
    pagesTouchedBy.replaceAll((name, pages) -> alike.computeIfAbsent(pages, p -> p));
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
   * Finds all that depends on itself.
   *
   * @return each way round, its first name again at the end; the first has the condition that
   *     closes the round. Rounds that only repeat a condition already told of are left out
   */
  public List<List<String>> cycles() {
    List<List<String>> cycles = new ArrayList<>();
    Set<List<String>> cut = new HashSet<>();
    Optional<List<String>> cycle = cycle(cut);
    while (cycle.isPresent() && cycles.size() < MOST_CYCLES) {
      List<String> round = fromItsCondition(cycle.get());
      cycles.add(round);
      cut.add(round.subList(0, 2));
      cycle = cycle(cut);
    }
    return List.copyOf(cycles);
  }

  private Optional<List<String>> cycle(Set<List<String>> cut) {
    Set<String> done = new HashSet<>();
    for (String start : reads.keySet()) {
      Optional<List<String>> cycle = cycle(start, new LinkedHashSet<>(), done, cut);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> cycle(
      String name, Set<String> way, Set<String> done, Set<List<String>> cut) {
    if (done.contains(name)) {
      return Optional.empty();
    }
    if (!way.add(name)) {
      List<String> cycle = new ArrayList<>(way);
      return Optional.of(new ArrayList<>(cycle.subList(cycle.indexOf(name), cycle.size())));
    }
    for (String next : of(name)) {
      if (!cut.contains(List.of(name, next))) {
        Optional<List<String>> cycle = cycle(next, way, done, cut);
        if (cycle.isPresent()) {
          return cycle;
        }
      }
    }
    way.remove(name);
    done.add(name);
    return Optional.empty();
  }

  /** That a field stands on its page, or a row in its group, is nothing that anybody can change. */
  private List<String> fromItsCondition(List<String> cycle) {
    List<String> round = new ArrayList<>(cycle);
    for (int turn = 0; turn < cycle.size() && !isRead(round); turn++) {
      Collections.rotate(round, -1);
    }
    round.add(round.get(0));
    return List.copyOf(round);
  }

  private boolean isRead(List<String> round) {
    String next = round.get(1 % round.size());
    String name = round.get(0);
    if (name.startsWith(PAGE)) {
      PagePlan page = plan.pages().get(name.substring(PAGE.length()));
      return page != null && !next.equals(PAGE + page.around());
    }
    FieldPlan field = plan.fields().get(name);
    return field != null && !next.equals(PAGE + field.page());
  }
}
