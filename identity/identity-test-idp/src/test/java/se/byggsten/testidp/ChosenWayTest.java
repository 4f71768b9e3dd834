package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.Sessions;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;

/** Services that first ask by which identity provider to log in, over HTTP. */
class ChosenWayTest {
  private static final String OTHERS =
      "<a href='/chosen?idp=https://other.example/idp'>Other</a><a href='https://idp.example/'>x</a>";

  private static TestIdp idp;

  @BeforeAll
  static void start() {
    idp = Keys.idp().start();
  }

  @AfterAll
  static void stop() {
    idp.close();
  }

  @Test
  void ourOwnPageOfTwoIdentityProvidersIsPassed() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    connector.open();
    URI base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    ServiceProvider provider = RealService.provider(idp, base.toString());
    InMemoryStore store = InMemoryStore.with(RealService.CLOCK);
    SamlLogin login =
        SamlLogin.builder()
            .sessions(Sessions.builder().store(store).clock(RealService.CLOCK).build())
            .site("Eksta kommun", "Mina sidor", "0555-120 00")
            .entrance(LoginEntrance.at("/saml", provider).protecting("/mina-arenden"))
            .https(false)
            .build();
    ServletContextHandler context = new ServletContextHandler();
    context.addServletContainerInitializer((types, servletContext) -> login.addTo(servletContext));
    context.addServlet(RealService.page(), "/mina-arenden");
    server.setHandler(context);
    try {
      server.start();
      assertThat(TestBrowser.fresh().get(base.resolve("/mina-arenden")).body())
          .as("the page on which to choose")
          .contains(">Testlegitimation<", ">Testlegitimation 2<");
      AttackReport report =
          AttackRun.builder()
              .identityProvider(idp)
              .spMetadata(provider.metadataXml())
              .protectedPage(base.resolve("/mina-arenden"))
              .only(Set.of("xsw-1-response", "other-entity-key", "other-entity-answer"))
              .run();
      assertThat(report.problem()).isEmpty();
      assertThat(report.count(Ending.REFUSED)).isEqualTo(3);
    } finally {
      LifeCycle.stop(server);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='/chosen?to=%2F&amp;entityID=IDP'>Test</a>",
        "<a href=\"BASE/chosen/go?x=1&idp=IDP\"><img alt=''>Test</a>",
        "<a href='/chosen?alias=/IDP'>IDP</a>",
        "<a id=x href=chosen?idp=IDP>Test</a>",
        "<form action='/chosen'><input type=hidden name=to value=/><select name=idp>"
            + "<option value='https://other.example/'>O<option value='IDP'>T</select></form>",
        "<form method=post action='/chosen?a=1'><input type=radio name=idp value='IDP'></form>",
        "<form method=get action='/search'><input name=q></form>"
            + "<form method='post' action='/chosen'><button name='idp' value='IDP'>T</button></form>",
        "<form method=post action=/chosen><input type=hidden name=a value=1>"
            + "<input type=hidden name=idp value=IDP><button>T</button></form>",
        "https://ds.example/choose?entityID=BASE&return=BASE%2Fchosen%3Fa%3D1&returnIDParam=idp",
        "https://ds.example/choose?return=BASE%2Fchosen&entityID=BASE",
      })
  void theEntityIdLeadsOnByALinkAFormOrTheDiscoveryProtocol(String page) throws Exception {
    boolean isPage = page.startsWith("<");
    try (WeakService service =
        WeakService.choosing(idp, WeakService::claimsSuccess, isPage ? OTHERS + page : page)) {
      AttackReport report = service.attack().only(Set.of("dtd", "status-missing")).run();
      assertThat(report.problem()).isEmpty();
      assertThat(report.results())
          .extracting(AttackResult::ending)
          .containsExactlyInAnyOrder(Ending.GOT_IN, Ending.REFUSED);
    }
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        "<p>Welcome</p>",
        "<a href='https://elsewhere.example/chosen?idp=IDP'>Test</a>",
        "<a href='/chosen?idp=IDP2'>Test</a><a href='/chosen?idp=x%zzIDP'>T</a><a>IDP</a>",
        "<a href='http://%%%/?idp=IDP'>IDP</a><a href='javascript:go(IDP)'>T</a>",
        "<form action='https://elsewhere.example/chosen'><select name=i><option value=IDP></form>",
        "<form action='/chosen'><select name=idp><option value=IDP>",
        "<a href='/again?idp=IDP'>round and round</a>",
        "https://ds.example/choose?entityID=BASE&return=https%3A%2F%2Felsewhere.example%2F",
        "https://ds.example/choose?entityID=BASE",
      })
  void aPageThatDoesNotLeadOnVerifiesNothingAndSaysWhatToDo(String page) throws Exception {
    try (WeakService service = WeakService.choosing(idp, WeakService::claimsSuccess, page)) {
      AttackReport report = service.attack().only(Set.of("dtd")).run();
      assertThat(report.problem()).extracting(Evidence::key).containsExactly("control-failed");
      assertThat(report.problem().get(0).value())
          .containsAnyOf("names " + idp.entityId() + ". Name where a login", "does not end");
      assertThat(report.results())
          .extracting(AttackResult::ending)
          .containsExactly(Ending.NOT_VERIFIED);
      assertThat(report.withstood()).isFalse();
    }
  }

  @Test
  @Timeout(20)
  void aPageFullOfLinksIsReadInABoundedTime() throws Exception {
    String page = "<a href='/x?idp=y'>a".repeat(100_000) + "<form action='/x'>".repeat(50_000);
    try (WeakService service = WeakService.choosing(idp, WeakService::claimsSuccess, page)) {
      AttackReport report = service.attack().only(Set.of("dtd")).run();
      assertThat(report.problem()).extracting(Evidence::key).containsExactly("control-failed");
    }
  }
}
