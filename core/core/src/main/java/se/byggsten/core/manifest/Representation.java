package se.byggsten.core.manifest;

import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * A way of acting in the service for oneself or for another (förvaltningslagen 14 §, föräldrabalken
 * 6 kap.).
 *
 * @param kind the way
 * @param supported whether the service supports it
 * @param reason why it is left out; there when it is not supported
 */
public record Representation(Kind kind, boolean supported, Optional<String> reason) {
  /** The ways of acting. */
  public enum Kind {
    /** For oneself. */
    SELF,
    /** As custodian (<i>vårdnadshavare</i>) of a child. */
    CUSTODIAN,
    /** By power of attorney (<i>ombud</i>). */
    REPRESENTATIVE,
    /** As guardian of a minor (<i>förmyndare</i>). */
    GUARDIAN,
    /** As appointed representative (<i>god man, förvaltare</i>). */
    APPOINTED_REPRESENTATIVE,
    /** As authorised signatory (<i>firmatecknare</i>) of an organisation. */
    AUTHORISED_SIGNATORY
  }

  static Representation from(DataView map) {
    map.onlyKeys("kind", "supported", "reason");
    boolean supported = map.required("supported").bool();
    Optional<String> reason = map.optional("reason").map(DataView::text);
    if (!supported && reason.isEmpty()) {
      throw map.problem(DataException.MISSING_KEY, "a role that is not supported needs a 'reason'");
    }
    return new Representation(map.required("kind").oneOf(Kind.class), supported, reason);
  }
}
