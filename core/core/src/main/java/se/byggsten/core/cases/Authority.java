package se.byggsten.core.cases;

import java.util.regex.Pattern;
import se.byggsten.core.identifier.Organisationsnummer;

/**
 * An authority (<i>myndighet</i>, in a municipality a <i>nämnd</i>) that receives and owns cases.
 *
 * @param code the short name in its diary series, such as {@code KFN}; two to ten letters or digits
 * @param name the name in full
 * @param organisation the number of the legal person that it belongs to
 */
public record Authority(String code, String name, Organisationsnummer organisation) {
  private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ][A-ZÅÄÖ0-9]{1,9}");

  /**
   * Checks the code and the name.
   *
   * @throws IllegalArgumentException when the code is not of the form or the name is blank
   */
  public Authority {
    if (!CODE.matcher(code).matches() || name.isBlank()) {
      throw new IllegalArgumentException("An authority has a short upper-case code and a name");
    }
  }
}
