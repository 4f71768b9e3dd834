package se.byggsten.samples.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import se.byggsten.identity.SecurityHeaders;

/** What the server says when it cannot even give a request to the pages; nothing of its insides. */
final class PlainErrors extends ErrorHandler {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="sv">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s – Eksta kommun</title></head>
      <body data-byggsten-page="error"><header>Eksta kommun</header><main id="main">
      <h1>%1$s</h1>
      <p>%2$s Dina sparade svar finns kvar.</p>
      <p>Behöver du hjälp? Ring 0555-120 00.</p>
      <p><a href="/">Till startsidan</a></p>
      </main><footer>Eksta kommun</footer></body></html>
      """;

  private final SecurityHeaders headers;

  PlainErrors(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
    headers.forPersonalPage().forEach(response.getHeaders()::put);
    String page =
        response.getStatus() >= 500
            ? PAGE.formatted("Något gick fel hos oss", "Vänta en stund och försök igen.")
            : PAGE.formatted(
                "Vi förstod inte det som skickades",
                "Gå tillbaka, ladda om sidan och försök igen.");
    response.write(true, ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
