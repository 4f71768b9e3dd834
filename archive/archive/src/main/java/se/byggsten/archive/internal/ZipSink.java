package se.byggsten.archive.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.byggsten.archive.ContentSource;

/** Writes a package as a ZIP file with fixed times, in the order in which files come. */
final class ZipSink implements PackageSink {
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final LocalDateTime LATEST = LocalDateTime.of(2099, 12, 31, 0, 0);

  private final ZipOutputStream zip;
  private final String folder;
  private final LocalDateTime time;

  ZipSink(OutputStream out, String objectId, Instant createdAt) {
    zip = new ZipOutputStream(out);
    // XML shrinks to a fifth at any level; the fastest takes a third of the time.
    zip.setLevel(Deflater.BEST_SPEED);
    folder = objectId + "/";
    // ZIP keeps local time without a zone, to two seconds, from 1980: UTC and even, within that.
    LocalDateTime utc = LocalDateTime.ofInstant(createdAt, ZoneOffset.UTC).withNano(0);
    LocalDateTime even = utc.withSecond(utc.getSecond() & ~1);
    time = even.isBefore(EARLIEST) ? EARLIEST : even.isAfter(LATEST) ? LATEST : even;
  }

  @Override
  public OutputStream begin(String path, boolean packed, ContentSource source) throws IOException {
    ZipEntry entry = new ZipEntry(folder + path);
    entry.setTimeLocal(time);
    if (packed) {
      // Compressing again costs ten times the copying and saves nothing.
      entry.setMethod(ZipEntry.STORED);
      measure(entry, source);
    }
    zip.putNextEntry(entry);
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  private static void measure(ZipEntry entry, ContentSource source) throws IOException {
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sum.update(buffer, 0, n);
        size += n;
      }
    }
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(sum.getValue());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
