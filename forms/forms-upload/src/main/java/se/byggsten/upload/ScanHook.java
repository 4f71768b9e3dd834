package se.byggsten.upload;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;

/**
 * Asks for the files of a case to be scanned, in the transaction in which they come in.
 *
 * <p>Add it before the archive's hook: the messages of a case are handled in order, so the archive
 * then waits for the scan. {@link ScanHandler} does the work after the commit.
 */
public final class ScanHook implements CaseHook {
  private ScanHook() {}

  /**
   * Returns the hook.
   *
   * @return the hook
   */
  public static ScanHook create() {
    return new ScanHook();
  }

  /**
   * Tells whether a document is a file that somebody outside has sent, and not one that the service
   * has written.
   *
   * @param document a document of a case
   * @return true for attachments, and for supplements of any other media type than {@link
   *     NewDocument#WRITTEN_TEXT}
   */
  public static boolean isUpload(StoredDocument document) {
    return document.role() == DocumentRole.ATTACHMENT
        || (document.role() == DocumentRole.SUPPLEMENT
            && !document.mediaType().equals(NewDocument.WRITTEN_TEXT));
  }

  @Override
  public HookResult onAccepted(
      Case accepted, List<StoredDocument> documents, Connection transaction) {
    return message(accepted, documents);
  }

  @Override
  public HookResult onDocuments(
      Case changed, List<StoredDocument> documents, Connection transaction) {
    return message(changed, documents);
  }

  private static HookResult message(Case one, List<StoredDocument> documents) {
    return documents.stream()
        .filter(ScanHook::isUpload)
        .findFirst()
        .map(
            first -> new OutboxMessage(one.id(), ScanHandler.TOPIC, "scan-" + first.id(), Map.of()))
        .map(message -> new HookResult(Optional.empty(), List.of(message)))
        .orElse(HookResult.NOTHING);
  }
}
