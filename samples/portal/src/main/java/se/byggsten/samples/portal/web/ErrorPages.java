package se.byggsten.samples.portal.web;

import java.io.IOException;
import se.byggsten.core.ErrorCode;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;

/** Pages for what cannot be done: what happened, that nothing is lost, and what to do. */
final class ErrorPages {
  /** What went wrong, as the visitor needs to know it. */
  enum Kind {
    BAD_REQUEST(400, "error.bad"),
    CSRF(403, "error.csrf"),
    FORBIDDEN(403, "error.forbidden"),
    HARMFUL(403, "error.harmful"),
    NOT_FOUND(404, "error.missing"),
    METHOD(405, "error.method"),
    CONFLICT(409, "error.conflict"),
    SENDING(409, "error.sending"),
    GONE(410, "error.gone"),
    TOO_LARGE(413, "error.large"),
    TOO_MANY(429, "error.many"),
    FAILURE(500, "error.failure"),
    BUSY(503, "error.busy"),
    NOT_SCANNED(503, "error.unscanned");

    private final int status;
    private final String key;

    Kind(int status, String key) {
      this.status = status;
      this.key = key;
    }
  }

  private ErrorPages() {}

  static void show(Exchange x, Kind kind) throws IOException {
    Html body =
        Markup.h1(x.about(kind.key + ".title"))
            .and(Markup.lead(x.about(kind.key + ".what")))
            .and(Markup.p(x.about(kind.key + ".do")))
            .and(Markup.p(x.text("error.help")))
            .and(Button.start(x.text("error.home"), "/").toHtml());
    x.show(kind.status, x.page("error", x.about(kind.key + ".title")).body(body).build());
  }

  /** The page that fits a code; what is not known is our own failure. */
  static Kind kindOf(ErrorCode code) {
    return switch (code.value()) {
      case "CASE-NOT-FOUND" -> Kind.NOT_FOUND;
      case "CASE-STATUS", "CASE-CHANGED", "STORE-CONFLICT", "CASE-KEY-TAKEN", "FORM-CONFLICT" ->
          Kind.CONFLICT;
      case "FORM-ATTACHMENT-GONE" -> Kind.GONE;
      case "STORE-UNAVAILABLE", "DRAFT-BUSY", "FORM-FILE-SPOOL" -> Kind.BUSY;
      case "STORE-TEXT-REFUSED", "STORE-TEXT-TOO-LONG" -> Kind.BAD_REQUEST;
      default ->
          code.value().endsWith("-TOO-LARGE")
              ? Kind.TOO_LARGE
              : code.value().startsWith("FORM-") ? Kind.BAD_REQUEST : Kind.FAILURE;
    };
  }
}
