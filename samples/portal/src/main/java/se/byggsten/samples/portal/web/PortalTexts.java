package se.byggsten.samples.portal.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The portal's words in one language. */
final class PortalTexts {
  static final Locale SWEDISH = Locale.forLanguageTag("sv");
  static final Locale ENGLISH = Locale.ENGLISH;
  static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private static final PortalTexts IN_SWEDISH = new PortalTexts(SWEDISH);
  private static final PortalTexts IN_ENGLISH = new PortalTexts(ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final DateTimeFormatter day;
  private final DateTimeFormatter clock;

  private PortalTexts(Locale locale) {
    this.locale = locale;
    bundle =
        ResourceBundle.getBundle(
            "se.byggsten.samples.portal.portal",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    clock = DateTimeFormatter.ofPattern(locale.equals(SWEDISH) ? "HH.mm" : "HH:mm", locale);
  }

  static PortalTexts in(Locale locale) {
    return locale.getLanguage().equals("en") ? IN_ENGLISH : IN_SWEDISH;
  }

  Locale locale() {
    return locale;
  }

  String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /**
   * A text about what is sent with a form, by the form's own word for it: {0} as within a sentence,
   * {1} as it begins one, {2} as a title.
   */
  String about(String formId, String key) {
    String own = "thing." + formId;
    String thing = bundle.containsKey(own) ? own : "thing";
    String within = bundle.getString(thing);
    String first = within.substring(0, 1).toUpperCase(locale) + within.substring(1);
    return get(key, within, first, bundle.getString(thing + ".title"));
  }

  /** The lines of a text that is a list: {@code key.1}, {@code key.2} and so on. */
  List<String> list(String key) {
    return java.util.stream.IntStream.iterate(1, i -> bundle.containsKey(key + "." + i), i -> i + 1)
        .mapToObj(i -> bundle.getString(key + "." + i))
        .toList();
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String day(Instant instant) {
    return day(instant.atZone(SWEDEN).toLocalDate());
  }

  String clock(Instant instant) {
    return clock.format(instant.atZone(SWEDEN));
  }

  String moment(Instant instant) {
    return get("time.moment", day(instant), clock.format(instant.atZone(SWEDEN)));
  }
}
