package se.byggsten.core.outbox;

/**
 * Does what an {@link OutboxMessage} asks for.
 *
 * <p>A handler is called at least once per message: the process may die after the effect and before
 * it is noted. It therefore makes its effect idempotent by the message's key. An exception means
 * "try again later"; the rest of that case's messages wait, other cases go on.
 */
public interface OutboxHandler {
  /**
   * Returns the topic that this handler takes.
   *
   * @return the topic
   */
  String topic();

  /**
   * Handles a message.
   *
   * @param message what is to be done
   * @throws Exception when it could not be done now
   */
  void handle(OutboxMessage message) throws Exception;
}
