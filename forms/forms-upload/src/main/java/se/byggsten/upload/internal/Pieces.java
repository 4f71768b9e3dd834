package se.byggsten.upload.internal;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.forms.file.FileContent;

/** A content made of parts of another, and of a few bytes of its own, without copying. */
final class Pieces {
  /** A picture from a camera has fewer than 100 parts. */
  private static final int MOST = 10_000;

  private final FileContent base;
  private final List<FileContent> parts = new ArrayList<>();
  private long from;
  private long to;

  Pieces(FileContent base) {
    this.base = base;
  }

  void keep(long start, long end) throws DamagedException {
    if (start == to) {
      to = end;
      return;
    }
    flush();
    from = start;
    to = end;
  }

  void add(byte[] bytes) throws DamagedException {
    flush();
    from = -1;
    to = -1;
    push(FileContent.of(bytes));
  }

  private void flush() throws DamagedException {
    if (to > from) {
      push(base.part(from, to));
    }
  }

  private void push(FileContent part) throws DamagedException {
    if (parts.size() >= MOST) {
      throw new DamagedException("The file is in too many parts");
    }
    parts.add(part);
  }

  FileContent join() throws DamagedException {
    flush();
    return FileContent.join(parts);
  }
}
