package se.byggsten.archive;

/**
 * A description of the content, as a file in {@code metadata/descriptive}.
 *
 * @param file the description
 * @param type its type in METS' list ({@code MDTYPE}), such as {@code DC} or {@code OTHER}
 * @param otherType what it is when the type is {@code OTHER}; else empty
 */
public record DescriptiveMetadata(PackageFile file, String type, String otherType) {
  /**
   * Checks that a type outside METS' list is named.
   *
   * @throws IllegalArgumentException when it is not
   */
  public DescriptiveMetadata {
    if (type.isBlank() || type.equals("OTHER") == otherType.isBlank()) {
      throw new IllegalArgumentException("Metadata of type OTHER, and no other, names its type");
    }
  }
}
