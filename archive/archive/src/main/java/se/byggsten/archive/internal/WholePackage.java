package se.byggsten.archive.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tests that need more than one element: what refers to what, and what nobody refers to. */
final class WholePackage {
  private static final ElementPath GROUPS = ElementPath.parse("fileSec//fileGrp");
  private static final ElementPath MAP = ElementPath.parse("structMap[@LABEL='CSIP']/div");
  private static final ElementPath ADMINISTRATIVE = ElementPath.parse("amdSec");
  private static final ElementPath DESCRIPTIVE = ElementPath.parse("dmdSec");
  private static final Pattern REPRESENTATION_METS =
      Pattern.compile("representations/[^/]+/METS\\.xml");
  private static final Set<String> SECTIONS =
      Set.of("techMD", "rightsMD", "sourceMD", "digiprovMD");

  private final PackageSource source;
  private final Set<String> referred = new HashSet<>();
  private final Set<String> foldersLowerCase;
  private final Map<MetsFile, Map<String, Element>> byId = new HashMap<>();

  WholePackage(PackageSource source, List<MetsFile> files) {
    this.source = source;
    foldersLowerCase =
        source.folders().stream()
            .map(f -> f.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    for (MetsFile file : files) {
      Map<String, Element> ids = new HashMap<>();
      walk(file, file.root(), ids);
      byId.put(file, ids);
    }
  }

  private void walk(MetsFile file, Element element, Map<String, Element> ids) {
    String id = element.attribute("ID");
    if (id != null) {
      ids.putIfAbsent(id, element);
    }
    if (element.attribute("xlink:href") != null) {
      file.resolve(MetsFile.href(element)).ifPresent(referred::add);
    }
    element.children().forEach(child -> walk(file, child, ids));
  }

  private @Nullable Element byId(MetsFile file, String id) {
    return byId.getOrDefault(file, Map.of()).get(id);
  }

  boolean refersTo(MetsFile file, String ids, Set<String> names) {
    for (String id : ids.split("\\s+", -1)) {
      Element element = byId(file, id);
      if (element == null || !names.contains(element.name())) {
        return false;
      }
    }
    return true;
  }

  @Nullable String test(List<String> test, MetsFile file, Element element) {
    return switch (test.get(1)) {
      case "objid" -> objid(file, element);
      case "descriptive" -> unreferred("metadata/descriptive/", file);
      case "preservation" -> unreferred("metadata/preservation/", file);
      case "unreferenced" -> unreferred("", file);
      case "use" -> use(element);
      case "files" -> files(element);
      case "admid" -> current(file, element, "ADMID");
      case "dmdid" -> current(file, element, "DMDID");
      case "lists" -> lists(file, element, test.get(2));
      case "points" -> points(file, test.get(2));
      case "pointers" -> pointers(file);
      default -> throw new IllegalArgumentException("No test is called " + test.get(1));
    };
  }

  private @Nullable String objid(MetsFile file, Element root) {
    String id = root.attributeOrEmpty("OBJID");
    String folder = file.folder().substring(file.folder().lastIndexOf('/') + 1);
    String expected = file.isRepresentation() ? folder : source.rootName();
    return id.isEmpty() || id.equals(expected) ? null : "Name the folder as OBJID, or OBJID as it";
  }

  private @Nullable String unreferred(String folder, MetsFile file) {
    String within = file.folder().isEmpty() ? folder : file.folder() + "/" + folder;
    for (String path : source.files().tailMap(within, true).keySet()) {
      if (!path.startsWith(within)) {
        break;
      }
      if (!path.equals("METS.xml") && !referred.contains(path)) {
        return "Refer to every file from METS, or take it out; the first is " + path;
      }
    }
    return null;
  }

  private @Nullable String use(Element group) {
    String use = group.attributeOrEmpty("USE");
    if (use.isEmpty()) {
      return null;
    }
    String first = use.indexOf('/') < 0 ? use : use.substring(0, use.indexOf('/'));
    boolean known =
        Set.of("documentation", "schemas", "representations", "metadata")
            .contains(first.toLowerCase(Locale.ROOT));
    boolean there = foldersLowerCase.contains(use.toLowerCase(Locale.ROOT));
    return known && there
        ? null
        : "Set USE to a folder, such as Documentation or Representations/x";
  }

  private static @Nullable String files(Element group) {
    boolean some =
        group.children().stream()
            .anyMatch(child -> child.name().equals("file") || child.name().equals("fileGrp"));
    return some ? null : "List the group's files, or take the group out";
  }

  /** The division lists the sections that are current: each of them, or the section around them. */
  private @Nullable String current(MetsFile file, Element division, String attribute) {
    boolean administrative = attribute.equals("ADMID");
    Set<String> all = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    Set<String> around = new TreeSet<>();
    ElementPath path = administrative ? ADMINISTRATIVE : DESCRIPTIVE;
    for (Element section : path.in(file.root())) {
      if (administrative) {
        around.add(section.attributeOrEmpty("ID"));
      }
      for (Element part : administrative ? section.children() : List.of(section)) {
        if (!administrative || SECTIONS.contains(part.name())) {
          String id = part.attributeOrEmpty("ID");
          all.add(id);
          if (!part.attributeOrEmpty("STATUS").equals("SUPERSEDED")) {
            needed.add(id);
          }
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    for (String id : division.attributeOrEmpty(attribute).split("\\s+", -1)) {
      if (!id.isEmpty()) {
        listed.add(id);
      }
    }
    Set<String> strange = new TreeSet<>(listed);
    strange.removeAll(all);
    strange.removeAll(around);
    boolean wholeListed = !around.isEmpty() && listed.containsAll(around);
    boolean complete = wholeListed || listed.containsAll(needed);
    return complete && strange.isEmpty() ? null : "List the current sections in " + attribute;
  }

  private static boolean isOf(Element group, String use) {
    String actual = group.attributeOrEmpty("USE");
    return actual.equals(use) || actual.startsWith(use + "/");
  }

  private static List<Element> divisions(MetsFile file, String label) {
    return MAP.in(file.root()).stream()
        .flatMap(main -> main.children().stream())
        .filter(d -> d.name().equals("div") && d.attributeOrEmpty("LABEL").equals(label))
        .toList();
  }

  private static List<String> pointed(Element division) {
    return division.children().stream()
        .filter(child -> child.name().equals("fptr"))
        .map(child -> child.attributeOrEmpty("FILEID"))
        .toList();
  }

  private @Nullable String lists(MetsFile file, Element division, String use) {
    Set<String> pointed = new HashSet<>(pointed(division));
    boolean complete =
        GROUPS.in(file.root()).stream()
            .filter(group -> isOf(group, use))
            .allMatch(group -> pointed.contains(group.attributeOrEmpty("ID")));
    return complete ? null : "Point to each file group of " + use + " with fptr";
  }

  private @Nullable String points(MetsFile file, String use) {
    Set<String> pointed = new HashSet<>();
    divisions(file, use).forEach(division -> pointed.addAll(pointed(division)));
    for (Element group : GROUPS.in(file.root())) {
      boolean withMets = use.equals("Representations") && holdsMets(file, group);
      if (isOf(group, use) && !withMets && !pointed.contains(group.attributeOrEmpty("ID"))) {
        return "Point to each file group of " + use + " from its division";
      }
    }
    for (String id : pointed) {
      Element target = byId(file, id);
      boolean group = target != null && target.name().equals("fileGrp") && isOf(target, use);
      if (!group) {
        return "Point from the division of " + use + " only to its file groups";
      }
    }
    return null;
  }

  /** A group with a representation's METS is reached through mptr, not fptr. */
  private static boolean holdsMets(MetsFile file, Element group) {
    return group.children().stream()
        .map(child -> file.resolve(MetsFile.href(child)).orElse(""))
        .anyMatch(path -> REPRESENTATION_METS.matcher(path).matches());
  }

  private @Nullable String pointers(MetsFile file) {
    Set<String> pointed = new HashSet<>();
    for (Element main : MAP.in(file.root())) {
      for (Element division : main.children()) {
        for (Element pointer : division.children()) {
          if (pointer.name().equals("mptr")) {
            file.resolve(MetsFile.href(pointer)).ifPresent(pointed::add);
          }
        }
      }
    }
    List<String> missing = new ArrayList<>();
    for (String path : source.files().keySet()) {
      if (REPRESENTATION_METS.matcher(path).matches() && !pointed.contains(path)) {
        missing.add(path);
      }
    }
    return missing.isEmpty() ? null : "Point with mptr to " + missing.get(0);
  }

  @Nullable String label(MetsFile file, Element division) {
    String label = division.attributeOrEmpty("LABEL");
    boolean there =
        label.startsWith("Representations/")
            && foldersLowerCase.contains(label.toLowerCase(Locale.ROOT));
    return there ? null : "Label the division Representations/ and the representation's folder";
  }

  @Nullable String group(MetsFile file, Element pointer) {
    Element target = byId(file, pointer.attributeOrEmpty("xlink:title"));
    boolean group =
        target != null && target.name().equals("fileGrp") && isOf(target, "Representations");
    return group ? null : "Set xlink:title to the ID of the representation's file group";
  }
}
