package se.byggsten.samples.portal.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.Sessions;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.TestBrowser;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.TestPersons;

/** The pages of a login, as its server sends them, with more identity providers than there are. */
public final class LoginPagesOnShow implements AutoCloseable {
  private static final List<String> NAMES =
      List.of(
          "Ålands eID <test> & \"mer\"",
          "BankID",
          "Freja+",
          "AB Svenska Pass",
          "Foreign eID",
          "Region Eksta",
          "Eksta kommun",
          "Östra kommunalförbundet",
          "eID för medarbetare i kommuner och regioner med ett mycket långt namn");

  private final String address;
  private final Server server;
  private final TestIdp idp;
  private final String testIdp;

  private LoginPagesOnShow(List<String> others) throws Exception {
    Clock clock = Clock.systemUTC();
    InMemoryStore store = InMemoryStore.with(clock);
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    connector.open();
    address = "http://127.0.0.1:" + connector.getLocalPort();
    idp = TestIdp.start().trust(URI.create(address + "/saml/metadata"));
    testIdp = idp.entityId();
    List<IdentityProviderMetadata> all =
        new ArrayList<>(
            SamlMetadata.read(idp.metadataXml().getBytes(StandardCharsets.UTF_8), clock.instant()));
    others.forEach(name -> all.add(other(all.size(), name)));
    KeyMaterial key = KeyMaterial.generate("sp", clock, Duration.ofDays(1));
    ServiceProvider provider =
        ServiceProvider.builder(
                ServiceProviderConfig.builder(
                        address + "/saml/metadata", URI.create(address + "/saml/acs"))
                    .signingKey(key)
                    .encryptionKey(key)
                    .description(
                        ServiceDescription.builder()
                            .organisation("Eksta", "Eksta", URI.create("https://eksta.example/"))
                            .name("Mina sidor", "My pages")
                            .description("Mina sidor", "My pages")
                            .logo(URI.create(address + "/logo.png"), 64, 64)
                            .build())
                    .build())
            .identityProviders(IdentityProviders.of(all))
            .store(store)
            .clock(clock)
            .build();
    SamlLogin login =
        SamlLogin.builder()
            .sessions(Sessions.builder().store(store).clock(clock).build())
            .site("Eksta kommun", "Mina sidor", "0555-120 00")
            .entrance(LoginEntrance.at("/saml", provider).protecting("/mina-sidor"))
            .https(false)
            .build();
    ServletContextHandler context = new ServletContextHandler();
    context.addServletContainerInitializer((types, servletContext) -> login.addTo(servletContext));
    server.setHandler(context);
    server.start();
  }

  /** Starts the server. */
  public static LoginPagesOnShow start() throws Exception {
    return new LoginPagesOnShow(NAMES);
  }

  private IdentityProviderMetadata other(int number, String name) {
    return IdentityProviderMetadata.builder("https://idp" + number + ".example/idp")
        .displayName("sv", name)
        .singleSignOn(SamlBinding.POST, URI.create("https://idp" + number + ".example/sso"))
        .category(EntityCategory.LOA3_PNR)
        .level(AssuranceLevel.LOA3)
        .signingCertificate(idp.certificate())
        .build();
  }

  /** All kinds of pages in a language, by name. */
  public Map<String, String> in(String language) {
    Map<String, String> pages = new LinkedHashMap<>();
    TestBrowser browser = TestBrowser.fresh();
    browser.get(page("/saml/logged-out?lang=" + language));
    pages.put("logged-out", browser.get(page("/saml/logged-out")).body());
    pages.put("picker", browser.get(page("/saml/login?to=/mina-sidor")).body());
    pages.put("found", browser.get(page("/saml/login?sok=eksta")).body());
    pages.put("none-found", browser.get(page("/saml/login?sok=%3Cb%3E")).body());
    pages.put("wrong-choice", browser.get(page("/saml/start?idp=x")).body());
    pages.put("carrying", browser.get(page("/saml/start?idp=https://idp2.example/idp")).body());
    pages.put("last-used", browser.get(page("/saml/login?to=/mina-sidor")).body());
    pages.put("not-found", browser.get(page("/saml/x")).body());
    pages.put("not-logged-in", browser.post(page("/mina-sidor"), Map.of()).body());
    pages.put("forged", browser.post(page("/saml/logout"), Map.of()).body());
    pages.put("unsolicited", browser.post(page("/saml/acs"), Map.of("SAMLResponse", "x")).body());
    URI start = page("/saml/start?to=/mina-sidor&idp=" + testIdp);
    for (Outcome outcome :
        List.of(Outcome.CANCELLED, Outcome.FRAUD, Outcome.MISSING_ATTRIBUTE, Outcome.UNSIGNED)) {
      pages.put(
          "refused-" + outcome.key(),
          browser.login(start, TestPersons.ANNA, AssuranceLevel.LOA3, outcome).body());
    }
    pages.put("refused-level", browser.login(start, TestPersons.ANNA, AssuranceLevel.LOA2).body());
    browser.login(start, TestPersons.ANNA, AssuranceLevel.LOA3);
    pages.put("still-logged-in", browser.get(page("/saml/logged-out")).body());
    return pages;
  }

  /** Where the server is. */
  public URI address() {
    return URI.create(address);
  }

  private URI page(String path) {
    return URI.create(address + path);
  }

  @Override
  public void close() {
    idp.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
