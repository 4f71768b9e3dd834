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

  Shells(EServiceManifest manifest) {
    swedish = shell(PortalTexts.SWEDISH, manifest, manifest.service().name().sv());
    english =
        shell(
            PortalTexts.ENGLISH,
            manifest,
            manifest.service().name().en().orElse(manifest.service().name().sv()));
  }

  PageShell of(Locale locale) {
    return locale.getLanguage().equals("en") ? english : swedish;
  }

  private static PageShell shell(Locale locale, EServiceManifest manifest, String service) {
    PortalTexts texts = PortalTexts.in(locale);
    return PageShell.builder(locale, manifest.service().municipality(), service)
        .home("/", "/")
        .theme(THEME)
        .accessibilityStatement("/tillganglighet")
        .privacy("/personuppgifter")
        .phone("0555-120 00")
        .feedback("/synpunkter")
        .navigation(
            List.of(
                Link.of(texts.get("nav.start"), "/"),
                Link.of(texts.get("nav.cases"), "/mina-arenden"),
                Link.of(texts.get("nav.diary"), "/diarium")))
        .build();
  }
}
