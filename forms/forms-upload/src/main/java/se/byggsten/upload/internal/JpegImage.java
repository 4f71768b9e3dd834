package se.byggsten.upload.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import se.byggsten.forms.file.FileContent;

/**
 * Keeps of a JPEG what draws it.
 *
 * <p>Source: ISO/IEC 10918-1 annex B; the application segments JFIF, Adobe and ICC are needed for
 * the colours, all others go, as do comments and what follows the end.
 */
public final class JpegImage {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NAME = 12;

  private final FileContent content;
  private final Cursor cursor;
  private final Pieces pieces;
  private boolean turned;
  private boolean framed;
  private boolean scanned;

  private JpegImage(FileContent content) {
    this.content = content;
    cursor = new Cursor(content);
    pieces = new Pieces(content);
  }

  /**
   * Returns the picture without its hidden data.
   *
   * @param content a JPEG
   * @return the same picture
   * @throws DamagedException when it is not whole
   */
  public static FileContent strip(FileContent content) throws DamagedException {
    return new JpegImage(content).strip();
  }

  private FileContent strip() throws DamagedException {
    if (cursor.u16() != 0xFFD8) {
      throw new DamagedException("Not a JPEG");
    }
    pieces.keep(0, 2);
    while (true) {
      int marker = marker();
      long start = cursor.at() - 2;
      if (marker == 0xD9) {
        if (!framed || !scanned) {
          throw new DamagedException("The JPEG has no picture");
        }
        pieces.keep(start, cursor.at());
        return pieces.join();
      }
      if (marker < 0xC0
          || (marker >= 0xD0 && marker <= 0xD8)
          || (marker >= 0xF0 && marker < 0xFE)) {
        throw new DamagedException("The JPEG has an odd marker");
      }
      segment(marker, start);
    }
  }

  private int marker() throws DamagedException {
    if (cursor.u8() != 0xFF) {
      throw new DamagedException("The JPEG has no marker where one must be");
    }
    int marker = cursor.u8();
    while (marker == 0xFF) {
      marker = cursor.u8();
    }
    return marker;
  }

  private void segment(int marker, long start) throws DamagedException {
    int length = cursor.u16();
    if (length < 2 || length - 2 > cursor.left()) {
      throw Cursor.ended();
    }
    long body = cursor.at();
    long end = body + length - 2;
    if (isFrame(marker)) {
      cursor.skip(1);
      long height = cursor.u16();
      long width = cursor.u16();
      // A height of 0 means that it comes after the first scan.
      TooLargeImageException.check(width, Math.max(1, height));
      framed = true;
    }
    if (keeps(marker, body, length - 2)) {
      pieces.keep(start, end);
    } else if (marker == 0xE1) {
      turn(body, length - 2);
    }
    cursor.moveTo(end);
    if (marker == 0xDA) {
      scanned = true;
      skipScan();
      pieces.keep(end, cursor.at());
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private boolean keeps(int marker, long body, int length) {
    String name =
        new String(content.read(body, Math.min(length, LONGEST_NAME)), StandardCharsets.ISO_8859_1);
    return switch (marker) {
      case 0xE0 -> name.startsWith("JFIF\0");
      case 0xE2 -> name.startsWith("ICC_PROFILE\0");
      case 0xEE -> name.startsWith("Adobe");
      default -> marker < 0xE0;
    };
  }

  private void turn(long body, int length) throws DamagedException {
    byte[] block = content.read(body, length);
    if (turned || !Arrays.equals(block, 0, Math.min(6, length), EXIF, 0, 6)) {
      return;
    }
    OptionalInt orientation = Orientation.read(Arrays.copyOfRange(block, 6, block.length));
    if (orientation.isPresent()) {
      byte[] exif = Orientation.write(orientation.getAsInt());
      pieces.add(
          ByteBuffer.allocate(4 + EXIF.length + exif.length)
              .putShort((short) 0xFFE1)
              .putShort((short) (2 + EXIF.length + exif.length))
              .put(EXIF)
              .put(exif)
              .array());
      turned = true;
    }
  }

  /** Leaves the cursor at the marker after the scan: one that is no restart and no stuffed byte. */
  private void skipScan() throws DamagedException {
    while (true) {
      if (cursor.u8() == 0xFF) {
        int next = cursor.u8();
        while (next == 0xFF) {
          next = cursor.u8();
        }
        if (next != 0 && (next < 0xD0 || next > 0xD7)) {
          cursor.moveTo(cursor.at() - 2);
          return;
        }
      }
    }
  }
}
