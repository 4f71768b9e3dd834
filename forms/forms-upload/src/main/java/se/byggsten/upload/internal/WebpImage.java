package se.byggsten.upload.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import se.byggsten.forms.file.FileContent;

/**
 * Keeps of a WebP what draws it.
 *
 * <p>Source: RFC 9649 2. Exif and XMP chunks go, as does every chunk that is not known to be
 * needed, and the flags say so.
 */
public final class WebpImage {
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", "ANMF");
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;
  private static final int LONGEST_EXIF = 65_536;

  private WebpImage() {}

  /**
   * Returns the picture without its hidden data.
   *
   * @param content a WebP
   * @return the same picture
   * @throws DamagedException when it is not whole
   */
  public static FileContent strip(FileContent content) throws DamagedException {
    Cursor cursor = new Cursor(content);
    String riff = fourLetters(cursor);
    long size = cursor.u32le();
    if (!riff.equals("RIFF") || !fourLetters(cursor).equals("WEBP") || size > content.size() - 8) {
      throw new DamagedException("Not a whole WebP");
    }
    Pieces chunks = new Pieces(content);
    OptionalInt orientation = OptionalInt.empty();
    long extended = -1;
    boolean drawn = false;
    while (cursor.at() < 8 + size) {
      long start = cursor.at();
      String type = fourLetters(cursor);
      long length = cursor.u32le();
      long body = cursor.at();
      cursor.skip(length);
      // A chunk of odd length is followed by a byte that is not counted in it.
      cursor.skip(Math.min(length & 1, cursor.left()));
      if (type.equals("VP8X")) {
        if (start != 12 || length != 10) {
          throw new DamagedException("The WebP has an odd header");
        }
        extended = start;
        byte[] canvas = content.read(body + 4, 6);
        TooLargeImageException.check(1 + u24(canvas, 0), 1 + u24(canvas, 3));
      } else if (KEPT.contains(type)) {
        chunks.keep(start, cursor.at());
      } else if (type.equals("EXIF") && length <= LONGEST_EXIF && orientation.isEmpty()) {
        orientation = orientation(content.read(body, (int) length));
      }
      drawn |= PICTURE.contains(type);
    }
    if (!drawn) {
      throw new DamagedException("The WebP has no picture");
    }
    return whole(content, extended, chunks, orientation);
  }

  private static FileContent whole(
      FileContent content, long extended, Pieces chunks, OptionalInt orientation)
      throws DamagedException {
    Pieces parts = new Pieces(content);
    if (extended >= 0) {
      byte[] header = content.read(extended, 18);
      header[8] = (byte) (header[8] & ~(EXIF_FLAG | XMP_FLAG));
      if (orientation.isPresent()) {
        header[8] = (byte) (header[8] | EXIF_FLAG);
      }
      parts.add(header);
    }
    FileContent picture = chunks.join();
    FileContent before = parts.join();
    byte[] exif =
        extended >= 0 && orientation.isPresent()
            ? chunk("EXIF", Orientation.write(orientation.getAsInt()))
            : new byte[0];
    byte[] head =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII))
            .putInt((int) (4 + before.size() + picture.size() + exif.length))
            .put("WEBP".getBytes(StandardCharsets.US_ASCII))
            .array();
    return FileContent.join(List.of(FileContent.of(head), before, picture, FileContent.of(exif)));
  }

  private static OptionalInt orientation(byte[] exif) {
    // Some programs write the marker of JPEG before the block.
    boolean marked =
        exif.length > 6
            && Arrays.equals(exif, 0, 4, "Exif".getBytes(StandardCharsets.US_ASCII), 0, 4);
    return Orientation.read(marked ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
  }

  private static byte[] chunk(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static long u24(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
  }

  private static String fourLetters(Cursor cursor) throws DamagedException {
    return new String(cursor.bytes(4), StandardCharsets.ISO_8859_1);
  }
}
