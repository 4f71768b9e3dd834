package se.byggsten.conformance.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.forms.run.PostedFile;

/** The files of a step: given, or made up from a type and a size. */
final class MadeFile {
  private static final Map<String, byte[]> BEGINNINGS =
      new TreeMap<>(
          Map.of(
              "application/pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
              "image/png", HexFormat.of().parseHex("89504e470d0a1a0a"),
              "image/jpeg", HexFormat.of().parseHex("ffd8ffe0"),
              "text/plain", new byte[0]));

  /** The types that can be made up. */
  static final Set<String> TYPES = new TreeSet<>(BEGINNINGS.keySet());

  private MadeFile() {}

  /** Refuses what is no file, and says how many bytes it is, before anything is made. */
  static long check(DataView file) {
    Optional<DataView> given = file.optional("base64");
    if (given.isPresent() == file.optional("type").isPresent()
        || given.isPresent() == file.optional("size").isPresent()) {
      throw file.problem(DataException.BAD_VALUE, "give type and size, or base64");
    }
    return given.map(text -> decoded(text).length).orElseGet(() -> size(file));
  }

  static PostedFile of(DataView file) {
    byte[] content = file.optional("base64").map(MadeFile::decoded).orElseGet(() -> made(file));
    return PostedFile.of(file.required("field").text(), file.required("name").exact(300), content);
  }

  private static int size(DataView file) {
    return file.required("size").integer(0, TraceShape.LARGEST_FILE);
  }

  private static byte[] decoded(DataView text) {
    try {
      return Base64.getDecoder().decode(text.exact(4_000_000));
    } catch (IllegalArgumentException e) {
      throw text.problem(DataException.BAD_VALUE, "must be base64 (RFC 4648, section 4)");
    }
  }

  private static byte[] made(DataView file) {
    byte[] beginning = BEGINNINGS.getOrDefault(file.required("type").text(), new byte[0]);
    byte[] content = Arrays.copyOf(beginning, size(file));
    if (content.length > beginning.length) {
      Arrays.fill(content, beginning.length, content.length, (byte) ' ');
    }
    return content;
  }
}
