package se.byggsten.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.RequirementLevel;
import se.byggsten.core.finding.VerificationMethod;
import se.byggsten.data.DataReader;

/** Reads the catalogue and its profiles from the data files of this module. */
final class CatalogueReader {
  private CatalogueReader() {}

  static Catalogue read(String version) {
    return read(
        resource("catalogue-" + version + ".json"), resource("profiles-" + version + ".json"));
  }

  static Catalogue read(DataView catalogue, DataView profiles) {
    catalogue.onlyKeys("version", "title", "note", "groups");
    Map<RequirementId, CatalogueEntry> entries = new LinkedHashMap<>();
    for (DataView group : catalogue.required("groups").list()) {
      group.onlyKeys("id", "title", "requirements");
      for (DataView item : group.required("requirements").list()) {
        CatalogueEntry entry = entry(group, item);
        if (entries.put(entry.id(), entry) != null) {
          throw item.problem(DataException.BAD_VALUE, "the id stands twice");
        }
      }
    }
    return new Catalogue(
        catalogue.required("version").text(),
        catalogue.required("title").text(),
        entries,
        profiles(profiles, entries));
  }

  private static CatalogueEntry entry(DataView group, DataView item) {
    item.onlyKeys("id", "level", "text", "source", "sourceConfirmed", "methods", "how");
    Set<VerificationMethod> methods = new HashSet<>();
    for (DataView method : item.required("methods").list()) {
      methods.add(method.oneOf(VerificationMethod.class));
    }
    return new CatalogueEntry(
        new Requirement(
            RequirementId.of(item.required("id").text()),
            item.required("level").oneOf(RequirementLevel.class),
            group.required("id").text(),
            item.required("text").text(),
            item.required("source").text(),
            methods),
        group.required("title").text(),
        item.optional("how").map(DataView::text).orElse(""),
        item.required("sourceConfirmed").bool());
  }

  private static Map<String, Profile> profiles(
      DataView file, Map<RequirementId, CatalogueEntry> entries) {
    file.onlyKeys("profiles");
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (DataView item : file.required("profiles").list()) {
      item.onlyKeys("id", "title", "levels", "requirements");
      String id = item.required("id").text();
      Set<RequirementId> chosen = chosen(item, entries);
      profiles.put(id, new Profile(id, item.required("title").text(), chosen));
    }
    return profiles;
  }

  /** A profile names levels, or requirements one by one. */
  private static Set<RequirementId> chosen(
      DataView item, Map<RequirementId, CatalogueEntry> entries) {
    Optional<DataView> levels = item.optional("levels");
    if (levels.isPresent()) {
      Set<RequirementLevel> wanted =
          levels.get().list().stream()
              .map(l -> l.oneOf(RequirementLevel.class))
              .collect(Collectors.toSet());
      return entries.values().stream()
          .filter(e -> wanted.contains(e.requirement().level()))
          .map(CatalogueEntry::id)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    Set<RequirementId> named = new HashSet<>();
    for (DataView value : item.required("requirements").list()) {
      RequirementId id = RequirementId.of(value.text());
      if (!entries.containsKey(id)) {
        throw value.problem(DataException.BAD_VALUE, "the catalogue has no such id");
      }
      named.add(id);
    }
    return entries.keySet().stream()
        .filter(named::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static DataView resource(String name) {
    try (InputStream stream = CatalogueReader.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new ConformanceException(
            ConformanceException.UNKNOWN_CATALOGUE, "The program lacks its file " + name);
      }
      return DataReader.json().view(name, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
