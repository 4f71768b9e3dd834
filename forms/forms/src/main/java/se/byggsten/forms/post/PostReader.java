package se.byggsten.forms.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;

/**
 * Reads posts of the types {@code application/x-www-form-urlencoded} and {@code
 * multipart/form-data}, strictly in UTF-8.
 *
 * <p>Sources: URL Living Standard 5.1, RFC 7578.
 */
public final class PostReader {
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([^\\s;\"]{1,40})\"?", Pattern.CASE_INSENSITIVE);
  private static final int DRAIN_FACTOR = 4;

  private final PostLimits limits;

  private PostReader(PostLimits limits) {
    this.limits = limits;
  }

  /**
   * Returns a reader.
   *
   * @param limits how much a post may hold
   * @return the reader
   */
  public static PostReader within(PostLimits limits) {
    return new PostReader(limits);
  }

  /**
   * Reads a post.
   *
   * @param contentType the type of the body; null when none was given
   * @param body the body; read to its end, or to some way beyond the limit so that the sender can
   *     hear the answer, and not closed
   * @return what was posted
   * @throws PostException with the status to answer
   */
  public PostedFields read(@Nullable String contentType, InputStream body) {
    String type = contentType == null ? "" : contentType;
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw new PostException(PostException.TYPE, "Post the form in UTF-8");
    }
    Posted posted = new Posted();
    switch (essence) {
      case "application/x-www-form-urlencoded" -> urlencoded(bytes(body), posted);
      case "multipart/form-data" -> {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
          throw malformed();
        }
        String word = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        multipart(bytes(body), word.getBytes(StandardCharsets.ISO_8859_1), posted);
      }
      default -> throw new PostException(PostException.TYPE, "Post the form as a browser does");
    }
    return PostedFields.of(posted.values, posted.files);
  }

  private byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(limits.bodyBytes() + 1);
      if (bytes.length > limits.bodyBytes()) {
        drain(body);
        throw tooLarge("the body must be at most " + limits.bodyBytes() + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new PostException(PostException.MALFORMED, "The post ended too early; send it again");
    }
  }

  /** A browser that is cut off while sending shows no page, so most of the rest is thrown away. */
  private void drain(InputStream body) throws IOException {
    byte[] sink = new byte[65_536];
    long left = (long) limits.bodyBytes() * DRAIN_FACTOR;
    int read;
    while (left > 0 && (read = body.read(sink)) >= 0) {
      left -= read;
    }
  }

  private void urlencoded(byte[] bytes, Posted posted) {
    String text = decode(bytes, 0, bytes.length);
    if (text.isEmpty()) {
      return;
    }
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('&', from);
      String pair = text.substring(from, end < 0 ? text.length() : end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        posted.add(
            percent(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : percent(pair.substring(equals + 1)));
      }
      if (end < 0) {
        return;
      }
      from = end + 1;
    }
  }

  private static String percent(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      byte b = in[i];
      if (b == '%') {
        int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
        int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw encoding();
        }
        out[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        out[length++] = b == '+' ? (byte) ' ' : b;
      }
    }
    return decode(out, 0, length);
  }

  private static String decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw encoding();
    }
  }

  private void multipart(byte[] body, byte[] boundary, Posted posted) {
    byte[] delimiter = new byte[boundary.length + 4];
    System.arraycopy(new byte[] {'\r', '\n', '-', '-'}, 0, delimiter, 0, 4);
    System.arraycopy(boundary, 0, delimiter, 4, boundary.length);
    // The first delimiter needs no line break before it.
    int at = startsWith(body, 0, delimiter, 2) ? delimiter.length - 2 : -1;
    if (at < 0) {
      int first = indexOf(body, delimiter, 0);
      if (first < 0) {
        throw malformed();
      }
      at = first + delimiter.length;
    }
    while (!startsWith(body, at, new byte[] {'-', '-'}, 0)) {
      int headers = skipLineBreak(body, at);
      int blank = indexOf(body, new byte[] {'\r', '\n', '\r', '\n'}, headers - 2);
      int end = blank < 0 ? -1 : indexOf(body, delimiter, blank + 2);
      if (blank < 0 || end < 0 || blank - headers > 4_000) {
        throw malformed();
      }
      int content = Math.min(blank + 4, end);
      PartHeader header = PartHeader.parse(blank < headers ? "" : decode(body, headers, blank));
      part(header, body, content, end, posted);
      at = end + delimiter.length;
    }
  }

  private static void part(PartHeader header, byte[] body, int from, int to, Posted posted) {
    if (header.fileName() == null) {
      posted.add(header.name(), decode(body, from, to));
    } else {
      byte[] bytes = new byte[to - from];
      System.arraycopy(body, from, bytes, 0, bytes.length);
      posted.add(PostedFile.of(header.name(), header.fileName(), bytes));
    }
  }

  private static int skipLineBreak(byte[] body, int at) {
    int i = at;
    while (i < body.length && (body[i] == ' ' || body[i] == '\t')) {
      i++;
    }
    if (!startsWith(body, i, new byte[] {'\r', '\n'}, 0)) {
      throw malformed();
    }
    return i + 2;
  }

  private static boolean startsWith(byte[] body, int at, byte[] word, int skip) {
    if (at + word.length - skip > body.length) {
      return false;
    }
    for (int i = skip; i < word.length; i++) {
      if (body[at + i - skip] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] body, byte[] word, int from) {
    for (int i = Math.max(0, from); i <= body.length - word.length; i++) {
      if (body[i] == word[0] && startsWith(body, i, word, 0)) {
        return i;
      }
    }
    return -1;
  }

  private static PostException encoding() {
    return new PostException(PostException.ENCODING, "Post the form in UTF-8");
  }

  static PostException malformed() {
    return new PostException(PostException.MALFORMED, "Post the form as a browser does");
  }

  private static PostException tooLarge(String what) {
    ErrorCode code = PostException.TOO_LARGE;
    return new PostException(code, "Send less: " + what);
  }

  /** What has been read so far. */
  private final class Posted {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<PostedFile> files = new ArrayList<>();
    private int count;

    void add(String name, String value) {
      check(name);
      if (value.length() > limits.valueLength()) {
        throw tooLarge("an answer may be at most " + limits.valueLength() + " characters");
      }
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    void add(PostedFile file) {
      check(file.field());
      files.add(file);
    }

    private void check(String name) {
      if (++count > limits.fields()) {
        throw tooLarge("at most " + limits.fields() + " fields");
      }
      if (name.length() > limits.nameLength()) {
        throw tooLarge("the name of a field is at most " + limits.nameLength() + " characters");
      }
    }
  }
}
