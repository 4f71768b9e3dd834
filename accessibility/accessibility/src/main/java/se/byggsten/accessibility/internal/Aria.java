package se.byggsten.accessibility.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of WAI-ARIA 1.2 and of HTML autofill, read from data. */
final class Aria {
  /** One attribute: its value type, its tokens, and whether every role has it. */
  record Attribute(String type, Set<String> tokens, boolean global) {}

  /** One role: what it needs, what it may have, what it holds and where it stands. */
  record Role(
      boolean fromContent,
      boolean nameProhibited,
      boolean presentationalChildren,
      Set<String> required,
      Set<String> supported,
      Set<String> owns,
      Set<String> context) {}

  static final Aria TABLES = read();

  final Map<String, Attribute> attributes;
  final Map<String, Role> roles;
  final Set<String> autofill;
  final Set<String> autofillContact;

  private Aria(
      Map<String, Attribute> attributes,
      Map<String, Role> roles,
      Set<String> autofill,
      Set<String> autofillContact) {
    this.attributes = Map.copyOf(attributes);
    this.roles = Map.copyOf(roles);
    this.autofill = autofill;
    this.autofillContact = autofillContact;
  }

  @Nullable Role role(@Nullable String name) {
    return name == null ? null : roles.get(name);
  }

  private static Aria read() {
    Map<String, Attribute> attributes = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    Set<String> autofill = new HashSet<>();
    Set<String> contact = new HashSet<>();
    for (String line : DataFile.lines("aria-1.2.txt")) {
      String[] part = (line + "||||||").split("\\|", -1);
      switch (part[0]) {
        case "attr" -> {
          boolean global = part[1].startsWith("*");
          attributes.put(
              global ? part[1].substring(1) : part[1],
              new Attribute(part[2], set(part[3]), global));
        }
        case "role" ->
            roles.put(
                part[1],
                new Role(
                    part[2].contains("c"),
                    part[2].contains("p"),
                    part[2].contains("k"),
                    set(part[3]),
                    set(part[4]),
                    set(part[5]),
                    set(part[6])));
        case "names" ->
            set(part[1])
                .forEach(
                    name ->
                        roles.put(
                            name,
                            new Role(false, false, false, Set.of(), Set.of(), Set.of(), Set.of())));
        case "autofill" -> autofill.addAll(set(part[1]));
        case "autofill-contact" -> contact.addAll(set(part[1]));
        default -> throw new IllegalArgumentException("Unknown kind of line: " + part[0]);
      }
    }
    return new Aria(attributes, roles, Set.copyOf(autofill), Set.copyOf(contact));
  }

  private static Set<String> set(String list) {
    return list.isEmpty() ? Set.of() : Set.copyOf(List.of(list.split(",", -1)));
  }
}
