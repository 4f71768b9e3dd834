package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.byggsten.forms.post.PostException;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.run.PostedFields;

class PostReaderTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTI = "multipart/form-data; boundary=xYz";
  private static final String PARTS =
      """
      --xYz
      Content-Disposition: form-data; name="namn"

      Åsa
      Ek
      --xYz
      Content-Disposition: form-data; name="fil"; filename="a%22b.pdf"
      Content-Type: application/pdf

      %PDF-
      --xY
      --xYz
      Content-Disposition: form-data; name="tom"; filename=""


      --xYz--
      """
          .replace("\n", "\r\n");

  private final PostReader reader = PostReader.within(PostLimits.DEFAULT);

  private PostedFields read(String type, String body) {
    return reader.read(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void reads_urlencoded_posts() {
    PostedFields posted = read(FORM, "a=1&b=%C3%85sa+Ek&a=2&tom=&utan&&c=%26%3D");
    assertThat(posted.values().get("a")).containsExactly("1", "2");
    assertThat(posted.values().get("b")).containsExactly("Åsa Ek");
    assertThat(posted.values().get("tom")).containsExactly("");
    assertThat(posted.values().get("utan")).containsExactly("");
    assertThat(posted.values().get("c")).containsExactly("&=");
    assertThat(read(FORM, "").values()).isEmpty();
    assertThat(read(FORM + "; charset=UTF-8", "a=1").values()).hasSize(1);
  }

  @Test
  void reads_multipart_posts_with_files() {
    PostedFields posted = read(MULTI, PARTS);
    assertThat(posted.values().get("namn")).containsExactly("Åsa\r\nEk");
    assertThat(posted.files()).hasSize(2);
    assertThat(posted.files().get(0).name()).isEqualTo("a\"b.pdf");
    assertThat(posted.files().get(0).content().bytes())
        .isEqualTo("%PDF-\r\n--xY".getBytes(StandardCharsets.UTF_8));
    assertThat(posted.files().get(1).content().size()).isZero();
    assertThat(read("Multipart/Form-Data; boundary=\"xYz\"", PARTS).files()).hasSize(2);
  }

  @Test
  void refuses_bytes_that_are_not_utf8() {
    assertCode(FORM, "a=%FF", "FORM-POST-ENCODING", 400);
    assertCode(FORM, "a=%C3", "FORM-POST-ENCODING", 400);
    assertCode(FORM, "a=%ED%A0%80", "FORM-POST-ENCODING", 400);
    assertCode(FORM, "a=%zz", "FORM-POST-ENCODING", 400);
    assertCode(FORM, "a=%4", "FORM-POST-ENCODING", 400);
    assertCode(FORM + "; charset=iso-8859-1", "a=1", "FORM-POST-TYPE", 415);
    InputStream latin1 =
        new ByteArrayInputStream(
            PARTS.replace("Åsa", "\u00c5sa").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(catchThrowableOfType(PostException.class, () -> reader.read(MULTI, latin1)).status())
        .isEqualTo(400);
  }

  @Test
  void refuses_other_types() {
    assertCode("text/plain", "a=1", "FORM-POST-TYPE", 415);
    assertCode("application/json", "{}", "FORM-POST-TYPE", 415);
    assertCode(null, "a=1", "FORM-POST-TYPE", 415);
    assertCode("multipart/form-data", PARTS, "FORM-POST-MALFORMED", 400);
  }

  @Test
  void a_truncated_multipart_post_is_refused_wherever_it_ends() {
    int end = PARTS.length() - "--\r\n".length();
    for (int length = 0; length <= end; length++) {
      String cut = PARTS.substring(0, length);
      PostException e = catchThrowableOfType(PostException.class, () -> read(MULTI, cut));
      assertThat(e).as("cut at %s", length).isNotNull();
      assertThat(e.status()).isEqualTo(400);
    }
  }

  @Test
  @Timeout(60)
  void refuses_too_much_of_anything() {
    assertCode(FORM, "a=1&".repeat(501), "FORM-POST-TOO-LARGE", 413);
    assertCode(FORM, "n".repeat(101) + "=1", "FORM-POST-TOO-LARGE", 413);
    assertCode(FORM, "a=" + "v".repeat(20_001), "FORM-POST-TOO-LARGE", 413);
    Endless fiftyMegabytes = new Endless(50_000_000);
    PostException e =
        catchThrowableOfType(PostException.class, () -> reader.read(MULTI, fiftyMegabytes));
    assertThat(e.status()).isEqualTo(413);
    assertThat(fiftyMegabytes.left).as("read to its end, so that the sender hears").isZero();
    Endless huge = new Endless(Long.MAX_VALUE);
    assertThat(catchThrowableOfType(PostException.class, () -> reader.read(FORM, huge)).status())
        .isEqualTo(413);
  }

  @Test
  void a_lost_connection_is_refused_with_a_code() {
    InputStream broken = new Broken();
    assertThat(catchThrowableOfType(PostException.class, () -> reader.read(FORM, broken)).status())
        .isEqualTo(400);
  }

  @Property(tries = 300)
  void any_text_arrives_as_it_was_typed(@ForAll String typed) {
    String text = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String body = "a=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    assertThat(read(FORM, body).values().get("a")).containsExactly(text);
    String part =
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + text + "\r\n--b--\r\n";
    if (!text.contains("--b")) {
      assertThat(read("multipart/form-data; boundary=b", part).values().get("a"))
          .containsExactly(text);
    }
  }

  @Property(tries = 300)
  void any_bytes_are_read_or_refused_with_a_code(@ForAll byte[] bytes, @ForAll boolean multi) {
    try {
      reader.read(multi ? MULTI : FORM, new ByteArrayInputStream(bytes));
    } catch (PostException e) {
      assertThat(e.code().value()).startsWith("FORM-POST-");
    }
  }

  private void assertCode(String type, String body, String code, int status) {
    PostException e = catchThrowableOfType(PostException.class, () -> read(type, body));
    assertThat(e.code().value()).isEqualTo(code);
    assertThat(e.status()).isEqualTo(status);
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("reset");
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      throw new IOException("reset");
    }
  }

  private static final class Endless extends InputStream {
    private long left;

    Endless(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(left, length);
      java.util.Arrays.fill(buffer, from, from + read, (byte) 'x');
      left -= read;
      return read;
    }
  }
}
