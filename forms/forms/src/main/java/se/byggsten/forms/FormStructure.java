package se.byggsten.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.text.Suggestion;

/**
 * Where everything in a form stands: pages, fields and groups at every depth.
 *
 * <p>Immutable; made when the definition is built.
 */
public final class FormStructure {
  private final Map<String, PageDefinition> pages = new LinkedHashMap<>();
  private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();
  private final Map<String, GroupDefinition> groups = new LinkedHashMap<>();
  private final Map<String, PageDefinition> pageOfField = new HashMap<>();
  private final Map<String, PageDefinition> pageOfGroup = new HashMap<>();
  private final Map<String, List<String>> around = new HashMap<>();
  private final Map<String, List<PageDefinition>> siblings = new HashMap<>();

  FormStructure(FormDefinition form) {
    for (int i = 0; i < form.pages().size(); i++) {
      PageKind kind = form.pages().get(i).kind();
      boolean lastAsked = i >= form.pages().size() - 2;
      refuseUnless(
          kind != PageKind.REVIEW || lastAsked,
          "Put the review page last, before nothing but the receipt");
      refuseUnless(
          kind != PageKind.RECEIPT || i == form.pages().size() - 1, "Put the receipt page last");
    }
    enter(form.pages(), List.of());
    Set<String> names = new HashSet<>(fields.keySet());
    groups.keySet().forEach(id -> refuseUnless(names.add(id), "Two things are called " + id));
    form.inputs()
        .keySet()
        .forEach(id -> refuseUnless(names.add(id), "Two things are called " + id));
    Set<String> parties = new HashSet<>(Set.of(""));
    for (PartyDefinition party : form.parties()) {
      refuseUnless(parties.add(party.id()), "Two parties have the id " + party.id());
      refuseUnless(
          fields.containsKey(party.identifier()) && around(party.identifier()).isEmpty(),
          "The party " + party.id() + " names a field outside every group");
    }
    for (PageDefinition page : pages.values()) {
      refuseUnless(
          parties.contains(page.party()),
          "There is no party " + page.party() + "; see " + page.id());
    }
  }

  /** Paths of pages and of answers are told apart by name, so a name stands in one group. */
  private void put(String id, List<String> chain) {
    List<String> before = around.put(id, chain);
    refuseUnless(
        before == null || before.equals(chain),
        "A page and a field or group in different groups are both called " + id + "; rename one");
  }

  private void enter(List<PageDefinition> list, List<String> chain) {
    refuseUnless(chain.size() <= Place.DEEPEST, "Nest groups at most " + Place.DEEPEST + " deep");
    for (int i = 0; i < list.size(); i++) {
      PageDefinition page = list.get(i);
      refuseUnless(pages.put(page.id(), page) == null, "Two pages have the id " + page.id());
      refuseUnless(
          chain.isEmpty() || page.party().isEmpty(),
          "Pages of a group belong to whom the group belongs; see " + page.id());
      put(page.id(), chain);
      siblings.put(page.id(), list);
      for (Route route : page.routes()) {
        List<String> later =
            list.subList(i + 1, list.size()).stream().map(PageDefinition::id).toList();
        refuseUnless(
            later.contains(route.to()),
            "Let the page "
                + page.id()
                + " go to a later page than itself: "
                + route.to()
                + Suggestion.nearest(route.to(), later)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
      }
      for (FieldDefinition field : page.fields()) {
        refuseUnless(fields.put(field.id(), field) == null, "Two fields have the id " + field.id());
        pageOfField.put(field.id(), page);
        put(field.id(), chain);
      }
      page.group()
          .ifPresent(
              group -> {
                refuseUnless(
                    groups.put(group.id(), group) == null, "Two groups have the id " + group.id());
                pageOfGroup.put(group.id(), page);
                put(group.id(), chain);
                List<String> inner = new ArrayList<>(chain);
                inner.add(group.id());
                enter(group.pages(), List.copyOf(inner));
              });
    }
  }

  private static void refuseUnless(boolean good, String message) {
    if (!good) {
      throw new FormException(FormException.DEFINITION, message);
    }
  }

  /**
   * Returns every page, those of rows among them.
   *
   * @return by id, in order
   */
  public Map<String, PageDefinition> pages() {
    return Collections.unmodifiableMap(pages);
  }

  /**
   * Returns every field, those of rows among them.
   *
   * @return by id, in order
   */
  public Map<String, FieldDefinition> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /**
   * Returns every group, those of rows among them.
   *
   * @return by id, outer before inner
   */
  public Map<String, GroupDefinition> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /**
   * Finds the page of a field or group.
   *
   * @param id the id of the field or group
   * @return the page that shows it
   */
  public Optional<PageDefinition> pageOf(String id) {
    return Optional.ofNullable(pageOfField.get(id))
        .or(() -> Optional.ofNullable(pageOfGroup.get(id)));
  }

  /**
   * Returns the page of the form that a page stands in.
   *
   * @param page a page of the form
   * @return the page that shows the outermost group around it; itself outside every group
   */
  public PageDefinition outermost(PageDefinition page) {
    List<String> groups = around(page.id());
    return groups.isEmpty() ? page : pageOf(groups.get(0)).orElseThrow();
  }

  /**
   * Returns the groups around something.
   *
   * @param id the id of a page, field or group
   * @return their ids from the outermost; empty outside every group, and for an unknown id
   */
  public List<String> around(String id) {
    return around.getOrDefault(id, List.of());
  }

  /**
   * Returns the list of pages that a page belongs to.
   *
   * @param pageId the id of the page
   * @return the pages of the form or of the row, in order; empty for an unknown id
   */
  public List<PageDefinition> siblings(String pageId) {
    return siblings.getOrDefault(pageId, List.of());
  }
}
