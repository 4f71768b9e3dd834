package se.byggsten.forms.type;

/**
 * A postal address in Sweden.
 *
 * @param street street and number, or box
 * @param careOf whose address it is; empty when it is one's own
 * @param postalCode the postnummer as written
 * @param city the post town
 */
public record PostalAddress(String street, String careOf, String postalCode, String city) {
  /** Leaves out where somebody lives. */
  @Override
  public String toString() {
    return "PostalAddress[masked]";
  }
}
