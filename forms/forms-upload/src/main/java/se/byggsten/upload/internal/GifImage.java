package se.byggsten.upload.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import se.byggsten.forms.file.FileContent;

/**
 * Keeps of a GIF what draws it.
 *
 * <p>Source: GIF89a. Of the application extensions only those that say how often an animation runs
 * are kept, and the colour profile; comments go.
 */
public final class GifImage {
  private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

  private GifImage() {}

  /**
   * Returns the picture without its hidden data.
   *
   * @param content a GIF
   * @return the same picture
   * @throws DamagedException when it is not whole
   */
  public static FileContent strip(FileContent content) throws DamagedException {
    Cursor cursor = new Cursor(content);
    Pieces pieces = new Pieces(content);
    String version = new String(cursor.bytes(6), StandardCharsets.ISO_8859_1);
    if (!version.equals("GIF87a") && !version.equals("GIF89a")) {
      throw new DamagedException("Not a GIF");
    }
    TooLargeImageException.check(cursor.u16le(), cursor.u16le());
    int flags = cursor.u8();
    cursor.skip(2L + colours(flags));
    pieces.keep(0, cursor.at());
    boolean drawn = false;
    while (true) {
      long start = cursor.at();
      switch (cursor.u8()) {
        case 0x21 -> {
          boolean keeps = keeps(cursor.u8(), cursor);
          skipBlocks(cursor);
          if (keeps) {
            pieces.keep(start, cursor.at());
          }
        }
        case 0x2C -> {
          cursor.skip(8);
          cursor.skip(colours(cursor.u8()) + 1L);
          skipBlocks(cursor);
          pieces.keep(start, cursor.at());
          drawn = true;
        }
        case 0x3B -> {
          if (!drawn) {
            throw new DamagedException("The GIF has no picture");
          }
          pieces.keep(start, cursor.at());
          return pieces.join();
        }
        default -> throw new DamagedException("The GIF has an odd block");
      }
    }
  }

  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static boolean keeps(int label, Cursor cursor) throws DamagedException {
    if (label != 0xFF) {
      return label == 0xF9;
    }
    long start = cursor.at();
    int length = cursor.u8();
    String name = new String(cursor.bytes(length), StandardCharsets.ISO_8859_1);
    cursor.moveTo(start);
    return KEPT.contains(name);
  }

  private static void skipBlocks(Cursor cursor) throws DamagedException {
    int length;
    while ((length = cursor.u8()) > 0) {
      cursor.skip(length);
    }
  }
}
