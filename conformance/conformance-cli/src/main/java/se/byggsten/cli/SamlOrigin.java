package se.byggsten.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.conformance.KitVersion;

/**
 * When, by which version and over which metadata a report was made, so that it can be filed.
 *
 * @param at when it was made
 * @param metadata the name of the metadata
 * @param sha256 the digest of the metadata, in hexadecimal
 */
record SamlOrigin(Instant at, String metadata, String sha256) {
  static SamlOrigin of(Instant now, FetchedFile metadata) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(metadata.bytes());
      return new SamlOrigin(
          now.truncatedTo(ChronoUnit.SECONDS), metadata.name(), HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  List<String> text(SamlOptions options) {
    return List.of(
        options.words("origin.at", at, KitVersion.current()),
        options.words("origin.sha256", metadata, sha256));
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", at.toString());
    json.put("version", KitVersion.current());
    json.put("metadata", metadata);
    json.put("metadataSha256", sha256);
    return json;
  }
}
