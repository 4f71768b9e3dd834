package se.byggsten.testidp;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.OpenedSession;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.identity.servlet.WebSecurityFilter;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.saml.servlet.AssertionConsumerServlet;
import se.byggsten.saml.servlet.LoginPages;
import se.byggsten.saml.servlet.LoginStartServlet;
import se.byggsten.saml.servlet.MetadataServlet;
import se.byggsten.saml.servlet.SamlPages;
import se.byggsten.testidp.protocol.internal.IdpKey;

/** A service of its own with our service provider, over real HTTP. */
final class RealService implements AutoCloseable {
  static final Clock CLOCK = Clock.systemUTC();

  private final Server server = new Server();
  private final Sessions sessions =
      Sessions.builder().store(InMemoryStore.with(CLOCK)).clock(CLOCK).build();
  private final String base;
  private final ServiceProvider sp;

  private RealService(
      TestIdp idp, Function<String, LoginRequest> asks, UnaryOperator<ServiceProviderConfig> how)
      throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    connector.open();
    base = "http://127.0.0.1:" + connector.getLocalPort();
    sp = provider(idp, how.apply(config(base)));
    ServletContextHandler context = new ServletContextHandler();
    WebSecurityFilter filter =
        WebSecurityFilter.builder()
            .sessions(sessions)
            .csrf(CsrfTokens.withFreshKey())
            .headers(SecurityHeaders.of(false))
            .https(false)
            .csrfExempt(path -> path.equals("/saml/acs"))
            .requireLogin(path -> path.equals("/mina-arenden"))
            .onRejection((why, q, r) -> r.getWriter().write("stopped " + why.code()))
            .build();
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    CookieSpec cookie = CookieSpec.login(false);
    context.addServlet(
        new ServletHolder(
            LoginStartServlet.of(
                sp,
                cookie,
                r -> asks.apply(Objects.requireNonNullElse(r.getParameter("idp"), idp.entityId())),
                new Pages())),
        "/saml/login");
    context.addServlet(
        new ServletHolder(AssertionConsumerServlet.of(sp, cookie, new Pages())), "/saml/acs");
    context.addServlet(new ServletHolder(MetadataServlet.of(sp)), "/saml/metadata");
    context.addServlet(page(), "/mina-arenden");
    server.setHandler(context);
    server.start();
  }

  /** Starts a service that asks in this way; the function is given the entityID to ask. */
  static RealService start(TestIdp idp, Function<String, LoginRequest> asks) throws Exception {
    return new RealService(idp, asks, UnaryOperator.identity());
  }

  /** Starts a service that asks for the organisation that somebody works in. */
  static RealService startForStaff(TestIdp idp) throws Exception {
    return new RealService(
        idp,
        entity -> LoginRequest.staff("/mina-arenden").at(entity),
        config -> config.toBuilder().category(EntityCategory.LOA3_ORGID).build());
  }

  /** Starts a service that takes answers by other rules than the Swedish ones. */
  static RealService startOutsideTheProfile(TestIdp idp) throws Exception {
    return new RealService(
        idp,
        entity -> LoginRequest.person("/mina-arenden").at(entity),
        config -> config.toBuilder().profile(SamlProfile.GENERIC).build());
  }

  /** Makes a service provider that trusts both identity providers. */
  static ServiceProvider provider(TestIdp idp, String base) {
    return provider(idp, config(base));
  }

  /** The same with a key of one's choice. */
  static ServiceProvider provider(TestIdp idp, String base, IdpKey key) {
    return provider(idp, config(base, key));
  }

  private static ServiceProvider provider(TestIdp idp, ServiceProviderConfig config) {
    return ServiceProvider.builder(config)
        .identityProviders(
            IdentityProviders.of(
                List.of(
                    read(idp.metadataXml()), read(idp.identityProvider().second().metadataXml()))))
        .store(InMemoryStore.with(CLOCK))
        .clock(CLOCK)
        .build();
  }

  private static ServiceProviderConfig config(String base) {
    return config(base, Keys.SERVICE);
  }

  private static ServiceProviderConfig config(String base, IdpKey own) {
    KeyMaterial key = KeyMaterial.of(own.privateKey(), own.certificate());
    return ServiceProviderConfig.builder(base + "/saml/metadata", URI.create(base + "/saml/acs"))
        .signingKey(key)
        .encryptionKey(key)
        .description(
            ServiceDescription.builder()
                .organisation("Eksta", "Eksta", URI.create("https://eksta.example/"))
                .name("Kollo", "Camp")
                .description("Kollo", "Camp")
                .logo(URI.create(base + "/logo.svg"), 1, 1)
                .build())
        .build();
  }

  /** A page that greets whoever is logged in. */
  static ServletHolder page() {
    return new ServletHolder(new MyCases());
  }

  URI protectedPage() {
    return URI.create(base + "/mina-arenden");
  }

  /** Where a login by the identity provider begins. */
  URI start(String entityId) {
    return URI.create(start() + "?idp=" + entityId);
  }

  URI start() {
    return URI.create(base + "/saml/login");
  }

  URI metadata() {
    return URI.create(base + "/saml/metadata");
  }

  String metadataXml() {
    return sp.metadataXml();
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private static se.byggsten.saml.metadata.IdentityProviderMetadata read(String xml) {
    return SamlMetadata.readOne(xml.getBytes(StandardCharsets.UTF_8), CLOCK.instant());
  }

  /** What a service does when a login has ended. */
  private final class Pages implements LoginPages {
    @Override
    public void success(
        LoginResult.Success result, HttpServletRequest request, HttpServletResponse response) {
      OpenedSession opened =
          sessions.open(
              result.person(),
              Set.of("citizen"),
              Map.of(),
              CurrentSession.token(request).orElse(null));
      response.addHeader("Set-Cookie", CookieSpec.session(false).set(opened.token().cookieValue()));
      response.setStatus(303);
      response.setHeader("Location", result.returnTo());
    }

    @Override
    public void carry(
        OutgoingRequest.Post post, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html;charset=utf-8");
      response.getWriter().write(SamlPages.carrying(post, Locale.ENGLISH).value());
    }

    @Override
    public void refused(
        LoginResult.Refused result, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=utf-8");
      response.getWriter().write(result.code().value());
    }
  }

  /** A page for somebody who is logged in. */
  private static final class MyCases extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=utf-8");
      response
          .getWriter()
          .write("Hej " + CurrentSession.of(request).orElseThrow().person().displayName());
    }
  }
}
