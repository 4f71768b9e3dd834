package se.byggsten.archive;

import se.byggsten.core.identifier.Organisationsnummer;

/**
 * An organisation that has a part in a package.
 *
 * @param name its name, not blank
 * @param identificationCode its code with scheme, such as {@code ORG:2120001234}
 */
public record PackageAgent(String name, String identificationCode) {
  /**
   * Checks that the agent is named and identified.
   *
   * @throws IllegalArgumentException when the name is blank or the code has no scheme
   */
  public PackageAgent {
    if (name.isBlank() || !identificationCode.matches("(ORG|VAT|HSA):[A-Z0-9-]{3,40}")) {
      throw new IllegalArgumentException("An agent has a name and a code such as ORG:2120001234");
    }
  }

  /**
   * Returns a Swedish organisation.
   *
   * @param name its name
   * @param number its organisation number, written without hyphen as archives do
   * @return the agent
   * @throws IllegalArgumentException for a sole trader, whose number is a person's
   */
  public static PackageAgent organisation(String name, Organisationsnummer number) {
    if (number.isSoleTrader()) {
      throw new IllegalArgumentException("An agent of a package is an organisation");
    }
    return new PackageAgent(name, "ORG:" + number.canonical());
  }
}
