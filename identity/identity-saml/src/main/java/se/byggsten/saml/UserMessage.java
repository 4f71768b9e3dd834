package se.byggsten.saml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an identity provider is to show to the visitor who logs in, such as why.
 *
 * <p>It is shown before anybody is identified, so it holds no personal data. It is sent only to
 * identity providers that declare that they show such messages. Source: Sweden Connect, User
 * Message Extension in SAML Authentication Requests, sections 2 and 3.2.
 *
 * @param texts the text by language tag; the first is shown to whoever reads none of the languages
 * @param markdown whether the texts are Markdown, without HTML; plain text otherwise
 */
public record UserMessage(Map<String, String> texts, boolean markdown) {

  /**
   * Copies the texts, in their order.
   *
   * @throws IllegalArgumentException when there is none, or a blank one
   */
  public UserMessage {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    if (texts.isEmpty() || texts.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("A message to the visitor has a text in each language");
    }
  }

  /**
   * Returns a message of plain text.
   *
   * @param sv in Swedish
   * @param en in English
   * @return the message
   */
  public static UserMessage of(String sv, String en) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("sv", sv);
    texts.put("en", en);
    return new UserMessage(texts, false);
  }
}
