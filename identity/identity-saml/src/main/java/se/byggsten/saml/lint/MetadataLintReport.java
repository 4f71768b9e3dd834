package se.byggsten.saml.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.saml.protocol.SamlException;

/**
 * What the lint concluded about metadata.
 *
 * @param profile the version of the profile, such as {@code 1.9}
 * @param role the role that was judged
 * @param document the conclusions on the document as a whole: that it can be read (SC-00), and for
 *     a federation its signature (SC-19b) and validity (SC-20b)
 * @param entities the entities of the role, in the order of the document; empty when it cannot be
 *     read
 */
public record MetadataLintReport(
    String profile, EntityRole role, List<CheckResult> document, List<EntityResults> entities) {
  private static final int MOST_NAMED = 5;

  /** Copies the lists. */
  public MetadataLintReport {
    document = List.copyOf(document);
    entities = List.copyOf(entities);
  }

  /**
   * Returns everything that was found, of the document first.
   *
   * @return the findings
   */
  public List<Finding> findings() {
    return Stream.concat(
            document.stream().flatMap(result -> result.findings().stream()),
            entities.stream().flatMap(entity -> entity.findings().stream()))
        .toList();
  }

  /**
   * Says whether no requirement that must hold is broken.
   *
   * @return true when no finding is an error
   */
  public boolean conforms() {
    return findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /**
   * Returns this report, unless a requirement that must hold is broken.
   *
   * @return this report
   * @throws SamlException {@code SAML-METADATA-LINT}, which names up to five broken requirements,
   *     with remedies
   */
  public MetadataLintReport orThrow() {
    if (conforms()) {
      return this;
    }
    throw new SamlException(
        ErrorCode.of("SAML-METADATA-LINT"),
        findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .limit(MOST_NAMED)
            .map(finding -> finding.rule() + ": " + finding.message() + " " + finding.remedy())
            .collect(Collectors.joining("; ")));
  }

  @Override
  public String toString() {
    return "MetadataLintReport[" + profile + ", " + role + ", " + entities.size() + " entities]";
  }
}
