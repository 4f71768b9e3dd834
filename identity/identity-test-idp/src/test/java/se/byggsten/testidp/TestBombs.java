package se.byggsten.testidp;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/** Input that is small and wants to be large. */
final class TestBombs {
  private TestBombs() {}

  static String deflated(int size) {
    byte[] blanks = new byte[size];
    Arrays.fill(blanks, (byte) ' ');
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(blanks);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    // Cut, so that the bomb passes the limit of the query.
    byte[] start = Arrays.copyOf(out.toByteArray(), 8000);
    return URLEncoder.encode(Base64.getEncoder().encodeToString(start), StandardCharsets.UTF_8);
  }
}
