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
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw new PostException(PostException.TYPE, "Post the form in UTF-8");
    }
    switch (essence) {
      case "application/x-www-form-urlencoded" -> urlencoded(text(body), posted);
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

  static String decode(byte[] bytes, int from, int to) {
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
