package se.byggsten.forms.run;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.ByggstenException;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.ConstraintRule;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.internal.hash.Sha256;
import se.byggsten.forms.spi.AttachmentScanner;

/** Judges files by what their bytes are, whatever they are called. */
final class AttachmentInspector {
  private static final int LONGEST_NAME = 120;
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "application/pdf", List.of("pdf"),
          "image/jpeg", List.of("jpg", "jpeg"),
          "image/png", List.of("png"));

  private final AttachmentScanner scanner;
  private final SecureRandom random;

  AttachmentInspector(AttachmentScanner scanner, SecureRandom random) {
    this.scanner = scanner;
    this.random = random;
  }

  /** What allowed files a field takes, read from its constraint. */
  record Allowance(int max, long maxBytes, Set<String> types) {
    static Allowance of(FieldDefinition field) {
      Map<String, Object> given =
          field.constraint("Attachments").map(ConstraintRule::parameters).orElse(Map.of());
      int max = given.get("max") instanceof Long value ? value.intValue() : 5;
      long maxBytes = given.get("maxBytes") instanceof Long value ? value : 10_000_000L;
      Set<String> types =
          given.get("types") instanceof List<?> list
              ? Set.copyOf(list.stream().map(String::valueOf).toList())
              : ENDINGS.keySet();
      return new Allowance(max, maxBytes, types);
    }
  }

  /** The files that were accepted, and why others were not. */
  record Inspected(List<AttachmentContent> accepted, List<Violation> violations) {}

  Inspected inspect(FieldDefinition field, List<PostedFile> files, int already) {
    Allowance allowance = Allowance.of(field);
    List<AttachmentContent> accepted = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (PostedFile file : files) {
      // A browser posts an empty part without a name when nothing was chosen.
      if (file.content().length == 0 && file.name().isBlank()) {
        continue;
      }
      String reason =
          already + accepted.size() >= allowance.max() ? "FileCount" : refuse(file, allowance);
      if (reason.isEmpty()) {
        accepted.add(accept(file));
      } else {
        violations.add(
            new Violation(
                field.id(),
                reason,
                Map.of(
                    "max", Integer.toString(allowance.max()),
                    "maxMegabytes", Long.toString(allowance.maxBytes() / 1_000_000))));
      }
    }
    return new Inspected(accepted, violations);
  }

  private String refuse(PostedFile file, Allowance allowance) {
    byte[] content = file.content();
    if (content.length == 0) {
      return "FileEmpty";
    }
    if (content.length > allowance.maxBytes()) {
      return "FileSize";
    }
    Optional<String> type = sniff(content);
    String ending = ending(file.name());
    boolean claimsAllowed =
        ENDINGS.entrySet().stream()
            .anyMatch(e -> allowance.types().contains(e.getKey()) && e.getValue().contains(ending));
    if (!claimsAllowed) {
      return "FileType";
    }
    if (type.isEmpty()
        || !allowance.types().contains(type.get())
        || !ENDINGS.getOrDefault(type.get(), List.of()).contains(ending)) {
      return "FileMismatch";
    }
    try {
      return scanner.scan(content) == AttachmentScanner.Verdict.CLEAN ? "" : "FileHarmful";
    } catch (ByggstenException e) {
      return "FileNotScanned";
    }
  }

  private AttachmentContent accept(PostedFile file) {
    byte[] id = new byte[18];
    random.nextBytes(id);
    String type = sniff(file.content()).orElse("application/octet-stream");
    return new AttachmentContent(
        new AttachmentRef(
            Base64.getUrlEncoder().withoutPadding().encodeToString(id),
            cleanName(file.name()),
            type,
            file.content().length,
            Sha256.hex(file.content())),
        file.content());
  }

  /** The media type by the first bytes. Sources: ISO 32000-1 7.5.2, PNG 5.2, ISO/IEC 10918-1 B. */
  static Optional<String> sniff(byte[] content) {
    if (starts(content, '%', 'P', 'D', 'F', '-')) {
      return Optional.of("application/pdf");
    }
    if (starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of("image/png");
    }
    if (starts(content, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("image/jpeg");
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] content, int... magic) {
    return content.length >= magic.length
        && Arrays.equals(
            Arrays.stream(magic).toArray(),
            0,
            magic.length,
            unsigned(content, magic.length),
            0,
            magic.length);
  }

  private static int[] unsigned(byte[] content, int count) {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = content[i] & 0xFF;
    }
    return values;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** The last part of a path, without anything that a file system or a page could trip on. */
  static String cleanName(String claimed) {
    String name = Normalizer.normalize(claimed, Normalizer.Form.NFC);
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    StringBuilder clean = new StringBuilder();
    name.substring(cut + 1)
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "._- ()".indexOf(c) >= 0 ? c : '_')
        .forEach(clean::appendCodePoint);
    String text = clean.toString().replaceAll("^[. ]+", "").replaceAll("\\.{2,}", ".").strip();
    String ending = ending(name);
    if (text.isEmpty() || text.equalsIgnoreCase(ending)) {
      return text.isEmpty() ? "bilaga" : "bilaga." + ending;
    }
    if (text.codePointCount(0, text.length()) <= LONGEST_NAME) {
      return text;
    }
    String stem = text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 6));
    return ending.length() > 5 || ending.isEmpty() ? stem : stem + "." + ending;
  }
}
