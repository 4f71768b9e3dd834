package se.byggsten.archive.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseJournal;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.FormReference;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/** One case in memory, as the case store keeps it: adding again by a key changes nothing. */
final class MemoryCase implements CaseQueries, CaseHandling {
  static final Instant AT = Instant.parse("2026-03-02T08:15:30Z");
  static final CaseId ID = new CaseId(UUID.fromString("0c9be0a8-6f0c-4c43-9a53-5b8b6f6f5a01"));
  static final String NAME = "Åsa Öberg";
  static final String NUMBER = "189001019802";

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String PAGE =
      "<html lang='sv'><head><title>Ansökan</title></head><body><h1>Ansökan</h1>"
          + "<p>Åsa Öberg söker</p></body></html>";

  private final List<StoredDocument> documents = new ArrayList<>();
  private final Map<UUID, byte[]> bytes = new HashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Map<String, StoredDocument> byKey = new LinkedHashMap<>();
  private final Map<String, ArchiveDelivery> deliveries = new LinkedHashMap<>();

  private List<InformationFacts> information =
      List.of(
          new InformationFacts(
              "namn",
              "Ditt namn & så",
              "Fördela platser",
              "Kommunallagen (2017:725) 2 kap. 1 §",
              PersonalData.ORDINARY,
              "",
              RetentionAction.DISPOSE,
              Optional.of(Period.ofYears(2)),
              "3.7.2"),
          new InformationFacts(
              "minne",
              "",
              "",
              "",
              PersonalData.SENSITIVE,
              "26 kap. 1 § OSL",
              RetentionAction.PRESERVE,
              Optional.empty(),
              "3.7.9"),
          new InformationFacts(
              "fri",
              "Fritt",
              "",
              "",
              PersonalData.IDENTITY_NUMBER,
              "",
              RetentionAction.UNSTATED,
              Optional.empty(),
              ""));

  MemoryCase() {
    journal.add(
        JournalEntry.first(
            ID,
            AT,
            JournalKind.RECEIVED,
            new Actor(Actor.Kind.CITIZEN, NUMBER, NAME),
            Map.of("form", "kolloplats")));
    store(
        NewDocument.of(
            DocumentRole.APPLICATION,
            "ansokan.xhtml",
            "application/xhtml+xml",
            PAGE.getBytes(StandardCharsets.UTF_8)));
    store(
        NewDocument.of(
            DocumentRole.ANSWERS,
            "svar.json",
            "application/json",
            "{\"namn\":\"Åsa Öberg\"}".getBytes(StandardCharsets.UTF_8)));
    store(
        NewDocument.of(
            DocumentRole.ATTACHMENT,
            "Läkarintyg Öberg.pdf",
            "application/PDF; x=y",
            new byte[] {1, 2, 3}));
    store(NewDocument.of(DocumentRole.ATTACHMENT, "../../etc/passwd", "not a type", new byte[0]));
  }

  private StoredDocument store(NewDocument document) {
    UUID id = new UUID(7, documents.size());
    StoredDocument stored =
        new StoredDocument(
            id,
            document.role(),
            document.name(),
            document.mediaType(),
            document.content().length,
            "0".repeat(64),
            AT,
            document.secrecyMark());
    documents.add(stored);
    bytes.put(id, document.content());
    return stored;
  }

  List<ArchiveDelivery> deliveries() {
    return List.copyOf(deliveries.values());
  }

  void saysNothingOfItsInformation() {
    information = List.of();
  }

  long count(DocumentRole role) {
    return documents.stream().filter(d -> d.role() == role).count();
  }

  void remove(DocumentRole role) {
    documents.removeIf(d -> d.role() == role);
  }

  @Override
  public Optional<Case> find(CaseId id) {
    if (!id.equals(ID)) {
      return Optional.empty();
    }
    return Optional.of(
        new Case(
            ID,
            1,
            "kolloplats",
            new FormReference("kolloplats", "1.0.0", "a".repeat(64)),
            new Authority(
                "KFN",
                "Kultur- och fritidsnämnden",
                Organisationsnummer.parse("212000-0142", TODAY)),
            Optional.of(new Diarienummer("KFN", 2026, 1, "KFN 2026-0001")),
            CaseStatus.RECEIVED,
            Optional.of(PersonIdentifier.parse(NUMBER, TODAY)),
            NAME,
            ProtectedIdentity.NONE,
            Locale.forLanguageTag("sv"),
            "Ansökan om kolloplats för " + NAME,
            "Ansökan om kolloplats",
            new RetentionRule("3.7.2", Optional.of(Period.ofYears(5)), "Plan 2026"),
            Optional.of(new SecrecyMark("26 kap. 1 § OSL", TODAY, "KFN")),
            AT,
            AT,
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public List<StoredDocument> documents(CaseId id) {
    return List.copyOf(documents);
  }

  @Override
  public Optional<byte[]> content(CaseId id, UUID documentId) {
    return Optional.ofNullable(bytes.get(documentId));
  }

  @Override
  public List<InformationFacts> information(CaseId id) {
    return information;
  }

  @Override
  public CaseJournal journal(CaseId id) {
    return new CaseJournal(journal);
  }

  @Override
  public StoredDocument addDocument(CaseId id, Actor routine, String key, NewDocument document) {
    return byKey.computeIfAbsent(
        key,
        k -> {
          append(JournalKind.DOCUMENT_ADDED, routine);
          return store(document);
        });
  }

  @Override
  public void recordDelivery(CaseId id, Actor routine, ArchiveDelivery delivery) {
    if (deliveries.putIfAbsent(delivery.packageId(), delivery) == null) {
      append(JournalKind.ARCHIVED, routine);
    }
  }

  @Override
  public void withholdDocument(CaseId id, Actor routine, UUID documentId, String reason) {
    append(JournalKind.DOCUMENT_WITHHELD, routine);
  }

  private void append(JournalKind kind, Actor routine) {
    journal.add(journal.get(journal.size() - 1).next(AT, kind, routine, Map.of()));
  }

  @Override
  public Optional<Case> find(CaseId id, PersonIdentifier applicant) {
    throw unused();
  }

  @Override
  public List<Case> listOf(PersonIdentifier applicant) {
    throw unused();
  }

  @Override
  public List<Case> listFor(String authorityCode, int limit) {
    throw unused();
  }

  @Override
  public List<CaseMessage> messages(CaseId id) {
    throw unused();
  }

  @Override
  public Case open(CaseId id, Actor handler) {
    throw unused();
  }

  @Override
  public void noteRead(CaseId id, Actor reader) {
    throw unused();
  }

  @Override
  public Case requestSupplement(CaseId id, Actor handler, SupplementRequest request) {
    throw unused();
  }

  @Override
  public Case receiveSupplement(CaseId id, Actor citizen, Supplement supplement) {
    throw unused();
  }

  @Override
  public Case receiveUnasked(CaseId id, Actor party, Supplement supplement) {
    throw unused();
  }

  @Override
  public Case decide(CaseId id, Actor handler, Decision decision, NewDocument document) {
    throw unused();
  }

  @Override
  public Case close(CaseId id, Actor handler) {
    throw unused();
  }

  @Override
  public CaseMessage post(CaseId id, Actor from, String text) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("The archive has no business with this");
  }
}
