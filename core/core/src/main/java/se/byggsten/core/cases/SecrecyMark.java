package se.byggsten.core.cases;

import java.time.LocalDate;

/**
 * A secrecy mark on a document (<i>sekretessmarkering</i>).
 *
 * <p>A warning, not a decision: each request for the document is tried anew. Not the same as a
 * person's {@link se.byggsten.core.person.ProtectedIdentity}. Source: offentlighets- och
 * sekretesslagen (2009:400) 5 kap. 5 §.
 *
 * @param provision the provision of secrecy, such as {@code 26 kap. 1 § OSL}
 * @param date the day on which the mark was made
 * @param authorityCode the authority that made it
 */
public record SecrecyMark(String provision, LocalDate date, String authorityCode) {
  /**
   * Checks that the mark says what the law asks for.
   *
   * @throws IllegalArgumentException when the provision or the authority is blank
   */
  public SecrecyMark {
    if (provision.isBlank() || authorityCode.isBlank()) {
      throw new IllegalArgumentException("A secrecy mark names its provision and authority");
    }
  }
}
