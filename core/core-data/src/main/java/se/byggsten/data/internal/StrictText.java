package se.byggsten.data.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataProblem;
import se.byggsten.core.data.Position;

/** Decodes UTF-8 and nothing else. */
public final class StrictText {
  private StrictText() {}

  /** Returns the text without its byte order mark. */
  public static String decode(String resource, byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw wrong(resource, Position.START, "the text is UTF-16 or UTF-32; save it as UTF-8");
    }
    int skip = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer input = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CoderResult result = decoder.decode(input, text, true);
    text.flip();
    if (result.isError()) {
      throw wrong(resource, end(text), "the bytes are not UTF-8 here; save the text as UTF-8");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        throw wrong(
            resource, end(text.subSequence(0, i)), "a control character stands here; remove it");
      }
    }
    return text.toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Position end(CharSequence text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Position(line, column);
  }

  private static DataException wrong(String resource, Position where, String message) {
    return new DataException(new DataProblem(DataException.ENCODING, resource, where, "", message));
  }
}
