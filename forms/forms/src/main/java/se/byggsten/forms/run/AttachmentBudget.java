package se.byggsten.forms.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.file.FileKind;
import se.byggsten.forms.spi.Trait;

/**
 * How many files an answer may have, how large, and of which kinds: the constraint {@link
 * Attachments} of a field, with its defaults.
 *
 * @param files how many files
 * @param fileBytes how large a file may be
 * @param totalBytes how large all files may be together
 * @param mediaTypes the media types that may come
 * @param acceptsUnscanned whether a file is taken when the virus scanner does not answer
 */
public record AttachmentBudget(
    int files, long fileBytes, long totalBytes, Set<String> mediaTypes, boolean acceptsUnscanned) {
  private static final long MEGABYTE = 1_000_000;
  private static final BigDecimal MILLION = new BigDecimal(MEGABYTE);

  /** Copies the media types. */
  public AttachmentBudget {
    mediaTypes = Set.copyOf(mediaTypes);
  }

  /**
   * Returns the budget of a field.
   *
   * @param field a field that takes files
   * @return its budget
   */
  public static AttachmentBudget of(FieldDefinition field) {
    Map<String, Object> given =
        field.constraint("Attachments").map(rule -> rule.parameters()).orElse(Map.of());
    return new AttachmentBudget(
        (int) number(given, "max", 5),
        number(given, "maxBytes", 10 * MEGABYTE),
        number(given, "maxTotalBytes", 25 * MEGABYTE),
        given.get("types") instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.toSet())
            : Set.of("application/pdf", "image/jpeg", "image/png"),
        Boolean.TRUE.equals(given.get("acceptUnscanned")));
  }

  private static long number(Map<String, Object> given, String name, long otherwise) {
    return given.get(name) instanceof Long value ? value : otherwise;
  }

  /**
   * Returns the budgets of a page.
   *
   * @param page the page
   * @return one for each field that takes files, in order
   */
  public static List<AttachmentBudget> of(PageDefinition page) {
    return page.fields().stream()
        .filter(field -> field.has(Trait.FILES))
        .map(AttachmentBudget::of)
        .toList();
  }

  /**
   * Returns how large the files of one answer can be together.
   *
   * @return bytes
   */
  public long atMost() {
    return Math.min(totalBytes, files * fileBytes);
  }

  /**
   * Returns what texts may say of it.
   *
   * @return {@code max}, {@code maxMegabytes}, {@code totalMegabytes} and {@code types}; numbers
   *     with a point before decimals, which texts show as their language writes them
   */
  public Map<String, String> forTexts() {
    return Map.of(
        "max", Integer.toString(files),
        "maxMegabytes", megabytes(fileBytes),
        "totalMegabytes", megabytes(totalBytes),
        "types", FileKind.names(new TreeSet<>(mediaTypes)));
  }

  /** With as many decimals as it takes to promise no more than is kept. */
  private static String megabytes(long bytes) {
    BigDecimal megabytes = new BigDecimal(bytes).divide(MILLION).setScale(3, RoundingMode.DOWN);
    return megabytes.stripTrailingZeros().toPlainString();
  }
}
