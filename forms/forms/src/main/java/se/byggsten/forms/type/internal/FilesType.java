package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.FileUpload;

/**
 * Files.
 *
 * <p>The files themselves and their list on the page are the form's; the value that is read out
 * here is a list of maps with {@code name} and {@code size} in bytes.
 */
public final class FilesType extends BuiltIn {
  private static final List<String> TYPES = List.of("application/pdf", "image/jpeg", "image/png");
  private static final long MAX = 5;

  /** Creates the kind. */
  public FilesType() {
    super("files", List.class, ValueType.listOf(ValueType.ROW), Trait.FILES);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return rule("Attachments");
  }

  @Override
  public String exampleHint() {
    return "Intyget ska visa vilket stöd barnet behöver";
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return Bound.ABSENT;
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of();
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    List<String> lines =
        value instanceof List<?> files
            ? files.stream().map(file -> line(file, reading.locale())).toList()
            : List.of();
    return lines.isEmpty() ? List.of(reading.words().apply("unanswered")) : lines;
  }

  private static String line(Object file, Locale locale) {
    return file instanceof Map<?, ?> facts && facts.get("size") instanceof Number size
        ? facts.get("name") + " (" + size(size.longValue(), locale) + ")"
        : String.valueOf(file);
  }

  private static String size(long bytes, Locale locale) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1_000) + " kB"
        : String.format(locale, "%.1f MB", bytes / 1_000_000.0);
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return List.of();
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of(
        "type",
        "array",
        "items",
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "name",
                Map.of("type", "string"),
                "mediaType",
                Map.of("type", "string"),
                "size",
                Map.of("type", "integer", "minimum", 0),
                "sha256",
                Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")),
            "required",
            List.of("name", "mediaType", "size", "sha256")));
  }

  @Override
  public Html html(FieldInput input) {
    ConstraintRule rule =
        input.constraint("Attachments").orElse(new ConstraintRule("Attachments", Map.of()));
    long max = rule.parameters().get("max") instanceof Long given ? given : MAX;
    List<String> types =
        rule.parameters().get("types") instanceof List<?> given
            ? given.stream().map(String::valueOf).sorted().toList()
            : TYPES;
    return Draw.labelled(FileUpload.builder(input.id()), input)
        .multiple(max > 1)
        .accept(String.join(",", types))
        .build()
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Enclose();
  }
}
