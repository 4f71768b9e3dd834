package se.byggsten.core.cases;

import java.time.Instant;
import java.util.List;

/**
 * What the citizen sends in afterwards (<i>komplettering</i>).
 *
 * @param key the idempotency key, as for a {@link Submission}
 * @param text what the citizen writes; may be empty when there are documents
 * @param documents the files
 * @param receivedAt when the authority had the whole of it
 * @param information what the form's definition says of the information in it; a case is kept
 *     longer when that asks for it
 */
public record Supplement(
    String key,
    String text,
    List<NewDocument> documents,
    Instant receivedAt,
    List<InformationFacts> information) {
  /**
   * Checks that there is something in it.
   *
   * @throws IllegalArgumentException when there is neither text nor document
   */
  public Supplement {
    documents = List.copyOf(documents);
    information = List.copyOf(information);
    if (text.isBlank() && documents.isEmpty()) {
      throw new IllegalArgumentException("A supplement holds a text or a document");
    }
  }

  /**
   * Creates a supplement that answers no form.
   *
   * @param key the idempotency key, as for a {@link Submission}
   * @param text what the citizen writes; may be empty when there are documents
   * @param documents the files
   * @param receivedAt when the authority had the whole of it
   */
  public Supplement(String key, String text, List<NewDocument> documents, Instant receivedAt) {
    this(key, text, documents, receivedAt, List.of());
  }

  @Override
  public String toString() {
    return "Supplement[" + documents.size() + " documents]";
  }
}
