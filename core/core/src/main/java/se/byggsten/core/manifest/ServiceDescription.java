package se.byggsten.core.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * What an e-service is.
 *
 * @param id its stable id: lower-case letters a to z, digits and hyphens
 * @param name its name
 * @param municipality the municipality that gives it
 * @param audience for whom it is
 * @param keywords the words by which people look for it
 * @param languages the languages of its pages, Swedish first
 * @param expectedHandlingDays how many days an ordinary case takes
 * @param minorityLanguages the minority languages of the administrative area that the municipality
 *     belongs to (lagen 2009:724 om nationella minoriteter); empty when it belongs to none
 */
public record ServiceDescription(
    String id,
    LocalizedText name,
    String municipality,
    Optional<String> audience,
    List<String> keywords,
    List<Locale> languages,
    Optional<Integer> expectedHandlingDays,
    List<Locale> minorityLanguages) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Copies the lists. */
  public ServiceDescription {
    keywords = List.copyOf(keywords);
    languages = List.copyOf(languages);
    minorityLanguages = List.copyOf(minorityLanguages);
  }

  static ServiceDescription from(DataView map) {
    map.onlyKeys(
        "id",
        "name",
        "municipality",
        "audience",
        "keywords",
        "languages",
        "expectedHandlingDays",
        "minorityLanguages");
    DataView id = map.required("id");
    if (!ID.matcher(id.text()).matches() || id.text().length() > 60) {
      throw id.problem(
          DataException.BAD_VALUE, "must be a to z, digits and hyphens, at most 60 characters");
    }
    return new ServiceDescription(
        id.text(),
        LocalizedText.from(map.required("name")),
        map.required("municipality").text(),
        map.optional("audience").map(DataView::text),
        map.texts("keywords"),
        locales(map, "languages"),
        map.optional("expectedHandlingDays").map(v -> v.integer(1, 3650)),
        locales(map, "minorityLanguages"));
  }

  private static List<Locale> locales(DataView map, String key) {
    return map.list(key).stream().map(ServiceDescription::locale).toList();
  }

  private static Locale locale(DataView value) {
    Locale locale = Locale.forLanguageTag(value.text());
    if (!locale.toLanguageTag().equalsIgnoreCase(value.text()) || locale.getLanguage().isEmpty()) {
      throw value.problem(DataException.BAD_VALUE, "must be a language tag, such as sv or se");
    }
    return locale;
  }
}
