package se.byggsten.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.archive.internal.PackageWriter;

/**
 * A submission information package: content and descriptions, ready to be written.
 *
 * <p>Writing the same package gives the same bytes: ids come from paths and digests, times from the
 * package. Contents are streamed; memory does not grow with their size.
 *
 * <p>Source: E-ARK CSIP 2.1.0 and SIP 2.1.0, which are FGS Paketstruktur 2.0.
 */
public final class SubmissionPackage {
  private static final Pattern OBJECT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{2,99}");

  private final PackageProfile profile;
  private final String objectId;
  private final String label;
  private final String contentCategory;
  private final String contentInformationType;
  private final Instant createdAt;
  private final RecordStatus recordStatus;
  private final PackageAgent archivalCreator;
  private final PackageAgent submittingAgent;
  private final String softwareName;
  private final String softwareVersion;
  private final @Nullable String submissionAgreement;
  private final @Nullable PackageRights rights;
  private final List<DescriptiveMetadata> descriptions;
  private final List<PreservationEvent> events;
  private final List<Representation> representations;
  private final List<PackageFile> documentation;
  private final List<PackageFile> schemas;

  SubmissionPackage(SubmissionPackageBuilder builder) {
    profile = builder.profile;
    objectId = Objects.requireNonNull(builder.objectId, "objectId");
    if (!OBJECT_ID.matcher(objectId).matches() || objectId.contains("..")) {
      throw new IllegalArgumentException(
          "A package id begins with a letter and holds letters a-z, digits, dot, _ and -");
    }
    label = Objects.requireNonNull(builder.label, "label");
    contentCategory = builder.contentCategory;
    contentInformationType = builder.contentInformationType;
    createdAt = Objects.requireNonNull(builder.createdAt, "createdAt");
    recordStatus = builder.recordStatus;
    archivalCreator = Objects.requireNonNull(builder.archivalCreator, "archivalCreator");
    submittingAgent = Objects.requireNonNull(builder.submittingAgent, "submittingAgent");
    softwareName = builder.softwareName;
    softwareVersion = builder.softwareVersion;
    submissionAgreement = builder.submissionAgreement;
    rights = builder.rights;
    descriptions = List.copyOf(builder.descriptions);
    events = List.copyOf(builder.events);
    representations = List.copyOf(builder.representations);
    documentation = List.copyOf(builder.documentation);
    schemas = List.copyOf(builder.schemas);
    if (representations.isEmpty()) {
      throw new IllegalArgumentException("A package holds at least one representation");
    }
    Set<String> paths = new HashSet<>();
    representations.forEach(
        r -> {
          unique(paths, "representations/" + r.name());
          r.files().forEach(f -> unique(paths, "representations/" + r.name() + "/" + f.name()));
        });
    descriptions.forEach(d -> unique(paths, "descriptive/" + d.file().name()));
    documentation.forEach(f -> unique(paths, "documentation/" + f.name()));
    schemas.forEach(f -> unique(paths, "schemas/" + f.name()));
  }

  /** Archives live on file systems that do not tell upper case from lower. */
  private static void unique(Set<String> paths, String path) {
    if (!paths.add(path.toLowerCase(Locale.ROOT))) {
      throw new ArchiveException(
          ArchiveException.DUPLICATE_FILE, "Give each file of a folder its own name.");
    }
  }

  /**
   * Returns a builder.
   *
   * @param profile the specification to write to
   * @return the builder
   */
  public static SubmissionPackageBuilder builder(PackageProfile profile) {
    return new SubmissionPackageBuilder(profile);
  }

  /**
   * Writes the package as one ZIP file, which holds one folder named as the package.
   *
   * @param file the file; an existing one is replaced
   * @return what was written
   * @throws ArchiveException when it could not be written; the file is then of no use
   */
  public WrittenPackage writeZip(Path file) {
    return PackageWriter.zip(this, file);
  }

  /**
   * Writes the package as a folder named as the package.
   *
   * @param parent the folder to make it in
   * @return the package's folder
   * @throws ArchiveException when it could not be written, or the folder is there already
   */
  public Path writeFolder(Path parent) {
    return PackageWriter.folder(this, parent);
  }

  /**
   * Returns the specification that it is written to.
   *
   * @return the profile
   */
  public PackageProfile profile() {
    return profile;
  }

  /**
   * Returns the package's id, which is also its folder's name.
   *
   * @return the id
   */
  public String objectId() {
    return objectId;
  }

  /**
   * Returns the short text that says what is in it.
   *
   * @return the label; not personal data
   */
  public String label() {
    return label;
  }

  /**
   * Returns the category of the content, from CSIP's vocabulary.
   *
   * @return the category
   */
  public String contentCategory() {
    return contentCategory;
  }

  /**
   * Returns the name of the specification that the content follows, outside CSIP's vocabulary.
   *
   * @return the name, recorded as other content information type
   */
  public String contentInformationType() {
    return contentInformationType;
  }

  /**
   * Returns when the package was made.
   *
   * @return the instant
   */
  public Instant createdAt() {
    return createdAt;
  }

  /**
   * Returns what the archive is to do with it.
   *
   * @return the status
   */
  public RecordStatus recordStatus() {
    return recordStatus;
  }

  /**
   * Returns the organisation that created the content (<i>arkivbildare</i>).
   *
   * @return the agent
   */
  public PackageAgent archivalCreator() {
    return archivalCreator;
  }

  /**
   * Returns the organisation that submits the package.
   *
   * @return the agent
   */
  public PackageAgent submittingAgent() {
    return submittingAgent;
  }

  /**
   * Returns the name of the software that made the package.
   *
   * @return the name
   */
  public String softwareName() {
    return softwareName;
  }

  /**
   * Returns the version of the software that made the package.
   *
   * @return the version
   */
  public String softwareVersion() {
    return softwareVersion;
  }

  /**
   * Returns the reference to the submission agreement.
   *
   * @return the reference, or empty
   */
  public Optional<String> submissionAgreement() {
    return Optional.ofNullable(submissionAgreement);
  }

  /**
   * Returns what may be done with the content.
   *
   * @return the rights, or empty
   */
  public Optional<PackageRights> rights() {
    return Optional.ofNullable(rights);
  }

  /**
   * Returns the descriptions of the content.
   *
   * @return the descriptions in order
   */
  public List<DescriptiveMetadata> descriptions() {
    return descriptions;
  }

  /**
   * Returns what happened to the content.
   *
   * @return the events in order
   */
  public List<PreservationEvent> events() {
    return events;
  }

  /**
   * Returns the representations.
   *
   * @return at least one, in order
   */
  public List<Representation> representations() {
    return representations;
  }

  /**
   * Returns the documentation.
   *
   * @return the files in order; a package without any gets a general one when it is written
   */
  public List<PackageFile> documentation() {
    return documentation;
  }

  /**
   * Returns the schemas beyond those of METS and DILCIS.
   *
   * @return the files in order
   */
  public List<PackageFile> schemas() {
    return schemas;
  }

  @Override
  public String toString() {
    return "SubmissionPackage[" + objectId + ", " + representations.size() + " representations]";
  }
}
