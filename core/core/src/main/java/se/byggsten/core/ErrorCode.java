package se.byggsten.core;

import java.util.regex.Pattern;

/**
 * The stable name of a kind of error, such as {@code SAML-SIGNATURE-INVALID}.
 *
 * <p>Codes are part of the public API: programs branch on them, people search for them, and a code
 * once published is never given another meaning.
 *
 * @param value upper-case words joined by hyphens, at least two; never null
 */
public record ErrorCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

  /**
   * Checks the form of the code.
   *
   * @throws IllegalArgumentException when the value is not of the form
   */
  public ErrorCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An error code is upper-case words joined by hyphens, not [" + value + "]");
    }
  }

  /**
   * Returns the code with this value.
   *
   * @param value upper-case words joined by hyphens
   * @return the code
   */
  public static ErrorCode of(String value) {
    return new ErrorCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
