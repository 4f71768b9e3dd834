package se.byggsten.archive.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import se.byggsten.archive.DescriptiveMetadata;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.PackageFile;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageRights;
import se.byggsten.archive.PreservationEvent;
import se.byggsten.archive.RecordStatus;
import se.byggsten.archive.Representation;
import se.byggsten.archive.SubmissionPackage;
import se.byggsten.archive.SubmissionPackageBuilder;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseJournal;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.data.JsonWriter;

/** What of a case goes into its package, and under which names. */
public final class CasePackage {
  /** The name of the description's form, which its schema tells. */
  static final String FORM = "Byggsten case 1";

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "application/pdf", "pdf",
          "application/json", "json",
          "application/xhtml+xml", "xhtml",
          "text/html", "html",
          "text/plain", "txt",
          "image/jpeg", "jpg",
          "image/png", "png",
          "application/xml", "xml");

  private final Case subject;
  private final List<StoredDocument> documents;
  private final List<InformationFacts> information;
  private final CaseJournal journal;
  private final Function<UUID, byte[]> content;
  private final String softwareVersion;

  /**
   * Creates the content of a package.
   *
   * @param subject the case
   * @param documents its documents
   * @param information what is said of the information in it
   * @param journal its journal
   * @param content reads the bytes of a document
   * @param softwareVersion the version of the software
   */
  public CasePackage(
      Case subject,
      List<StoredDocument> documents,
      List<InformationFacts> information,
      CaseJournal journal,
      Function<UUID, byte[]> content,
      String softwareVersion) {
    this.subject = subject;
    this.documents = List.copyOf(documents);
    this.information = List.copyOf(information);
    this.journal = journal;
    this.content = content;
    this.softwareVersion = softwareVersion;
  }

  /**
   * Fills a package with the case.
   *
   * @param profile the specification
   * @param packageId the package's id
   * @param now when the package is made
   * @return the package, which lacks only the submitting agent
   */
  public SubmissionPackageBuilder builder(PackageProfile profile, String packageId, Instant now) {
    List<PackageFile> preservation = new ArrayList<>();
    List<PackageFile> originals = new ArrayList<>();
    Map<StoredDocument, String> places = new LinkedHashMap<>();
    Map<DocumentRole, Integer> numbers = new HashMap<>();
    for (StoredDocument document : documents) {
      boolean pdf = document.role() == DocumentRole.APPLICATION_PDF;
      PackageFile file = file(document, numbers);
      (pdf ? preservation : originals).add(file);
      places.put(document, "representations/" + (pdf ? "rep1" : "rep2") + "/data/" + file.name());
    }
    originals.add(PackageFile.of("journal.json", "application/json", now, journalJson()));
    boolean first = journal.entries().stream().noneMatch(e -> e.kind() == JournalKind.ARCHIVED);
    SubmissionPackageBuilder builder =
        SubmissionPackage.builder(profile)
            .objectId(packageId)
            .label(label())
            .content("Mixed", FORM)
            .createdAt(now)
            .recordStatus(first ? RecordStatus.NEW : RecordStatus.REPLACEMENT)
            .archivalCreator(
                PackageAgent.organisation(
                    subject.authority().name(), subject.authority().organisation()))
            .software("Byggsten", softwareVersion)
            .rights(new PackageRights(subject.retention(), subject.secrecyMark()))
            .description(
                new DescriptiveMetadata(
                    PackageFile.of("case.xml", "application/xml", now, description(places)),
                    "OTHER",
                    FORM))
            .schema(
                Bundled.file(
                    "schemas/byggsten-case-1.xsd", "byggsten-case-1.xsd", "application/xml", now))
            .event(
                new PreservationEvent(
                    "creation", subject.receivedAt(), "The authority had the whole submission"))
            .event(
                new PreservationEvent(
                    "registration", subject.registeredAt(), "The case was registered"));
    if (!information.isEmpty()) {
      describeInformation(builder, now);
    }
    documents.stream()
        .filter(d -> d.role() == DocumentRole.APPLICATION_PDF)
        .forEach(
            d ->
                builder.event(
                    new PreservationEvent(
                        "migration", d.addedAt(), "The application was made into PDF/A-2a")));
    builder.event(
        new PreservationEvent("information package creation", now, "The case was packaged"));
    builder.representation(new Representation("rep1", preservation));
    builder.representation(new Representation("rep2", originals));
    return builder;
  }

  private void describeInformation(SubmissionPackageBuilder builder, Instant now) {
    byte[] description = xml(xml -> InformationDescription.write(subject, information, xml));
    builder
        .description(
            new DescriptiveMetadata(
                PackageFile.of("information.xml", "application/xml", now, description),
                "OTHER",
                InformationDescription.FORM))
        .schema(
            Bundled.file(
                "schemas/byggsten-information-1.xsd",
                "byggsten-information-1.xsd",
                "application/xml",
                now));
  }

  private String label() {
    return subject.diarienummer().map(n -> n.text()).orElse("case " + subject.id());
  }

  private PackageFile file(StoredDocument document, Map<DocumentRole, Integer> numbers) {
    int number = numbers.merge(document.role(), 1, Integer::sum);
    String base = document.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    // Media types are the sender's claim: what is not one is archived as bytes.
    String type = document.mediaType().toLowerCase(Locale.ROOT);
    int parameter = type.indexOf(';');
    String bare = parameter < 0 ? type : type.substring(0, parameter).strip();
    String known = bare.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? bare : "application/octet-stream";
    String name = base + "-" + number + "." + EXTENSIONS.getOrDefault(known, "bin");
    UUID id = document.id();
    return new PackageFile(
        name,
        known,
        document.addedAt(),
        Optional.of(document.name()),
        () -> new ByteArrayInputStream(content.apply(id)));
  }

  private byte[] journalJson() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (JournalEntry entry : journal.entries()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("sequence", entry.sequence());
      row.put("at", entry.at().toString());
      row.put("kind", entry.kind().name());
      row.put("actorKind", entry.actor().kind().name());
      row.put("actorId", entry.actor().id());
      row.put("actorName", entry.actor().name());
      row.put("details", new TreeMap<>(entry.details()));
      row.put("previousHash", entry.previousHash());
      row.put("hash", entry.hash());
      entries.add(row);
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("format", "byggsten-journal-1");
    whole.put("case", subject.id().toString());
    whole.put("head", journal.head());
    whole.put("entries", entries);
    return JsonWriter.pretty().writeBytes(whole);
  }

  private byte[] description(Map<StoredDocument, String> places) {
    return xml(xml -> CaseDescription.write(subject, journal.head(), places, xml));
  }

  /** Something that writes XML. */
  private interface Body {
    void write(XmlOut xml) throws IOException;
  }

  private static byte[] xml(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XmlOut xml = new XmlOut(bytes)) {
      body.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
