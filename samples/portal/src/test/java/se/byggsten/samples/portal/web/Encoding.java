package se.byggsten.samples.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import se.byggsten.conformance.http.FormData;

/** Writes a form as a browser would. */
final class Encoding {
  private Encoding() {}

  static byte[] of(FormData data) {
    return data.parts().stream()
        .filter(part -> part.file().isEmpty())
        .map(part -> encode(part.name()) + "=" + encode(part.value()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
