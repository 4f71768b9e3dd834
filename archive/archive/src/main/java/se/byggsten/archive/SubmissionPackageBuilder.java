package se.byggsten.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of a {@link SubmissionPackage}. */
public final class SubmissionPackageBuilder {
  final PackageProfile profile;
  @Nullable String objectId;
  @Nullable String label;
  String contentCategory = "Mixed";
  String contentInformationType = "Not specified";
  @Nullable Instant createdAt;
  RecordStatus recordStatus = RecordStatus.NEW;
  @Nullable PackageAgent archivalCreator;
  @Nullable PackageAgent submittingAgent;
  String softwareName = "Byggsten";
  String softwareVersion = "0";
  @Nullable String submissionAgreement;
  @Nullable PackageRights rights;
  final List<DescriptiveMetadata> descriptions = new ArrayList<>();
  final List<PreservationEvent> events = new ArrayList<>();
  final List<Representation> representations = new ArrayList<>();
  final List<PackageFile> documentation = new ArrayList<>();
  final List<PackageFile> schemas = new ArrayList<>();

  SubmissionPackageBuilder(PackageProfile profile) {
    this.profile = profile;
  }

  /**
   * Sets the package's id, which is also its folder's name.
   *
   * @param value 3 to 100 letters a-z, digits, dots, underscores and hyphens, a letter first
   * @return this builder
   */
  public SubmissionPackageBuilder objectId(String value) {
    objectId = value;
    return this;
  }

  /**
   * Sets the short text that says what is in it.
   *
   * @param value the label; not personal data
   * @return this builder
   */
  public SubmissionPackageBuilder label(String value) {
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
  public SubmissionPackageBuilder content(String category, String informationType) {
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
  public SubmissionPackageBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  /**
   * Sets what the archive is to do with it; {@link RecordStatus#NEW} unless set.
   *
   * @param value the status
   * @return this builder
   */
  public SubmissionPackageBuilder recordStatus(RecordStatus value) {
    recordStatus = value;
    return this;
  }

  /**
   * Sets the organisation that created the content (<i>arkivbildare</i>).
   *
   * @param value the agent
   * @return this builder
   */
  public SubmissionPackageBuilder archivalCreator(PackageAgent value) {
    archivalCreator = value;
    return this;
  }

  /**
   * Sets the organisation that submits the package.
   *
   * @param value the agent
   * @return this builder
   */
  public SubmissionPackageBuilder submittingAgent(PackageAgent value) {
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
  public SubmissionPackageBuilder software(String name, String version) {
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
  public SubmissionPackageBuilder submissionAgreement(String value) {
    submissionAgreement = value;
    return this;
  }

  /**
   * Sets what may be done with the content.
   *
   * @param value the rights
   * @return this builder
   */
  public SubmissionPackageBuilder rights(PackageRights value) {
    rights = value;
    return this;
  }

  /**
   * Adds a description of the content.
   *
   * @param value the description
   * @return this builder
   */
  public SubmissionPackageBuilder description(DescriptiveMetadata value) {
    descriptions.add(value);
    return this;
  }

  /**
   * Adds something that happened to the content.
   *
   * @param value the event
   * @return this builder
   */
  public SubmissionPackageBuilder event(PreservationEvent value) {
    events.add(value);
    return this;
  }

  /**
   * Adds a representation.
   *
   * @param value the representation
   * @return this builder
   */
  public SubmissionPackageBuilder representation(Representation value) {
    representations.add(value);
    return this;
  }

  /**
   * Adds a file of documentation.
   *
   * @param value the file
   * @return this builder
   */
  public SubmissionPackageBuilder documentation(PackageFile value) {
    documentation.add(value);
    return this;
  }

  /**
   * Adds a schema beyond those of METS and DILCIS.
   *
   * @param value the file
   * @return this builder
   */
  public SubmissionPackageBuilder schema(PackageFile value) {
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
