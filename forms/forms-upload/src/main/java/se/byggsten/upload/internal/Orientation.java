package se.byggsten.upload.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Which way is up: the one thing of Exif that is needed to draw a picture.
 *
 * <p>Source: Exif 2.32 4.6.2 and 4.6.4, tag 0x0112.
 */
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;

  private Orientation() {}

  /**
   * Reads the orientation.
   *
   * @return 2 to 8; empty when it is the normal one, or there is none that can be read
   */
  static OptionalInt read(byte[] tiff) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(tiff);
      short order = buffer.getShort();
      if (order != 0x4949 && order != 0x4D4D) {
        return OptionalInt.empty();
      }
      buffer.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      if (buffer.getShort() != 42) {
        return OptionalInt.empty();
      }
      int directory = buffer.getInt();
      if (directory < 8 || directory > tiff.length - 2) {
        return OptionalInt.empty();
      }
      buffer.position(directory);
      for (int left = buffer.getShort() & 0xFFFF; left > 0; left--) {
        int tag = buffer.getShort() & 0xFFFF;
        int type = buffer.getShort();
        int count = buffer.getInt();
        int value = buffer.getShort() & 0xFFFF;
        buffer.getShort();
        if (tag == TAG) {
          return type == SHORT && count == 1 && value >= 2 && value <= 8
              ? OptionalInt.of(value)
              : OptionalInt.empty();
        }
      }
      return OptionalInt.empty();
    } catch (BufferUnderflowException cutShort) {
      // Damaged hidden data is thrown away like the rest of it.
      return OptionalInt.empty();
    }
  }

  /** Writes an Exif block that holds the orientation alone. */
  static byte[] write(int orientation) {
    return ByteBuffer.allocate(26)
        .putShort((short) 0x4D4D)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
