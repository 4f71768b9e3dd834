package se.byggsten.forms.render;

/**
 * An e-mail in plain text, with lines that end in a line feed.
 *
 * @param subject the subject; no personal data
 * @param body the text
 */
public record MailText(String subject, String body) {
  /** Leaves out the text. */
  @Override
  public String toString() {
    return "MailText[" + subject + "]";
  }
}
