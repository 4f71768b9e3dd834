package se.byggsten.core.manifest;

import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * A text in Swedish, and in English where there is one.
 *
 * @param sv the Swedish text
 * @param en the English text
 */
public record LocalizedText(String sv, Optional<String> en) {
  static LocalizedText from(DataView map) {
    map.onlyKeys("sv", "en");
    return new LocalizedText(map.required("sv").text(), map.optional("en").map(DataView::text));
  }
}
