package se.byggsten.forms.file;

/** What a detector says a file is. */
public sealed interface Detection {
  /**
   * The file is of a kind that was recognised.
   *
   * @param mediaType the IANA media type, without parameters
   */
  record Known(String mediaType) implements Detection {}

  /**
   * The file is refused, whatever kind it is.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements Detection {}

  /** The file is of no kind that the detector knows. */
  record Unknown() implements Detection {}
}
