package se.byggsten.forms.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.file.FileException;
import se.byggsten.forms.run.PostedFields;

/**
 * Reads posts of the types {@code application/x-www-form-urlencoded} and {@code
 * multipart/form-data}, strictly in UTF-8.
 *
 * <p>Files are not held in memory: what is more than a little goes to temporary files while it
 * arrives, and reading stops at the limits.
 *
 * <p>Sources: URL Living Standard 5.1, RFC 7578.
 */
public final class PostReader {
  private static final String URLENCODED = "application/x-www-form-urlencoded";
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([^\\s;\"]{1,40})\"?", Pattern.CASE_INSENSITIVE);
  private static final int DRAIN_FACTOR = 4;

  private final PostLimits limits;
  private final Optional<Path> folder;

  private PostReader(PostLimits limits, Optional<Path> folder) {
    this.limits = limits;
    this.folder = folder;
  }

  /**
   * Returns a reader that makes its temporary files where the platform does.
   *
   * @param limits how much a post may hold
   * @return the reader
   */
  public static PostReader within(PostLimits limits) {
    return new PostReader(limits, Optional.empty());
  }

  /**
   * Returns the same reader with another folder for temporary files.
   *
   * @param other a folder that exists
   * @return the reader
   */
  public PostReader spoolingTo(Path other) {
    return new PostReader(limits, Optional.of(other));
  }

  /**
   * Reads a post.
   *
   * @param contentType the type of the body; null when none was given
   * @param body the body; read to its end, or to some way beyond the limit so that the sender can
   *     hear the answer, and not closed
   * @return what was posted, to be closed when its files have been put away
   * @throws PostException with the status to answer
   * @throws se.byggsten.forms.file.FileException when the temporary folder takes no more
   */
  public PostedFields read(@Nullable String contentType, InputStream body) {
    Posted posted = new Posted(limits, folder);
    try {
      read(contentType, body, posted);
      return posted.fields();
    } catch (PostException e) {
      posted.discard();
      throw drain(body) ? e.withBodyRead() : e;
    } catch (IOException e) {
      posted.discard();
      throw new PostException(PostException.MALFORMED, "The post ended too early; send it again");
    } catch (FileException e) {
      posted.discard();
      throw e;
    }
  }

  private void read(@Nullable String contentType, InputStream body, Posted posted)
      throws IOException {
    String type = contentType == null ? "" : contentType;
    if (type.equals(URLENCODED)) {
      urlencoded(text(body), posted);
      return;
    }
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw new PostException(PostException.TYPE, "Post the form in UTF-8");
    }
    switch (essence) {
      case URLENCODED -> urlencoded(text(body), posted);
      case "multipart/form-data" -> {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
          throw malformed();
        }
        String word = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        new MultipartStream(body, word, limits.bodyBytes()).readInto(posted);
      }
      default -> throw new PostException(PostException.TYPE, "Post the form as a browser does");
    }
  }

  private byte[] text(InputStream body) throws IOException {
    int most = (int) Math.min(limits.textBytes(), limits.bodyBytes());
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge("the answers must be at most " + most + " bytes");
    }
    return bytes;
  }

  /** A browser that is cut off while sending shows no page, so most of the rest is thrown away. */
  private boolean drain(InputStream body) {
    byte[] sink = new byte[65_536];
    long left = limits.bodyBytes() * DRAIN_FACTOR;
    try {
      int read;
      while ((read = body.read(sink)) >= 0) {
        left -= read;
        if (left <= 0) {
          return false;
        }
      }
      return true;
    } catch (IOException lost) {
      return false;
    }
  }

  private static void urlencoded(byte[] bytes, Posted posted) {
    int from = 0;
    while (from < bytes.length) {
      int equals = -1;
      int end = from;
      while (end < bytes.length && bytes[end] != '&') {
        if (equals < 0 && bytes[end] == '=') {
          equals = end;
        }
        end++;
      }
      if (end > from) {
        posted.add(
            percent(bytes, from, equals < 0 ? end : equals),
            equals < 0 ? "" : percent(bytes, equals + 1, end));
      }
      from = end + 1;
    }
  }

  /** Most names and many values are plain ASCII, and then nothing is to be decoded. */
  private static String percent(byte[] bytes, int from, int to) {
    boolean ascii = true;
    boolean encoded = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      ascii &= b >= 0;
      encoded |= b == '%' || b == '+';
    }
    if (!encoded) {
      return ascii
          ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
          : decode(bytes, from, to);
    }
    if (!ascii) {
      // What is not encoded must be right by itself.
      decode(bytes, from, to);
    }
    byte[] out = new byte[to - from];
    int length = 0;
    ascii = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '%') {
        int high = i + 2 < to ? Character.digit(bytes[i + 1], 16) : -1;
        int low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw encoding();
        }
        b = (byte) (high * 16 + low);
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      ascii &= b >= 0;
      out[length++] = b;
    }
    return ascii ? new String(out, 0, length, StandardCharsets.ISO_8859_1) : decode(out, 0, length);
  }

  static String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    // Somebody wrote just that character, or the bytes are wrong.
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw encoding();
    }
  }

  private static PostException encoding() {
    return new PostException(PostException.ENCODING, "Post the form in UTF-8");
  }

  static PostException malformed() {
    return new PostException(PostException.MALFORMED, "Post the form as a browser does");
  }

  static PostException tooLarge(String what) {
    ErrorCode code = PostException.TOO_LARGE;
    return new PostException(code, "Send less: " + what);
  }
}
