package se.byggsten.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys and certificates as files have them (RFC 7468). */
public final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  /** Returns DER as text, with its label such as {@code CERTIFICATE}. */
  public static String of(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, LINES.encodeToString(der), label);
  }
}
