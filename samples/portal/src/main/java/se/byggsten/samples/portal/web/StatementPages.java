package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.byggsten.accessibility.AccessibilityStatement;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.web.Html;

/** The accessibility statement of the service. */
final class StatementPages {
  private final AccessibilityStatement statement;

  StatementPages(PortalServices services) {
    statement = of(services.manifest());
  }

  void addTo(Routes routes) {
    routes.get("/tillganglighet", this::show);
  }

  private void show(Exchange x) throws IOException {
    Locale locale = x.locale();
    x.show(
        x.page("info", x.text("statement.title"))
            .body(Markup.h1(x.text("statement.title")).and(Html.trusted(statement.toHtml(locale))))
            .build());
  }

  /** What is known to be wrong stands here until it is put right. */
  private static AccessibilityStatement of(EServiceManifest manifest) {
    LocalDate assessed = LocalDate.of(2026, 11, 20);
    return AccessibilityStatement.builder()
        .actor(manifest.service().municipality())
        .service(manifest.service().name().sv())
        .covered(List.of(manifest.service().name().sv()))
        .status(AccessibilityStatement.Status.PARTIAL)
        .shortcomings(
            List.of(
                new AccessibilityStatement.Shortcoming(
                    "Filer som du själv bifogar görs inte om till tillgängliga dokument.",
                    AccessibilityStatement.Reason.OUT_OF_SCOPE,
                    java.util.Optional.of("Ring oss så läser vi upp innehållet."),
                    java.util.Optional.empty())))
        .assessed(assessed, AccessibilityStatement.Method.SELF)
        .updated(assessed)
        .messagePath("/synpunkter")
        .phone("0555-120 00")
        .build();
  }
}
