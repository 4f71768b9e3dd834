package se.byggsten.upload.internal;

/** A picture would fill the memory of whoever opens it. */
public final class TooLargeImageException extends DamagedException {
  private static final long serialVersionUID = 1L;

  /** More than any camera takes, and 1 GB when drawn. */
  private static final long MOST_PIXELS = 250_000_000;

  private TooLargeImageException() {
    super("The picture has too many pixels");
  }

  static void check(long width, long height) throws DamagedException {
    if (width < 1 || height < 1) {
      throw new DamagedException("The picture has no size");
    }
    if (width * height > MOST_PIXELS) {
      throw new TooLargeImageException();
    }
  }
}
