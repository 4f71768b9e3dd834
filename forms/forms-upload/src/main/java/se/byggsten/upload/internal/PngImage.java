package se.byggsten.upload.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.CRC32;
import se.byggsten.forms.file.FileContent;

/**
 * Keeps of a PNG what draws it.
 *
 * <p>Source: PNG (third edition) 5 and 11. Chunks for texts, times and Exif go, as does every chunk
 * that is not known to be needed.
 */
public final class PngImage {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int BLOCK = 16_384;
  private static final int LONGEST_EXIF = 65_536;
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

  private PngImage() {}

  /**
   * Returns the picture without its hidden data.
   *
   * @param content a PNG
   * @return the same picture
   * @throws DamagedException when it is not whole
   */
  public static FileContent strip(FileContent content) throws DamagedException {
    Cursor cursor = new Cursor(content);
    Pieces pieces = new Pieces(content);
    if ((cursor.u32() << 32 | cursor.u32()) != SIGNATURE) {
      throw new DamagedException("Not a PNG");
    }
    pieces.keep(0, 8);
    boolean drawn = false;
    boolean turned = false;
    while (true) {
      long start = cursor.at();
      long length = cursor.u32();
      String type = new String(cursor.bytes(4), StandardCharsets.ISO_8859_1);
      if (type.equals("IHDR") != (start == 8) || length > cursor.left() - 4) {
        throw new DamagedException("The PNG has a chunk that cannot be");
      }
      long body = cursor.at();
      if (type.equals("IHDR")) {
        TooLargeImageException.check(cursor.u32(), cursor.u32());
      }
      cursor.moveTo(body + length);
      if (KEPT.contains(type)) {
        checkSum(content, start + 4, body + length, cursor.u32());
        pieces.keep(start, cursor.at());
      } else {
        cursor.skip(4);
        if (Character.isUpperCase(type.charAt(0))) {
          throw new DamagedException("The PNG has a chunk that nobody knows");
        }
        if (type.equals("eXIf") && length <= LONGEST_EXIF && !turned) {
          OptionalInt orientation = Orientation.read(content.read(body, (int) length));
          if (orientation.isPresent()) {
            pieces.add(chunk("eXIf", Orientation.write(orientation.getAsInt())));
            turned = true;
          }
        }
      }
      drawn |= type.equals("IDAT");
      if (type.equals("IEND")) {
        if (!drawn || length > 0) {
          throw new DamagedException("The PNG has no picture");
        }
        return pieces.join();
      }
    }
  }

  private static void checkSum(FileContent content, long from, long to, long expected)
      throws DamagedException {
    CRC32 crc = new CRC32();
    for (long at = from; at < to; at += BLOCK) {
      crc.update(content.read(at, (int) Math.min(BLOCK, to - at)));
    }
    if (crc.getValue() != expected) {
      throw new DamagedException("A chunk of the PNG has the wrong check sum");
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }
}
