package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.identity.LoginResult;

/** Answers that attack the parser. */
class HostileXmlTest {
  private final Scene scene = Scene.lenient();

  private String right() {
    return scene.plain(scene.answer());
  }

  @Test
  void refusesADocumentType() {
    scene.refuses("<!DOCTYPE Response>" + right(), "SAML-DTD");
  }

  @Test
  void refusesAnEntityThatReadsAFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hemligt");
    scene.refuses(
        "<!DOCTYPE r [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + right().replace("Åsa", "&x;"),
        "SAML-DTD");
  }

  @Test
  void fetchesNothingForAnExternalDocumentTypeOrParameterEntity() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(200);
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
      scene.refuses("<!DOCTYPE r SYSTEM \"" + address + "\">" + right(), "SAML-DTD");
      scene.start(LoginRequest.person("/"));
      scene.refuses(
          "<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>" + right(), "SAML-DTD");
      assertThatCode(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refusesABillionLaughsAtOnce() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    scene.refuses(dtd + "]>" + right().replace("Åsa", "&a29;"), "SAML-DTD");
  }

  @Test
  void refusesIdsGivenByADocumentType() {
    scene.refuses(
        "<!DOCTYPE r [<!ATTLIST saml2:Assertion Recipient ID #IMPLIED>]>" + right(), "SAML-DTD");
  }

  @Test
  void refusesWhatIsTooLarge() {
    scene.refuses("<!--" + "x".repeat(300_000) + "-->" + right(), "SAML-TOO-LARGE");
    scene.start(LoginRequest.person("/"));
    Scene.assertRefused(scene.postRaw("A".repeat(50_000_000)), "SAML-TOO-LARGE");
  }

  @Test
  void refusesWhatIsTooDeepOrHasTooManyElements() {
    scene.refuses("<a>".repeat(20_000) + "</a>".repeat(20_000), "SAML-TOO-LARGE");
    scene.start(LoginRequest.person("/"));
    scene.refuses("<a>" + "<b/>".repeat(5_000) + "</a>", "SAML-TOO-LARGE");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 700, 2000, 4000})
  void refusesWhatIsCutShort(int length) {
    scene.refuses(right().substring(0, length), "SAML-XML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-8859-1", "Cp1047"})
  void refusesEveryEncodingButUtf8(String charset) {
    byte[] bytes =
        right()
            .getBytes(
                "Cp1047".equals(charset) ? cp1047() : java.nio.charset.Charset.forName(charset));
    LoginResult result = scene.postRaw(Base64.getEncoder().encodeToString(bytes));
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value()).isIn("SAML-ENCODING", "SAML-XML");
  }

  private static java.nio.charset.Charset cp1047() {
    return java.nio.charset.Charset.isSupported("IBM1047")
        ? java.nio.charset.Charset.forName("IBM1047")
        : StandardCharsets.UTF_16;
  }

  @Test
  void refusesADeclaredEncodingThatIsNotUtf8() {
    scene.refuses("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + right(), "SAML-ENCODING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAA", "PHg+\u0000", "PHg+ PHg+", "PHg-", "räksmörgås", "PHg+="})
  void refusesWhatIsNotBase64(String samlResponse) {
    LoginResult result = scene.postRaw(samlResponse);
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value()).isIn("SAML-ENCODING", "SAML-XML");
  }

  @Test
  void acceptsBase64WithLineBreaks() {
    String wrapped =
        Base64.getMimeEncoder().encodeToString(right().getBytes(StandardCharsets.UTF_8));
    assertThat(wrapped).contains("\r\n");
    assertThat(scene.postRaw(wrapped)).isInstanceOf(LoginResult.Success.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<x/>",
        "<saml2:Assertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>",
        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>",
        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\""
            + " Version=\"1.1\"/>",
        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\""
            + " Version=\"2.0\" IssueInstant=\"yesterday\"/>"
      })
  void refusesWhatIsNoResponse(String xml) {
    scene.refuses(xml, "SAML-XML");
  }

  @Test
  void namespacesAreReadAsNamespaces() {
    scene.refuses(
        right()
            .replaceFirst(
                "urn:oasis:names:tc:SAML:2.0:protocol", "urn:oasis:names:tc:SAML:2.0:protocoll"),
        "SAML-XML");
  }

  @Property(tries = 150)
  void neverThrowsWhateverComes(@ForAll @Size(max = 200) byte[] bytes, @ForAll String relayState) {
    Scene fresh = Once.SCENE;
    fresh.start(LoginRequest.person("/"));
    assertThat(fresh.postRaw(Base64.getEncoder().encodeToString(bytes)))
        .isInstanceOf(LoginResult.Refused.class);
    assertThat(fresh.sp.completeLogin(relayState, relayState, relayState))
        .isInstanceOf(LoginResult.Refused.class);
  }

  @Property(tries = 80)
  void neverAcceptsAnAnswerWithOneCharacterChanged(@ForAll int place, @ForAll char other) {
    Scene fresh = Once.SCENE;
    fresh.start(LoginRequest.person("/"));
    String right = fresh.right(fresh.answer());
    int at = Math.floorMod(place, right.length());
    String changed = right.substring(0, at) + other + right.substring(at + 1);
    LoginResult result = fresh.post(changed);
    if (result instanceof LoginResult.Success success) {
      // Only what signatures do not cover may differ: the certificate that nobody reads, and
      // blanks.
      assertThat(success.person().identifier())
          .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo(Answer.NUMBER));
    }
  }

  @Test
  void isQuickEvenWithTheWorstThatPassesTheLimits() {
    String attributes = " a=\"x\"".replace("a", "a%d");
    StringBuilder xml = new StringBuilder("<r>");
    for (int i = 0; i < 1900; i++) {
      xml.append("<e").append(attributes.formatted(i)).append("/>");
    }
    long start = System.nanoTime();
    scene.refuses(xml + "</r>", "SAML-XML");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  private static final class Once {
    static final Scene SCENE = Scene.strict();
  }
}
