package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.post.PostException;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.servlet.FormHttp;

class FormHttpTest {
  @Test
  void reads_the_body_of_a_request() throws IOException {
    PostedFields posted =
        FormHttp.within(PostLimits.DEFAULT)
            .read(request("application/x-www-form-urlencoded", "namn=%C3%85sa&_csrf=t"));
    assertThat(posted.values().get("namn")).containsExactly("Åsa");
    assertThat(posted.control(PostedFields.CSRF)).contains("t");
  }

  @Test
  void refuses_a_charset_that_the_container_does_not_know() {
    HttpServletRequest request =
        request("application/x-www-form-urlencoded; charset=nonsense", "namn=x");
    assertThatThrownBy(() -> FormHttp.within(PostLimits.DEFAULT).read(request))
        .isInstanceOf(PostException.class)
        .extracting(thrown -> ((PostException) thrown).code())
        .isEqualTo(PostException.TYPE);
  }

  @Test
  void each_refusal_has_a_status() {
    assertThat(status(FormException.UNKNOWN_FIELD)).isEqualTo(400);
    assertThat(status(FormException.DUPLICATE_ANSWER)).isEqualTo(400);
    assertThat(status(FormException.UNKNOWN_PAGE)).isEqualTo(404);
    assertThat(status(FormException.OTHER_FORM)).isEqualTo(409);
    assertThat(status(FormException.STATE)).isEqualTo(410);
  }

  private static int status(se.byggsten.core.ErrorCode code) {
    return FormHttp.status(new FormException(code, "Do something else"));
  }

  private static HttpServletRequest request(String type, String body) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FormHttpTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> arguments[0].equals("Content-Type") ? type : null;
                  case "getInputStream" -> new Body(bytes);
                  // As Jetty does: it looks up the charset, which the sender may have made up.
                  default -> throw new UnsupportedCharsetException("nonsense");
                });
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      return bytes.read(buffer, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Read at once");
    }
  }
}
