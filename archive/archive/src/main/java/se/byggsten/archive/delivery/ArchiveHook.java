package se.byggsten.archive.delivery;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;

/**
 * Asks for a case to be archived: once when it has come in, and once more, whole, when it is
 * closed.
 *
 * <p>The message goes into the outbox in the transaction of the event, so that no person has to
 * remember it; {@link ArchiveHandler} does the work after the commit.
 */
public final class ArchiveHook implements CaseHook {
  private ArchiveHook() {}

  /**
   * Returns the hook.
   *
   * @return the hook
   */
  public static ArchiveHook create() {
    return new ArchiveHook();
  }

  @Override
  public HookResult onAccepted(
      Case accepted, List<StoredDocument> documents, Connection transaction) {
    return message(accepted, "received");
  }

  @Override
  public HookResult onClosed(Case closed, Connection transaction) {
    return message(closed, "closed");
  }

  private static HookResult message(Case one, String stage) {
    OutboxMessage message =
        new OutboxMessage(
            one.id(),
            ArchiveHandler.TOPIC,
            "archive-" + stage + "-" + one.id(),
            Map.of("stage", stage));
    return new HookResult(Optional.empty(), List.of(message));
  }
}
