package se.byggsten.forms.file;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of file that a form can ask for: how it is called, and how its names end.
 *
 * <p>Kinds with macros, old binary Office files, archives and scripts are not among them.
 *
 * @param mediaType the IANA media type
 * @param name what people call it, such as {@code PDF}
 * @param endings what file names end with, in lower case and without the dot
 */
public record FileKind(String mediaType, String name, List<String> endings) {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final String ODF = "application/vnd.oasis.opendocument.";
  private static final List<FileKind> ALL =
      List.of(
          new FileKind("application/pdf", "PDF", List.of("pdf")),
          new FileKind("image/jpeg", "JPEG", List.of("jpg", "jpeg", "jpe", "jfif")),
          new FileKind("image/png", "PNG", List.of("png")),
          new FileKind("image/gif", "GIF", List.of("gif")),
          new FileKind("image/webp", "WebP", List.of("webp")),
          new FileKind("image/tiff", "TIFF", List.of("tif", "tiff")),
          new FileKind("image/heic", "HEIC", List.of("heic", "heif")),
          new FileKind(OOXML + "wordprocessingml.document", "Word (docx)", List.of("docx")),
          new FileKind(OOXML + "spreadsheetml.sheet", "Excel (xlsx)", List.of("xlsx")),
          new FileKind(OOXML + "presentationml.presentation", "PowerPoint (pptx)", List.of("pptx")),
          new FileKind(ODF + "text", "OpenDocument (odt)", List.of("odt")),
          new FileKind(ODF + "spreadsheet", "OpenDocument (ods)", List.of("ods")),
          new FileKind(ODF + "presentation", "OpenDocument (odp)", List.of("odp")),
          new FileKind("text/plain", "text (txt)", List.of("txt")),
          new FileKind("text/csv", "CSV", List.of("csv")));

  /** Copies the endings. */
  public FileKind {
    endings = List.copyOf(endings);
  }

  /**
   * Returns all kinds.
   *
   * @return in a fixed order
   */
  public static List<FileKind> all() {
    return ALL;
  }

  /**
   * Finds the kind of a media type.
   *
   * @param mediaType the media type
   * @return the kind, or empty when no form can ask for it
   */
  public static Optional<FileKind> of(String mediaType) {
    return ALL.stream().filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }

  /**
   * Tells whether a file name ends as files of this kind do.
   *
   * @param fileName the name
   * @return true when it does, in upper or lower case
   */
  public boolean fits(String fileName) {
    return endings.contains(ending(fileName));
  }

  /**
   * Returns what a file name ends with.
   *
   * @param fileName the name
   * @return what stands after the last dot, in lower case; empty when there is no dot
   */
  public static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Says the kinds of media types for people.
   *
   * @param mediaTypes the media types, in any order
   * @return the names in a fixed order, such as {@code PDF, JPEG, PNG}; a type without a name as it
   *     is
   */
  public static String names(Collection<String> mediaTypes) {
    Stream<String> known =
        ALL.stream().filter(kind -> mediaTypes.contains(kind.mediaType)).map(FileKind::name);
    Stream<String> others = mediaTypes.stream().filter(type -> of(type).isEmpty()).sorted();
    return String.join(", ", Stream.concat(known, others).toList());
  }

  /**
   * Returns the value of the {@code accept} attribute for media types.
   *
   * @param mediaTypes the media types
   * @return media types and endings with dots, with commas between
   */
  public static String accept(Collection<String> mediaTypes) {
    return String.join(
        ",",
        ALL.stream()
            .filter(kind -> mediaTypes.contains(kind.mediaType))
            .flatMap(
                kind ->
                    Stream.concat(
                        Stream.of(kind.mediaType),
                        kind.endings.stream().map(ending -> "." + ending)))
            .toList());
  }
}
