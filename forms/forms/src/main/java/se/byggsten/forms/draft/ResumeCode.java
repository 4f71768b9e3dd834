package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code that somebody writes down to find their draft again without logging in, such as {@code
 * 7K3M-29XR-H4TD-WP6V-CN85}.
 *
 * <p>Nineteen random characters (86 bits) and a check character, in groups of four. The alphabet
 * has 23 characters: no vowels, so that no words come out, and of two that look alike only one; the
 * other is read as it. The check is a weighted sum modulo the prime 23 with a weight of its own for
 * every place, which tells every single wrong character and every two that changed places. So a
 * typing error is told from a code that nobody has.
 *
 * <p>The code is a secret: never in a URL, a log or a file name. A store keeps a keyed hash of it.
 */
public final class ResumeCode {
  private static final String ALPHABET = "23456789CDFHJKMNPRTVWXY";
  private static final String LOOK_ALIKES = "BGSUZ";
  private static final String READ_AS = "865V2";
  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private static final int LONGEST_TYPED = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String characters;

  private ResumeCode(String characters) {
    this.characters = characters;
  }

  /**
   * Makes a new code.
   *
   * @return a code that nobody has
   */
  public static ResumeCode generate() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 1; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    for (int i = 0; i < ALPHABET.length(); i++) {
      char check = ALPHABET.charAt(i);
      if (isRight(code.toString() + check)) {
        return new ResumeCode(code.append(check).toString());
      }
    }
    throw new AssertionError("The length has an inverse modulo a prime");
  }

  /**
   * Reads what somebody typed: upper or lower case, with or without hyphens and space.
   *
   * @param typed what was typed; null is nothing
   * @return the code, or empty when a character is wrong, missing or too many
   */
  public static Optional<ResumeCode> read(@Nullable String typed) {
    if (typed == null || typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder(LENGTH);
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    plain
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> Character.getType(c) != Character.DASH_PUNCTUATION && c != 0x2212)
        .map(ResumeCode::lookAlike)
        .forEach(code::appendCodePoint);
    return Optional.of(code.toString()).filter(ResumeCode::isRight).map(ResumeCode::new);
  }

  private static int lookAlike(int character) {
    int at = LOOK_ALIKES.indexOf(character);
    return at < 0 ? character : READ_AS.charAt(at);
  }

  private static boolean isRight(String code) {
    if (code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += (i + 1) * value;
    }
    return sum % ALPHABET.length() == 0;
  }

  /**
   * Returns the code as it is shown and printed.
   *
   * @return five groups of four with hyphens between
   */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < LENGTH; i += GROUP) {
      shown.append(i == 0 ? "" : "-").append(characters, i, i + GROUP);
    }
    return shown.toString();
  }

  /**
   * Returns the code as a passphrase for {@link DraftStore#toFile}.
   *
   * @return the characters without hyphens
   */
  public char[] passphrase() {
    return characters.toCharArray();
  }

  byte[] secret() {
    return characters.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResumeCode code && code.characters.equals(characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  /** Leaves out the code. */
  @Override
  public String toString() {
    return "ResumeCode[masked]";
  }
}
