package se.byggsten.saml.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.saml.metadata.internal.LibraryFile;

/** Reads the requirements from their data file. */
final class RequirementsReader {
  private static final List<String> LANGUAGES = List.of("sv", "en");
  private static final int MOST = 1_000_000;
  private static final DataView FILE =
      LibraryFile.read(RequirementsReader.class, "sweden-connect.yaml");
  private static final List<String> VERSIONS = List.copyOf(FILE.texts("versions"));

  private RequirementsReader() {}

  static List<String> versions() {
    return VERSIONS;
  }

  static List<SwedenConnectRequirement> read(String version) {
    return read(FILE, version);
  }

  static List<SwedenConnectRequirement> read(DataView file, String version) {
    file.onlyKeys("versions", "requirements");
    List<SwedenConnectRequirement> requirements = new ArrayList<>();
    Set<RequirementId> ids = new HashSet<>();
    for (DataView item : file.list("requirements")) {
      SwedenConnectRequirement requirement = requirement(item, version);
      if (!ids.add(requirement.id())) {
        throw item.problem(DataException.BAD_VALUE, "the id stands twice");
      }
      if (holds(item, version)) {
        requirements.add(requirement);
      }
    }
    return requirements;
  }

  /** A version that is not in the list of versions is an error, wherever it stands. */
  private static boolean holds(DataView item, String version) {
    int now = VERSIONS.indexOf(version);
    int since = item.optional("since").map(v -> VERSIONS.indexOf(v.oneOf(VERSIONS))).orElse(0);
    int until = item.optional("until").map(v -> VERSIONS.indexOf(v.oneOf(VERSIONS))).orElse(now);
    return since <= now && now <= until;
  }

  private static SwedenConnectRequirement requirement(DataView item, String version) {
    item.onlyKeys(
        "id",
        "level",
        "source",
        "since",
        "until",
        "roles",
        "verified",
        "parameters",
        "text",
        "fix");
    Map<String, Integer> parameters = new HashMap<>();
    item.optional("parameters")
        .map(DataView::entries)
        .orElse(Map.of())
        .forEach((name, value) -> parameters.put(name, parameter(value, version)));
    return new SwedenConnectRequirement(
        RequirementId.of(item.required("id").text()),
        item.required("level").oneOf(RequirementStrength.class),
        item.required("source").text(),
        constants(item.required("roles"), EntityRole.class),
        constants(item.required("verified"), VerifiedIn.class),
        parameters,
        texts(item.required("text"), parameters),
        texts(item.required("fix"), parameters));
  }

  private static int parameter(DataView value, String version) {
    if (!value.isMap()) {
      return value.integer(0, MOST);
    }
    value.onlyKeys(VERSIONS.toArray(String[]::new));
    return value.required(version).integer(0, MOST);
  }

  private static <E extends Enum<E>> Set<E> constants(DataView list, Class<E> type) {
    Set<E> found = list.list().stream().map(v -> v.oneOf(type)).collect(Collectors.toSet());
    if (found.isEmpty()) {
      throw list.problem(DataException.BAD_VALUE, "at least one must be here");
    }
    return found;
  }

  private static Map<String, String> texts(DataView map, Map<String, Integer> parameters) {
    map.onlyKeys(LANGUAGES.toArray(String[]::new));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      String text = map.required(language).text();
      for (Map.Entry<String, Integer> parameter : parameters.entrySet()) {
        text = text.replace("{" + parameter.getKey() + "}", parameter.getValue().toString());
      }
      if (text.indexOf('{') >= 0) {
        throw map.problem(DataException.BAD_VALUE, "the text names a parameter that is not there");
      }
      texts.put(language, text);
    }
    return texts;
  }
}
