package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.byggsten.archive.internal.ValidationRules.FolderRule;
import se.byggsten.archive.internal.ValidationRules.Rule;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;

/** Checks one package, from its container to each requirement. */
public final class Validation {
  private static final String METS = "METS.xml";

  private final PackageSource source;
  private final ValidationRules rules;
  private final Findings findings;

  private Validation(PackageSource source, ValidationRules rules, Findings findings) {
    this.source = source;
    this.rules = rules;
    this.findings = findings;
  }

  /**
   * Checks a package.
   *
   * @param zipOrFolder the package
   * @param rules the requirements
   * @param clock tells which times lie ahead
   * @return what was found
   */
  public static List<Finding> run(Path zipOrFolder, ValidationRules rules, Clock clock) {
    Findings findings = new Findings();
    try (PackageSource source =
        Files.isDirectory(zipOrFolder)
            ? new FolderSource(zipOrFolder, findings)
            : new ZipSource(zipOrFolder, findings)) {
      new Validation(source, rules, findings).check(clock);
    } catch (IOException e) {
      findings.error(
          Findings.UNREADABLE,
          "PKG-READ",
          Location.WHOLE,
          "The package is neither a folder nor a whole ZIP file",
          "Write the package again, as a folder or a ZIP file");
    }
    return findings.all();
  }

  private void check(Clock clock) {
    folders();
    List<MetsFile> files = new ArrayList<>();
    MetsReader reader = new MetsReader(source, findings);
    for (String path : metsPaths()) {
      Element root = reader.read(path);
      if (root != null) {
        files.add(new MetsFile(path, root));
        schema(path);
      }
    }
    RuleRunner runner = new RuleRunner(source, files, rules, findings, clock);
    for (MetsFile file : files) {
      for (Rule rule : rules.rules()) {
        if (rule.appliesTo(file.isRepresentation())) {
          runner.run(rule, file);
        }
      }
    }
  }

  private List<String> metsPaths() {
    List<String> paths = new ArrayList<>();
    if (readable(METS)) {
      paths.add(METS);
    }
    for (String representation : representations()) {
      String path = representation + "/" + METS;
      if (readable(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private boolean readable(String path) {
    Long size = source.files().get(path);
    return size != null && size >= 0;
  }

  private void schema(String path) {
    try (InputStream in = source.open(path)) {
      MetsSchema.check(path, in, findings);
    } catch (IOException e) {
      findings.error(
          Findings.UNREADABLE,
          "PKG-READ",
          Location.in(path),
          "The file cannot be read",
          "Write the package again");
    }
  }

  private Set<String> representations() {
    return source.folders().stream()
        .filter(f -> f.startsWith("representations/") && f.indexOf('/', 16) < 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void folders() {
    Map<String, Long> files = source.files();
    Set<String> folders = source.folders();
    for (FolderRule rule : rules.folderRules()) {
      String path = rule.path();
      switch (rule.kind()) {
        case "file" -> told(rule, files.containsKey(path), path);
        case "folder" -> told(rule, folders.contains(path), path);
        case "some" ->
            told(rule, !folders.contains("representations") || !representations().isEmpty(), path);
        case "each" ->
            representations()
                .forEach(
                    r -> {
                      String folder = path.replace("representations/*", r);
                      told(rule, folders.contains(folder), folder);
                    });
        case "eachfile" ->
            representations()
                .forEach(
                    r -> {
                      String file = path.replace("representations/*", r);
                      told(rule, files.containsKey(file), file);
                    });
        default -> {
          // One root is told of while the container is read, its name with METS.
        }
      }
    }
  }

  private void told(FolderRule rule, boolean holds, String path) {
    if (!holds) {
      findings.add(
          Findings.REQUIREMENT_BROKEN,
          rule.severity(),
          rule.id(),
          Location.in(path),
          "Does not hold: " + rule.text(),
          "Put " + path + " in the package");
    }
  }
}
