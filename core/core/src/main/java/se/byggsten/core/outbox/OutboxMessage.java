package se.byggsten.core.outbox;

import java.util.Map;
import se.byggsten.core.cases.CaseId;

/**
 * Something to be done after the commit, stored in the same transaction as the case.
 *
 * @param caseId the case that it concerns; the messages of a case are handled in order
 * @param topic what is to be done, such as {@code archive}; names the handler
 * @param idempotencyKey the receiver's key: the same key means the same effect, once
 * @param payload what the handler needs besides the case; ids, not personal data
 */
public record OutboxMessage(
    CaseId caseId, String topic, String idempotencyKey, Map<String, String> payload) {

  /** Copies the payload. */
  public OutboxMessage {
    payload = Map.copyOf(payload);
  }
}
