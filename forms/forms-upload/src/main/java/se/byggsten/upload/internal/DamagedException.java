package se.byggsten.upload.internal;

/** A file is not what its format says it must be. */
public sealed class DamagedException extends Exception permits TooLargeImageException {
  private static final long serialVersionUID = 1L;

  DamagedException(String what) {
    super(what);
  }
}
