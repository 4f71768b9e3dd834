package se.byggsten.postgres.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseJournal;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.identifier.PersonIdentifier;

/** Reads cases. */
public final class Queries implements CaseQueries {
  private static final RequirementId RULE = RequirementId.of("JOURNAL-DOCUMENTS");
  private static final ErrorCode INFORMATION_CHANGED = ErrorCode.of("JOURNAL-INFORMATION-CHANGED");
  private static final ErrorCode CHANGED = ErrorCode.of("JOURNAL-DOCUMENT-CHANGED");

  private final Database database;

  Queries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Case> find(CaseId id, PersonIdentifier applicant) {
    return database.with(handle -> CaseTable.find(handle, id, applicant));
  }

  @Override
  public Optional<Case> find(CaseId id) {
    return database.with(handle -> CaseTable.find(handle, id));
  }

  @Override
  public List<Case> listOf(PersonIdentifier applicant) {
    return database.with(handle -> CaseTable.listOf(handle, applicant));
  }

  @Override
  public List<Case> listFor(String authorityCode, int limit) {
    return database.with(handle -> CaseTable.listFor(handle, authorityCode, limit));
  }

  @Override
  public List<StoredDocument> documents(CaseId id) {
    return database.with(handle -> DocumentTable.list(handle, id));
  }

  @Override
  public Optional<byte[]> content(CaseId id, UUID documentId) {
    return database.with(handle -> DocumentTable.content(handle, id, documentId));
  }

  @Override
  public List<InformationFacts> information(CaseId id) {
    return database.with(handle -> InformationTable.list(handle, id));
  }

  @Override
  public CaseJournal journal(CaseId id) {
    return database.with(handle -> JournalTable.journal(handle, id));
  }

  @Override
  public List<CaseMessage> messages(CaseId id) {
    return database.with(handle -> JournalTable.messages(handle, id));
  }

  /**
   * Verifies the journal's chain, and that every document, and all that is said of the information,
   * is what the journal names.
   *
   * @param id the case
   * @return what is wrong
   */
  public List<Finding> verify(CaseId id) {
    CaseJournal journal = journal(id);
    List<Finding> findings = new ArrayList<>(journal.verify());
    Map<String, String> named = new HashMap<>();
    for (JournalEntry entry : journal.entries()) {
      named.putAll(entry.details());
    }
    for (StoredDocument document : documents(id)) {
      String actual = content(id, document.id()).map(DocumentTable::sha256).orElse("");
      String name = "document." + document.id();
      if (!actual.equals(document.sha256()) || !actual.equals(named.get(name))) {
        findings.add(
            Finding.error(
                CHANGED,
                RULE,
                Location.in("case " + id, name),
                "The document is not the one that the journal names",
                "Restore the document from a backup and find out who changed it"));
      }
    }
    findings.addAll(verifyInformation(id, journal));
    return findings;
  }

  private List<Finding> verifyInformation(CaseId id, CaseJournal journal) {
    Set<String> wrong = new TreeSet<>();
    journal.entries().stream()
        .map(entry -> entry.details().get(InformationTable.DETAIL))
        .filter(Objects::nonNull)
        .forEach(wrong::add);
    Map<String, List<InformationFacts>> sets =
        database.with(handle -> InformationTable.sets(handle, id));
    sets.forEach(
        (hash, facts) -> {
          // Left is what the journal names and is not there, and what is there under a false name.
          if (!InformationFacts.sha256(facts).equals(hash) || !wrong.remove(hash)) {
            wrong.add(hash);
          }
        });
    return wrong.stream()
        .map(
            hash ->
                Finding.error(
                    INFORMATION_CHANGED,
                    RULE,
                    Location.in("case " + id, InformationTable.DETAIL + "." + hash),
                    "What is said of the information is not what the journal names",
                    "Restore it from a backup and find out who changed it"))
        .toList();
  }
}
