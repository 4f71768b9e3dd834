package se.byggsten.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

  private SubmissionPackage(Builder builder) {
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
  public static Builder builder(PackageProfile profile) {
    return new Builder(profile);
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

  /** Gathers the parts of a {@link SubmissionPackage}. */
  public static final class Builder {
    private final PackageProfile profile;
    private @Nullable String objectId;
    private @Nullable String label;
    private String contentCategory = "Mixed";
    private String contentInformationType = "Not specified";
    private @Nullable Instant createdAt;
    private RecordStatus recordStatus = RecordStatus.NEW;
    private @Nullable PackageAgent archivalCreator;
    private @Nullable PackageAgent submittingAgent;
    private String softwareName = "Byggsten";
    private String softwareVersion = "0";
    private @Nullable String submissionAgreement;
    private @Nullable PackageRights rights;
    private final List<DescriptiveMetadata> descriptions = new ArrayList<>();
    private final List<PreservationEvent> events = new ArrayList<>();
    private final List<Representation> representations = new ArrayList<>();
    private final List<PackageFile> documentation = new ArrayList<>();
    private final List<PackageFile> schemas = new ArrayList<>();

    private Builder(PackageProfile profile) {
      this.profile = profile;
    }

    /**
     * Sets the package's id, which is also its folder's name.
     *
     * @param value 3 to 100 letters a-z, digits, dots, underscores and hyphens, a letter first
     * @return this builder
     */
    public Builder objectId(String value) {
      objectId = value;
      return this;
    }

    /**
     * Sets the short text that says what is in it.
     *
     * @param value the label; not personal data
     * @return this builder
     */
    public Builder label(String value) {
      label = value;
      return this;
    }

    /**
     * Sets the category and the specification of the content.
     *
     * @param category the category, from CSIP's vocabulary; {@code Mixed} unless set
     * @param informationType the name of the specification, outside CSIP's vocabulary
     * @return this builder
     */
    public Builder content(String category, String informationType) {
      contentCategory = category;
      contentInformationType = informationType;
      return this;
    }

    /**
     * Sets when the package is made.
     *
     * @param value the instant; written to the second
     * @return this builder
     */
    public Builder createdAt(Instant value) {
      createdAt = value;
      return this;
    }

    /**
     * Sets what the archive is to do with it; {@link RecordStatus#NEW} unless set.
     *
     * @param value the status
     * @return this builder
     */
    public Builder recordStatus(RecordStatus value) {
      recordStatus = value;
      return this;
    }

    /**
     * Sets the organisation that created the content (<i>arkivbildare</i>).
     *
     * @param value the agent
     * @return this builder
     */
    public Builder archivalCreator(PackageAgent value) {
      archivalCreator = value;
      return this;
    }

    /**
     * Sets the organisation that submits the package.
     *
     * @param value the agent
     * @return this builder
     */
    public Builder submittingAgent(PackageAgent value) {
      submittingAgent = value;
      return this;
    }

    /**
     * Sets the software that makes the package.
     *
     * @param name its name
     * @param version its version
     * @return this builder
     */
    public Builder software(String name, String version) {
      softwareName = name;
      softwareVersion = version;
      return this;
    }

    /**
     * Sets the reference to the submission agreement.
     *
     * @param value such as {@code RA 13-2011/5329; 2012-04-12}
     * @return this builder
     */
    public Builder submissionAgreement(String value) {
      submissionAgreement = value;
      return this;
    }

    /**
     * Sets what may be done with the content.
     *
     * @param value the rights
     * @return this builder
     */
    public Builder rights(PackageRights value) {
      rights = value;
      return this;
    }

    /**
     * Adds a description of the content.
     *
     * @param value the description
     * @return this builder
     */
    public Builder description(DescriptiveMetadata value) {
      descriptions.add(value);
      return this;
    }

    /**
     * Adds something that happened to the content.
     *
     * @param value the event
     * @return this builder
     */
    public Builder event(PreservationEvent value) {
      events.add(value);
      return this;
    }

    /**
     * Adds a representation.
     *
     * @param value the representation
     * @return this builder
     */
    public Builder representation(Representation value) {
      representations.add(value);
      return this;
    }

    /**
     * Adds a file of documentation.
     *
     * @param value the file
     * @return this builder
     */
    public Builder documentation(PackageFile value) {
      documentation.add(value);
      return this;
    }

    /**
     * Adds a schema beyond those of METS and DILCIS.
     *
     * @param value the file
     * @return this builder
     */
    public Builder schema(PackageFile value) {
      schemas.add(value);
      return this;
    }

    /**
     * Builds the package.
     *
     * @return the package
     * @throws IllegalArgumentException when an id or name is not safe, or there is no content
     * @throws ArchiveException with {@code ARCHIVE-DUPLICATE-FILE} when two files share a path
     */
    public SubmissionPackage build() {
      return new SubmissionPackage(this);
    }
  }
}
