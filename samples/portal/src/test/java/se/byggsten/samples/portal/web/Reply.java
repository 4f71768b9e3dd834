package se.byggsten.samples.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.conformance.http.Exchange;

/** An answer of the portal, whoever asked for it. */
record Reply(int status, Map<String, List<String>> headers, String text) {
  static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Cross-Origin-Opener-Policy",
          "Permissions-Policy");

  static Reply of(Exchange exchange) {
    Map<String, List<String>> headers = new java.util.HashMap<>();
    HEADERS.forEach(name -> put(headers, name, exchange));
    List.of("Content-Type", "Server", "Location", "Allow", "X-Powered-By")
        .forEach(name -> put(headers, name, exchange));
    return new Reply(exchange.status(), headers, exchange.text());
  }

  private static void put(Map<String, List<String>> headers, String name, Exchange exchange) {
    if (!exchange.headers(name).isEmpty()) {
      headers.put(name.toLowerCase(Locale.ROOT), exchange.headers(name));
    }
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
