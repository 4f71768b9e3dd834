package se.byggsten.upload.internal;

import se.byggsten.forms.file.FileContent;

/** Walks through content, forwards, with a small window of it in memory. */
final class Cursor {
  private static final int WINDOW = 16_384;

  private final FileContent content;
  private long at;
  private long windowStart;
  private byte[] window = new byte[0];

  Cursor(FileContent content) {
    this.content = content;
  }

  long at() {
    return at;
  }

  long left() {
    return content.size() - at;
  }

  void moveTo(long position) throws DamagedException {
    if (position < 0 || position > content.size()) {
      throw ended();
    }
    at = position;
  }

  void skip(long count) throws DamagedException {
    if (count < 0 || count > left()) {
      throw ended();
    }
    at += count;
  }

  int u8() throws DamagedException {
    if (at >= content.size()) {
      throw ended();
    }
    if (at < windowStart || at >= windowStart + window.length) {
      window = content.read(at, WINDOW);
      windowStart = at;
    }
    return window[(int) (at++ - windowStart)] & 0xFF;
  }

  int u16() throws DamagedException {
    return u8() << 8 | u8();
  }

  long u32() throws DamagedException {
    return (long) u16() << 16 | u16();
  }

  int u16le() throws DamagedException {
    return u8() | u8() << 8;
  }

  long u32le() throws DamagedException {
    return u16le() | (long) u16le() << 16;
  }

  byte[] bytes(int count) throws DamagedException {
    if (count < 0 || count > left()) {
      throw ended();
    }
    byte[] bytes = content.read(at, count);
    at += count;
    return bytes;
  }

  static DamagedException ended() {
    return new DamagedException("The file ends too early");
  }
}
