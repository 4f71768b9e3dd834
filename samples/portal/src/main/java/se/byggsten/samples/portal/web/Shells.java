package se.byggsten.samples.portal.web;

import java.util.List;
import java.util.Locale;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.web.component.Link;
import se.byggsten.web.page.PageShell;

/** What all pages of the portal share, in each language. */
final class Shells {
  /** The look that all services of the municipality carry; the kit reads it from each page. */
  static final String THEME = "eksta/1";

  private final PageShell swedish;
  private final PageShell english;
  private final PageShell swedishStaff;
  private final PageShell englishStaff;

  Shells(EServiceManifest manifest) {
    swedish = shell(PortalTexts.SWEDISH, manifest, false);
    english = shell(PortalTexts.ENGLISH, manifest, false);
    swedishStaff = shell(PortalTexts.SWEDISH, manifest, true);
    englishStaff = shell(PortalTexts.ENGLISH, manifest, true);
  }

  PageShell of(Locale locale) {
    return locale.getLanguage().equals("en") ? english : swedish;
  }

  /** For the case handlers' pages, with links to what they do. */
  PageShell ofStaff(Locale locale) {
    return locale.getLanguage().equals("en") ? englishStaff : swedishStaff;
  }

  private static PageShell shell(Locale locale, EServiceManifest manifest, boolean staff) {
    PortalTexts texts = PortalTexts.in(locale);
    String swedishName = manifest.service().name().sv();
    String service =
        locale.equals(PortalTexts.ENGLISH)
            ? manifest.service().name().en().orElse(swedishName)
            : swedishName;
    return PageShell.builder(locale, manifest.service().municipality(), service)
        .home("/", "/")
        .theme(THEME)
        .accessibilityStatement("/tillganglighet")
        .privacy("/personuppgifter")
        .phone("0555-120 00")
        .feedback("/synpunkter")
        .navigation(
            staff
                ? List.of(
                    Link.of(texts.get("handler.title"), "/handlaggare"),
                    Link.of(texts.get("handler.feedback"), "/handlaggare/synpunkter"),
                    Link.of(texts.get("nav.diary"), "/diarium"))
                : List.of(
                    Link.of(texts.get("nav.start"), "/"),
                    Link.of(texts.get("nav.cases"), "/mina-arenden"),
                    Link.of(texts.get("nav.diary"), "/diarium")))
        .build();
  }
}
