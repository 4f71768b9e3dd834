package se.byggsten.conformance.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes form data as a browser sends it. */
final class Multipart {
  /** Between the parts; long enough never to stand in what the kit sends. */
  static final String BOUNDARY = "----byggsten-kit-7f3a9c5e1b8d4260";

  private Multipart() {}

  /** Returns the body of a multipart form. */
  static byte[] body(FormData data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (FormData.Part part : data.parts()) {
      text(
          out,
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; name=\""
              + quoted(part.name())
              + "\"");
      if (part.file().isPresent()) {
        FormData.Upload file = part.file().get();
        text(
            out,
            "; filename=\""
                + quoted(file.fileName())
                + "\"\r\nContent-Type: "
                + file.contentType()
                + "\r\n\r\n");
        out.writeBytes(file.content());
        text(out, "\r\n");
      } else {
        text(out, "\r\n\r\n" + part.value() + "\r\n");
      }
    }
    text(out, "--" + BOUNDARY + "--\r\n");
    return out.toByteArray();
  }

  /** Returns the data as {@code application/x-www-form-urlencoded}; of files only their names. */
  static String urlEncoded(FormData data) {
    return data.parts().stream().map(Multipart::pair).collect(Collectors.joining("&"));
  }

  /** Returns the names of the parts, for tests and evidence. */
  static List<String> names(FormData data) {
    return data.parts().stream().map(FormData.Part::name).toList();
  }

  private static String pair(FormData.Part part) {
    String value = part.file().map(FormData.Upload::fileName).orElse(part.value());
    return URLEncoder.encode(part.name(), StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
