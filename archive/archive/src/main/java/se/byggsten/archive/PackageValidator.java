package se.byggsten.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import se.byggsten.archive.internal.Validation;
import se.byggsten.archive.internal.ValidationRules;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/**
 * Checks a package, as a ZIP file or a folder, against a specification.
 *
 * <p>Each finding names the requirement by the specification's own id, the file and the place in
 * it. All is checked, whatever was found before: structure, METS by its schema and by each
 * requirement, references, sizes and checksums. It never throws for what a package holds and never
 * writes or unpacks anything; what would take too much time or memory is a finding.
 *
 * <p>Beside the specification's ids, {@code PKG-READ}, {@code PKG-PATH}, {@code PKG-SIZE}, {@code
 * PKG-XML} and {@code METS-XSD} tell of packages that cannot be read, unsafe paths, sizes past the
 * limits, refused XML and METS that breaks its schema.
 */
public final class PackageValidator {
  private final ValidationRules rules;
  private final Clock clock;

  private PackageValidator(ValidationRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Returns a validator; it can be used from many threads.
   *
   * @param profile the specification
   * @param clock tells which times lie ahead
   * @return the validator
   */
  public static PackageValidator of(PackageProfile profile, Clock clock) {
    return new PackageValidator(ValidationRules.load(profile.version()), clock);
  }

  /**
   * Checks a package.
   *
   * @param zipOrFolder the package
   * @return what was found, at most 1 000 of each requirement; without one of severity ERROR the
   *     package holds
   */
  public List<Finding> validate(Path zipOrFolder) {
    return Validation.run(zipOrFolder, rules, clock);
  }

  /**
   * Checks a package that must hold.
   *
   * @param zipOrFolder the package
   * @throws ArchiveException with {@code ARCHIVE-PACKAGE-INVALID} when an error was found
   */
  public void orThrow(Path zipOrFolder) {
    List<Finding> findings = validate(zipOrFolder);
    List<Finding> errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new ArchiveException(
          "Correct the package: " + errors.size() + " errors, first " + errors.get(0).rule(),
          findings);
    }
  }

  /**
   * Lists the requirements that this validator checks.
   *
   * @return their ids, each once
   */
  public List<RequirementId> requirements() {
    return rules.ids();
  }
}
