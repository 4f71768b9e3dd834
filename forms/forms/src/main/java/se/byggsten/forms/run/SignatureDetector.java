package se.byggsten.forms.run;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.ContentDetector;

/**
 * Knows PDF, PNG and JPEG by their first bytes.
 *
 * <p>Sources: ISO 32000-1 7.5.2, PNG 5.2, ISO/IEC 10918-1 B.
 */
final class SignatureDetector implements ContentDetector {
  static final SignatureDetector INSTANCE = new SignatureDetector();
  private static final int LONGEST = 8;

  private final Map<String, byte[]> signatures = new LinkedHashMap<>();

  private SignatureDetector() {
    signatures.put("application/pdf", HexFormat.of().parseHex("255044462d"));
    signatures.put("image/png", HexFormat.of().parseHex("89504e470d0a1a0a"));
    signatures.put("image/jpeg", HexFormat.of().parseHex("ffd8ff"));
  }

  @Override
  public Detection detect(FileContent content, String fileName) {
    byte[] head = content.read(0, LONGEST);
    for (Map.Entry<String, byte[]> signature : signatures.entrySet()) {
      byte[] bytes = signature.getValue();
      if (head.length >= bytes.length
          && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length)) {
        return new Detection.Known(signature.getKey());
      }
    }
    return new Detection.Unknown();
  }
}
