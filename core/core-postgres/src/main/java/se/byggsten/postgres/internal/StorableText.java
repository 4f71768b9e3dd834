package se.byggsten.postgres.internal;

import se.byggsten.postgres.StoreException;

/**
 * The rule for text on its way to the database: refuse what would come back as something else.
 *
 * <p>PostgreSQL does not keep U+0000, and half a surrogate pair would be written as a question
 * mark. Dropping either in silence would change what a person sent in, so both are refused.
 */
public final class StorableText {
  private StorableText() {}

  /**
   * Returns the text if it can be stored as it is.
   *
   * @param what which text, for the message; not personal data
   * @param text the text
   * @return the same text
   * @throws StoreException code {@code STORE-TEXT-REFUSED}
   */
  public static String require(String what, String text) {
    if (!isStorable(text)) {
      throw StoreException.textRefused(what);
    }
    return text;
  }

  /**
   * Returns the text if it can be stored as it is and is not too long.
   *
   * @param what which text, for the message; not personal data
   * @param text the text
   * @param longest how many characters it may have
   * @return the same text
   * @throws StoreException code {@code STORE-TEXT-REFUSED} or {@code STORE-TEXT-TOO-LONG}
   */
  public static String require(String what, String text, int longest) {
    if (text.length() > longest) {
      throw StoreException.textTooLong(what, longest);
    }
    return require(what, text);
  }

  /**
   * Says whether the text can be stored as it is.
   *
   * @param text the text
   * @return false when it holds U+0000 or half a surrogate pair
   */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
