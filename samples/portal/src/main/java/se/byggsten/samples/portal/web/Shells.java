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
  private final PageShell swedishOpen;
  private final PageShell englishOpen;

  Shells(EServiceManifest manifest) {
    swedish = own(PortalTexts.SWEDISH, manifest, false);
    english = own(PortalTexts.ENGLISH, manifest, false);
    swedishStaff = own(PortalTexts.SWEDISH, manifest, true);
    englishStaff = own(PortalTexts.ENGLISH, manifest, true);
    swedishOpen = open(PortalTexts.SWEDISH, manifest);
    englishOpen = open(PortalTexts.ENGLISH, manifest);
  }

  PageShell of(Locale locale) {
    return locale.getLanguage().equals("en") ? english : swedish;
  }

  /** For the case handlers' pages, with links to what they do. */
  PageShell ofStaff(Locale locale) {
    return locale.getLanguage().equals("en") ? englishStaff : swedishStaff;
  }

  /** For the service that nobody logs in to. */
  PageShell ofOpen(Locale locale) {
    return locale.getLanguage().equals("en") ? englishOpen : swedishOpen;
  }

  private static PageShell open(Locale locale, EServiceManifest manifest) {
    PortalTexts texts = PortalTexts.in(locale);
    List<Link> links =
        List.of(
            Link.of(texts.get("nav.start"), "/"),
            Link.of(texts.get("open.name"), OpenPages.PATH),
            Link.of(texts.get("nav.diary"), "/diarium"));
    return shell(locale, manifest, texts.get("open.name"), links);
  }

  private static PageShell own(Locale locale, EServiceManifest manifest, boolean staff) {
    PortalTexts texts = PortalTexts.in(locale);
    String swedishName = manifest.service().name().sv();
    String service =
        locale.equals(PortalTexts.ENGLISH)
            ? manifest.service().name().en().orElse(swedishName)
            : swedishName;
    List<Link> links =
        staff
            ? List.of(
                Link.of(texts.get("handler.title"), "/handlaggare"),
                Link.of(texts.get("handler.feedback"), "/handlaggare/synpunkter"),
                Link.of(texts.get("nav.diary"), "/diarium"))
            : List.of(
                Link.of(texts.get("nav.start"), "/"),
                Link.of(texts.get("nav.cases"), "/mina-arenden"),
                Link.of(texts.get("nav.diary"), "/diarium"));
    return shell(locale, manifest, service, links);
  }

  private static PageShell shell(
      Locale locale, EServiceManifest manifest, String service, List<Link> links) {
    return PageShell.builder(locale, manifest.service().municipality(), service)
        .home("/", "/")
        .theme(THEME)
        .accessibilityStatement("/tillganglighet")
        .privacy("/personuppgifter")
        .phone("0555-120 00")
        .feedback("/synpunkter")
        .navigation(links)
        .build();
  }
}
