package se.byggsten.saml;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.identity.Session;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadataBuilder;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.saml.servlet.SamlLoginBuilder;
import se.byggsten.testsupport.MovableClock;
import se.byggsten.web.Html;

/** A small application behind a login, in a real container; the federation is what a test says. */
final class LoginServer implements AutoCloseable {
  static final String STAFF = "https://eksta.example/saml-staff";

  final MovableClock clock;
  final String address;
  private final InMemoryStore store;
  private final Server server = new Server();
  private volatile List<IdentityProviderMetadata> federation = List.of(own().build());

  private LoginServer(boolean https, UnaryOperator<SamlLoginBuilder> more) throws Exception {
    this(https, MovableClock.at(Instant.parse("2026-11-22T10:15:30.123Z")), more);
  }

  private LoginServer(boolean https, MovableClock clock, UnaryOperator<SamlLoginBuilder> more)
      throws Exception {
    this(https, Scene.SP, InMemoryStore.with(clock), clock, more);
  }

  private LoginServer(
      boolean https,
      String entityId,
      InMemoryStore store,
      MovableClock clock,
      UnaryOperator<SamlLoginBuilder> more)
      throws Exception {
    this.clock = clock;
    this.store = store;
    LevelPolicy levels =
        LevelPolicy.of(
            Set.of(AssuranceLevel.LOA3, AssuranceLevel.LOA4, AssuranceLevel.UNCERTIFIED_LOA3));
    LoginEntrance citizens =
        LoginEntrance.at("/saml", provider(entityId, Scene.ACS, levels))
            .roles(person -> person.givenName().equals("Åsa") ? Set.of("resident") : Set.of())
            .home("/mina-sidor")
            .protecting("/mina-sidor")
            .protecting("/mina-sidor/bygglov", "builder")
            .protecting("/mina-sidor/journal", LevelPolicy.of(Set.of(AssuranceLevel.LOA4)));
    LoginEntrance staff =
        LoginEntrance.at("/saml-staff", provider(STAFF, STAFF + "/acs", levels))
            .asking(LoginRequest::staff)
            .protecting("/handlaggare")
            .protecting("/saml-staff/arenden");
    SamlLogin login =
        more.apply(
                SamlLogin.builder()
                    .sessions(Sessions.builder().store(store).clock(clock).build())
                    .site("Eksta kommun", "Mina sidor", "0555-120 00")
                    .entrance(citizens)
                    .entrance(staff)
                    .https(https))
            .build();
    ServletContextHandler context = new ServletContextHandler("/e");
    context.addServletContainerInitializer((types, servletContext) -> login.addTo(servletContext));
    context.addServlet(new ServletHolder(new Application(login)), "/");
    context.addServlet(new ServletHolder(new Application(login)), "/saml-staff/arenden");
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
    address = "http://127.0.0.1:" + connector.getLocalPort() + "/e";
  }

  static LoginServer start() throws Exception {
    return new LoginServer(false, UnaryOperator.identity());
  }

  static LoginServer startWithSecureCookies() throws Exception {
    return new LoginServer(true, UnaryOperator.identity());
  }

  /** With more than most applications need. */
  static LoginServer startWith(UnaryOperator<SamlLoginBuilder> more) throws Exception {
    return new LoginServer(false, more);
  }

  /** Starts another application, which keeps its sessions in the same store. */
  LoginServer startAnother() throws Exception {
    return new LoginServer(
        false, "https://eksta.example/annan", store, clock, UnaryOperator.identity());
  }

  private ServiceProvider provider(String entityId, String acs, LevelPolicy levels) {
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(entityId, URI.create(acs.replace(".example/", ".example/e/")))
            .profile(SamlProfile.SWEDEN_CONNECT_1_9)
            .signingKey(Scene.SP_SIGNING)
            .encryptionKey(Scene.SP_NEW)
            .levels(levels)
            .description(Scene.description())
            .build();
    return ServiceProvider.builder(config)
        .identityProviders(new Changing())
        .store(store)
        .clock(clock)
        .build();
  }

  void federate(IdentityProviderMetadata... all) {
    federation = List.of(all);
  }

  void federate(Stream<IdentityProviderMetadata> all) {
    federation = all.toList();
  }

  /** That of {@link Scene}, for citizens. */
  static IdentityProviderMetadataBuilder own() {
    return Scene.idpBuilder()
        .category(EntityCategory.LOA3_PNR)
        .level(AssuranceLevel.LOA4)
        .signingCertificate(Scene.IDP_KEY.certificate());
  }

  /** Another identity provider than that of {@link Scene}, with its key. */
  static IdentityProviderMetadataBuilder named(String id, String name) {
    return IdentityProviderMetadata.builder("https://" + id + ".example/idp")
        .displayName("sv", name)
        .singleSignOn(SamlBinding.REDIRECT, URI.create("https://" + id + ".example/sso"))
        .category(EntityCategory.LOA3_PNR)
        .level(AssuranceLevel.LOA3)
        .level(AssuranceLevel.LOA4)
        .signingCertificate(Scene.IDP_KEY.certificate());
  }

  /** What the identity provider that a browser was sent to makes it post, when all is well. */
  Answer answer(URI sentTo) {
    String requestId =
        Dom.parse(Scene.inflated(Scene.parameters(sentTo).get("SAMLRequest")))
            .getDocumentElement()
            .getAttribute("ID");
    return new Answer(
        Scene.IDP, Scene.SP, "https://eksta.example/e/saml/acs", requestId, clock.instant());
  }

  static String right(Answer answer) {
    return Scene.base64(
        Crypto.sign(
            answer.response(
                Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP)),
            Scene.IDP_KEY));
  }

  static String error(Answer answer, String status) {
    answer.status = "urn:oasis:names:tc:SAML:2.0:status:Responder";
    answer.secondStatus = status;
    return Scene.base64(Crypto.sign(answer.response(""), Scene.IDP_KEY));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private final class Changing implements IdentityProviders {
    @Override
    public Optional<IdentityProviderMetadata> find(String entityId) {
      return federation.stream().filter(idp -> idp.entityId().equals(entityId)).findFirst();
    }

    @Override
    public List<IdentityProviderMetadata> all() {
      return federation;
    }
  }

  /** Greets whoever is there. */
  private static final class Application extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SamlLogin login;

    private Application(SamlLogin login) {
      this.login = login;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String name =
          CurrentSession.of(request)
              .map(Session::person)
              .map(p -> p.displayName() + ", " + p.protectedIdentity())
              .orElse("du");
      Html body =
          Html.concat(Html.trusted("<h1>"), Html.text("Hej " + name), Html.trusted("</h1>"));
      login.show(login.page(request, "start", "Hej").body(body).build(), request, response);
    }
  }

  static byte[] png(int size) {
    byte[] picture = Arrays.copyOf(new byte[] {(byte) 0x89}, size);
    byte[] rest = "PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(rest, 0, picture, 1, rest.length);
    return picture;
  }
}
