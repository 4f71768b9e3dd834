package se.byggsten.testidp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.testidp.protocol.TestIdpException;

/** Services change their keys and are not always there; the identity provider lives with that. */
class KnownServicesTest {
  private static final String BASE = "https://kollo.example";

  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile String published = "";
  private HttpServer server;
  private URI address;
  private TestIdp idp;

  @BeforeEach
  void publish() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = published.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sp");
    idp = Keys.idp().onRefusal(told::add).start();
  }

  @AfterEach
  void stop() {
    idp.close();
    server.stop(0);
  }

  @Test
  void aServiceThatHasChangedItsKeyIsAnsweredByItsNewMetadata() {
    ServiceProvider old = RealService.provider(idp, BASE, Keys.SERVICE);
    ServiceProvider fresh = RealService.provider(idp, BASE, Keys.IDP);
    idp.trust(address);
    published = old.metadataXml();
    receive(query(old));
    published = fresh.metadataXml();
    assertThat(receive(query(fresh)).service()).isEqualTo(BASE + "/saml/metadata");
  }

  @Test
  void whoeverStandsByIsToldThatTheServiceHasNewKeys() {
    idp.trust(address);
    published = RealService.provider(idp, BASE, Keys.SERVICE).metadataXml();
    String query = query(RealService.provider(idp, BASE, Keys.IDP));
    TestPage page =
        TestBrowser.fresh().get(URI.create(idp.identityProvider().singleSignOn() + "?" + query));
    assertThat(page.status()).isEqualTo(400);
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("TESTIDP-REQUEST: The request of " + BASE + "/saml/metadata is not signed by")
        .contains("signed with another key than in the metadata fetched from " + address + " at 20")
        .contains("If the service has new keys");
    assertThat(page.body()).contains("signed with another key").doesNotContain("Gå tillbaka");
  }

  @Test
  void metadataThatWereGivenAreToldOfAsSuch() {
    idp.trust(RealService.provider(idp, BASE, Keys.SERVICE).metadataXml());
    String query = query(RealService.provider(idp, BASE, Keys.IDP));
    assertThatThrownBy(() -> receive(query))
        .hasMessageContaining("in the metadata given to the test identity provider");
  }

  @Test
  void aServiceThatIsGoneStopsNoOther() throws IOException {
    URI gone = gone();
    ServiceProvider service = RealService.provider(idp, BASE);
    published = service.metadataXml();
    idp.trust(gone).trust("<not/> xml").trust(address);
    assertThat(receive(query(service)).service()).startsWith(BASE);
    assertThatThrownBy(() -> receive(query(RealService.provider(idp, "https://annan.example"))))
        .isInstanceOf(TestIdpException.class)
        .hasMessageContaining("The service https://annan.example/saml/metadata is not known here")
        .hasMessageContaining("Known: " + BASE + "/saml/metadata")
        .hasMessageContaining(gone + " does not answer: ConnectException");
  }

  private static URI gone() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/saml/metadata");
    }
  }

  private ReceivedRequest receive(String query) {
    return idp.identityProvider().receive(query);
  }

  private String query(ServiceProvider service) {
    LoginRequest person = LoginRequest.person("/").at(idp.entityId());
    OutgoingRequest request = service.startLogin(person).request();
    return ((OutgoingRequest.Redirect) request).address().getRawQuery();
  }
}
