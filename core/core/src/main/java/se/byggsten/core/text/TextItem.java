package se.byggsten.core.text;

import java.util.Optional;

/**
 * One text of a page, with what it does there.
 *
 * @param key the name of the text, such as {@code barnetsNamn.label}, for the findings
 * @param role what it does on the page
 * @param text the text, without markup; placeholders in braces are not judged
 * @param label the label of the field that a hint or error text belongs to, where it has one
 * @param format whether an error text tells how to write the answer, and so needs an example
 */
public record TextItem(
    String key, TextRole role, String text, Optional<String> label, boolean format) {

  /**
   * Returns a text that belongs to no field.
   *
   * @param key the name of the text
   * @param role what it does on the page
   * @param text the text
   * @return the item
   */
  public static TextItem of(String key, TextRole role, String text) {
    return new TextItem(key, role, text, Optional.empty(), false);
  }

  /**
   * Returns the hint of a field.
   *
   * @param key the name of the text
   * @param text the text
   * @param label the label of the field
   * @return the item
   */
  public static TextItem hint(String key, String text, String label) {
    return new TextItem(key, TextRole.HINT, text, Optional.of(label), false);
  }

  /**
   * Returns an error text of a field.
   *
   * @param key the name of the text
   * @param text the text
   * @param label the label of the field
   * @return the item
   */
  public static TextItem error(String key, String text, String label) {
    return new TextItem(key, TextRole.ERROR, text, Optional.of(label), false);
  }

  /**
   * Returns the item as an error text that tells how to write the answer.
   *
   * @return the same text, which now needs an example
   */
  public TextItem forFormat() {
    return new TextItem(key, role, text, label, true);
  }
}
