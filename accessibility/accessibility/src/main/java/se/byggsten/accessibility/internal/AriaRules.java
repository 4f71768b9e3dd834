package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The rules about WAI-ARIA: roles and attributes exist, fit and stand where they must. */
final class AriaRules {
  private AriaRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.ofEntries(
        Map.entry("A11Y-ROLE-VALID", AriaRules::roleValid),
        Map.entry("A11Y-ROLE-REQUIRED-STATE", AriaRules::requiredStates),
        Map.entry("A11Y-ARIA-DEFINED", AriaRules::defined),
        Map.entry("A11Y-ARIA-VALUE", AriaRules::values),
        Map.entry("A11Y-ARIA-PERMITTED", AriaRules::permitted),
        Map.entry("A11Y-ARIA-PROHIBITED", AriaRules::prohibited),
        Map.entry("A11Y-ARIA-OWNED", AriaRules::owned),
        Map.entry("A11Y-ARIA-CONTEXT", AriaRules::context),
        Map.entry("A11Y-ARIA-HIDDEN-FOCUS", AriaRules::hiddenFocus),
        Map.entry("A11Y-PRESENTATIONAL-CHILDREN", AriaRules::presentationalChildren),
        Map.entry("A11Y-DECORATIVE", AriaRules::decorative));
  }

  private static List<Attribute> aria(Element e) {
    if (e.attributesSize() == 0) {
      return List.of();
    }
    return e.attributes().asList().stream()
        .filter(a -> Dom.lower(a.getKey()).startsWith("aria-"))
        .toList();
  }

  private static List<Hit> roleValid(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (!e.attr("role").isBlank() && dom.exposed(e) && Roles.explicit(e) == null) {
        hits.add(new Hit(e, "rollen finns inte i WAI-ARIA"));
      }
    }
    return hits;
  }

  private static List<Hit> requiredStates(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      String role = Roles.explicit(e);
      Aria.Role known = Aria.TABLES.role(role);
      if (known == null
          || role == null
          || !dom.exposed(e)
          || role.equals(Roles.implicit(dom, e))
          || Roles.decorative(Roles.of(dom, e))) {
        continue;
      }
      Set<String> required = new HashSet<>(known.required());
      if (role.equals("separator") && dom.focusable(e)) {
        required.add("aria-valuenow");
      }
      if (role.equals("combobox") && "true".equals(Dom.lower(e.attr("aria-expanded")))) {
        required.add("aria-controls");
      }
      for (String attribute : required) {
        if (e.attr(attribute).isBlank() && !given(e, attribute)) {
          hits.add(new Hit(e, "rollen " + role + " kräver " + attribute));
        }
      }
    }
    return hits;
  }

  /** Whether HTML itself gives the state. */
  private static boolean given(Element e, String attribute) {
    return switch (attribute) {
      case "aria-checked" ->
          e.normalName().equals("input")
              && Set.of("checkbox", "radio").contains(Dom.lower(e.attr("type")));
      case "aria-valuenow" -> e.normalName().equals("input") || e.normalName().equals("meter");
      case "aria-level" -> e.normalName().matches("h[1-6]");
      case "aria-expanded" -> e.normalName().equals("select");
      default -> false;
    };
  }

  private static List<Hit> defined(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      for (Attribute a : aria(e)) {
        if (!Aria.TABLES.attributes.containsKey(Dom.lower(a.getKey()))) {
          hits.add(new Hit(e, "attributet finns inte i WAI-ARIA"));
        }
      }
    }
    return hits;
  }

  private static List<Hit> values(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      for (Attribute a : aria(e)) {
        String name = Dom.lower(a.getKey());
        Aria.Attribute known = Aria.TABLES.attributes.get(name);
        if (known != null
            && !a.getValue().isBlank()
            && !valid(dom, e, name, known, a.getValue().strip())) {
          hits.add(new Hit(e, name + " har ett värde som WAI-ARIA inte tillåter"));
        }
      }
    }
    return hits;
  }

  private static boolean valid(
      Dom dom, Element e, String name, Aria.Attribute known, String value) {
    return switch (known.type()) {
      case "boolean" -> Set.of("true", "false").contains(value);
      case "optional-boolean" -> Set.of("true", "false", "undefined").contains(value);
      case "tristate" -> Set.of("true", "false", "mixed", "undefined").contains(value);
      case "token" -> known.tokens().contains(value);
      case "tokens" -> known.tokens().containsAll(Dom.tokens(value));
      case "integer" -> value.matches("[+-]?\\d+");
      case "number" -> value.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
      case "idref", "idrefs" -> referenceValid(dom, e, name, value);
      default -> true;
    };
  }

  /** A reference that a role requires has to lead somewhere; other broken ones are A11Y-IDREF. */
  private static boolean referenceValid(Dom dom, Element e, String name, String value) {
    Aria.Role role = Aria.TABLES.role(Roles.explicit(e));
    boolean needed =
        role != null
            && (role.required().contains(name)
                || (name.equals("aria-controls")
                    && "combobox".equals(Roles.explicit(e))
                    && !"false".equals(Dom.lower(e.attr("aria-expanded")))));
    return !needed || Dom.tokens(value).stream().anyMatch(id -> dom.byId(id) != null);
  }

  private static List<Hit> permitted(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      List<Attribute> attributes = aria(e);
      if (attributes.isEmpty() || !dom.exposed(e)) {
        continue;
      }
      String role = Roles.of(dom, e);
      Aria.Role known = Aria.TABLES.role(role);
      for (Attribute a : attributes) {
        String name = Dom.lower(a.getKey());
        Aria.Attribute attribute = Aria.TABLES.attributes.get(name);
        if (attribute == null || attribute.global() || permittedByHtml(e, name)) {
          continue;
        }
        boolean fits =
            known != null && (known.required().contains(name) || known.supported().contains(name));
        if (!fits) {
          hits.add(
              new Hit(
                  e,
                  name
                      + " får inte användas på "
                      + (role == null ? e.tagName() : "rollen " + role)));
        }
      }
    }
    return hits;
  }

  private static boolean permittedByHtml(Element e, String name) {
    boolean input = e.normalName().equals("input");
    String type = Dom.lower(e.attr("type"));
    return (input && name.equals("aria-pressed") && type.equals("checkbox"))
        || (input
            && Set.of("aria-required", "aria-readonly", "aria-placeholder").contains(name)
            && Set.of(
                    "password", "date", "time", "month", "week", "datetime-local", "file", "color")
                .contains(type))
        || e.normalName().contains("-");
  }

  private static List<Hit> prohibited(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (!dom.exposed(e) || e.normalName().contains("-")) {
        continue;
      }
      String explicit = Roles.explicit(e);
      String role = explicit != null ? explicit : Roles.implicit(dom, e);
      Aria.Role known = Aria.TABLES.role(role);
      if (known == null || !known.nameProhibited() || dom.focusable(e)) {
        continue;
      }
      for (String name :
          List.of(
              "aria-label",
              "aria-labelledby",
              "aria-braillelabel",
              "aria-brailleroledescription",
              "aria-roledescription")) {
        if (!e.attr(name).isBlank()
            && (!Roles.decorative(role) || name.startsWith("aria-braille"))) {
          hits.add(new Hit(e, name + " får inte användas på rollen " + role));
        }
      }
    }
    return hits;
  }

  private static List<Hit> owned(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      Aria.Role role = Aria.TABLES.role(Roles.of(dom, e));
      if (role == null
          || role.owns().isEmpty()
          || !dom.exposed(e)
          || "true".equals(Dom.lower(e.attr("aria-busy")))
          || "combobox".equals(Roles.of(dom, e))) {
        continue;
      }
      List<Element> owned = ownedBy(dom, e);
      if (owned.isEmpty() && e.children().stream().anyMatch(dom::exposed)) {
        hits.add(new Hit(e, "elementet innehåller inget av det som dess roll ska innehålla"));
      }
      for (Element child : owned) {
        String childRole = Roles.of(dom, child);
        if (!role.owns().contains(childRole == null ? "" : childRole)) {
          hits.add(
              new Hit(child, "rollen " + Roles.of(dom, e) + " får inte innehålla detta element"));
          break;
        }
      }
    }
    return hits;
  }

  /** Returns what the element owns: the nearest descendants that mean something, and aria-owns. */
  private static List<Element> ownedBy(Dom dom, Element e) {
    List<Element> owned = new ArrayList<>();
    collect(dom, e, owned, 0);
    for (String id : Dom.tokens(e.attr("aria-owns"))) {
      Element target = dom.byId(id);
      if (target != null && dom.exposed(target)) {
        owned.add(target);
      }
    }
    return owned;
  }

  private static void collect(Dom dom, Element e, List<Element> owned, int depth) {
    if (depth > 100) {
      return;
    }
    for (Element child : e.children()) {
      if (!dom.exposed(child)) {
        continue;
      }
      String role = Roles.of(dom, child);
      boolean passedOver = role == null || role.equals("generic") || Roles.decorative(role);
      if (passedOver && !Roles.hasGlobalAttribute(child)) {
        collect(dom, child, owned, depth + 1);
      } else {
        owned.add(child);
      }
    }
  }

  private static List<Hit> context(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      String explicit = Roles.explicit(e);
      Aria.Role role = Aria.TABLES.role(explicit);
      if (role == null
          || role.context().isEmpty()
          || !dom.exposed(e)
          || explicit == null
          || explicit.equals(Roles.implicit(dom, e))) {
        continue;
      }
      String above = parentRole(dom, e);
      if (above == null || !role.context().contains(above)) {
        hits.add(new Hit(e, "rollen " + explicit + " står utanför det sammanhang den kräver"));
      }
    }
    return hits;
  }

  private static @Nullable String parentRole(Dom dom, Element e) {
    if (!e.id().isEmpty()) {
      for (Element owner : dom.all()) {
        if (owner.hasAttr("aria-owns") && Dom.tokens(owner.attr("aria-owns")).contains(e.id())) {
          return Roles.of(dom, owner);
        }
      }
    }
    for (Element at = e.parent(); at != null; at = at.parent()) {
      String role = Roles.of(dom, at);
      boolean passedOver = role == null || role.equals("generic") || Roles.decorative(role);
      if (!passedOver || Roles.hasGlobalAttribute(at)) {
        return role;
      }
    }
    return null;
  }

  private static List<Hit> hiddenFocus(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (dom.hiddenFromAssistiveTechnology(e) && dom.inTabOrder(e) && !sentinel(dom, e)) {
        hits.add(new Hit(e, "elementet är dolt för hjälpmedel men kan få fokus"));
      }
    }
    return hits;
  }

  /** A link whose only handler moves focus on at once cannot be told apart here; scripts decide. */
  private static boolean sentinel(Dom dom, Element e) {
    return e.hasAttr("onfocus") && dom.rendered(e);
  }

  private static List<Hit> presentationalChildren(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      if (!dom.exposed(e) || !dom.inTabOrder(e)) {
        continue;
      }
      for (Element at = e.parent(); at != null; at = at.parent()) {
        Aria.Role role = Aria.TABLES.role(Roles.of(dom, at));
        if (role != null && role.presentationalChildren() && !at.normalName().equals("svg")) {
          hits.add(
              new Hit(e, "elementet kan få fokus men ligger i något som läses som ett stycke"));
          break;
        }
      }
    }
    return hits;
  }

  private static List<Hit> decorative(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.all()) {
      boolean marked =
          Roles.decorative(Roles.explicit(e))
              || (e.normalName().equals("img")
                  && e.hasAttr("alt")
                  && e.attr("alt").isEmpty()
                  && !e.hasAttr("role"));
      if (marked && dom.exposed(e) && Roles.conflict(dom, e)) {
        hits.add(new Hit(e, "elementet är märkt som dekoration men läses ändå upp"));
      }
    }
    return hits;
  }
}
