package se.byggsten.forms.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import se.byggsten.forms.file.FileSpool;

/**
 * Reads the parts of a multipart body as they arrive, in one small buffer.
 *
 * <p>Source: RFC 2046 5.1.1, RFC 7578.
 */
final class MultipartStream {
  private static final int BUFFER = 32_768;
  private static final int LONGEST_HEAD = 4_000;
  private static final int LONGEST_PADDING = 100;

  private final InputStream body;
  private final byte[] delimiter;
  private final long limit;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long read;
  private boolean ended;

  MultipartStream(InputStream body, String boundary, long limit) {
    this.body = body;
    this.limit = limit;
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter needs no line break before it, so there is one before everything.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** Takes the bytes of a part. */
  private interface Sink {
    void take(byte[] bytes, int from, int length);
  }

  void readInto(Posted posted) throws IOException {
    copyToDelimiter((bytes, start, length) -> {});
    while (!isLast()) {
      skipToLineEnd();
      part(PartHeader.parse(head()), posted);
    }
    // What follows the last delimiter means nothing, but it counts.
    while (fill()) {
      from = to;
    }
  }

  private void part(PartHeader header, Posted posted) throws IOException {
    String fileName = header.fileName();
    if (fileName == null) {
      int most = posted.limits().valueLength() * 3;
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      copyToDelimiter(
          (bytes, start, length) -> {
            if (text.size() + (long) length > most) {
              throw posted.valueTooLong();
            }
            posted.countText(length);
            text.write(bytes, start, length);
          });
      byte[] bytes = text.toByteArray();
      posted.add(header.name(), PostReader.decode(bytes, 0, bytes.length));
      return;
    }
    posted.checkFile(header.name());
    long most = posted.limits().fileBytes();
    try (FileSpool spool = posted.spool()) {
      boolean[] over = {false};
      copyToDelimiter(
          (bytes, start, length) -> {
            over[0] |= spool.size() + length > most;
            if (!over[0]) {
              spool.write(bytes, start, length);
            }
          });
      if (over[0]) {
        posted.addTooLarge(header.name(), fileName);
      } else {
        posted.add(header.name(), fileName, spool.finish());
      }
    }
  }

  /** Whether the delimiter that was just read ends the body; the two hyphens are then read. */
  private boolean isLast() throws IOException {
    need(2);
    if (buffer[from] == '-' && buffer[from + 1] == '-') {
      from += 2;
      return true;
    }
    return false;
  }

  private void skipToLineEnd() throws IOException {
    int padding = 0;
    need(2);
    while (buffer[from] == ' ' || buffer[from] == '\t') {
      if (++padding > LONGEST_PADDING) {
        throw PostReader.malformed();
      }
      from++;
      need(2);
    }
    if (buffer[from] != '\r' || buffer[from + 1] != '\n') {
      throw PostReader.malformed();
    }
    from += 2;
  }

  /**
   * Reads the head; the line break that ends its last line stays unread together with the empty
   * line's, since a delimiter without content may begin there.
   */
  private String head() throws IOException {
    int length = 0;
    while (true) {
      while (from + length + 4 > to) {
        if (!fill()) {
          throw PostReader.malformed();
        }
      }
      int at = from + length;
      if (buffer[at] == '\r'
          && buffer[at + 1] == '\n'
          && buffer[at + 2] == '\r'
          && buffer[at + 3] == '\n') {
        String head = PostReader.decode(buffer, from, at);
        from = at + 2;
        return head;
      }
      if (++length > LONGEST_HEAD) {
        throw PostReader.malformed();
      }
    }
  }

  /** Gives all bytes before the next delimiter to the sink, and reads the delimiter. */
  private void copyToDelimiter(Sink sink) throws IOException {
    // Two bytes are always before the content: the line break of the empty line, or our own.
    int skip = 2;
    while (true) {
      int at = find();
      boolean found = at >= 0;
      int safe = found ? at : Math.max(from, to - delimiter.length + 1);
      int start = Math.min(safe, from + skip);
      skip -= start - from;
      if (safe > start) {
        sink.take(buffer, start, safe - start);
      }
      from = safe;
      if (found) {
        from += delimiter.length;
        return;
      }
      if (!fill()) {
        throw PostReader.malformed();
      }
    }
  }

  private int find() {
    for (int i = from; i <= to - delimiter.length; i++) {
      if (buffer[i] == '\r' && matches(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(int at) {
    for (int i = 1; i < delimiter.length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private void need(int count) throws IOException {
    while (to - from < count) {
      if (!fill()) {
        throw PostReader.malformed();
      }
    }
  }

  /** Reads more; false at the end of the body. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    int count = body.read(buffer, to, buffer.length - to);
    if (count < 0) {
      ended = true;
      return false;
    }
    read += count;
    if (read > limit) {
      throw PostReader.tooLarge("the post must be at most " + limit + " bytes");
    }
    to += count;
    return true;
  }
}
