package se.byggsten.postgres.internal;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** A message waits for a topic that this node has no handler for. */
final class NoHandlerException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  NoHandlerException(String topic) {
    super(ErrorCode.of("OUTBOX-NO-HANDLER"), "Give the worker a handler for the topic " + topic);
  }
}
