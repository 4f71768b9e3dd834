package se.byggsten.samples.jettylogin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.Sessions;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.MetadataFeed;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;

/** All the wiring of a service whose page {@code /mina-sidor} is behind a login. */
final class JettyLogin {
  /** Makes the server; keys are made in the folder at the first start. */
  static Server create(int port, URI federation, Path keys, char[] password) {
    Clock clock = Clock.systemUTC();
    InMemoryStore store = InMemoryStore.with(clock);
    String address = "http://127.0.0.1:" + port;
    ServiceDescription description =
        ServiceDescription.builder()
            .organisation("Eksta kommun", "Eksta", URI.create("https://eksta.example/"))
            .name("Mina sidor", "My pages")
            .description("Se dina ärenden", "See your cases")
            .logo(URI.create("https://eksta.example/logo.png"), 64, 64)
            .build();
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(address + "/saml/metadata", URI.create(address + "/saml/acs"))
            .signingKey(KeyMaterial.keptIn(keys.resolve("signing.p12"), password, clock))
            .encryptionKey(KeyMaterial.keptIn(keys.resolve("encryption.p12"), password, clock))
            .description(description)
            .build();
    // A real federation signs: signedBy(certificate) in place of unsigned().
    MetadataFeed feed = MetadataFeed.from(federation).unsigned().clock(clock).start();
    ServiceProvider provider =
        ServiceProvider.builder(config).identityProviders(feed).store(store).clock(clock).build();
    SamlLogin login =
        SamlLogin.builder()
            .sessions(Sessions.builder().store(store).clock(clock).build())
            .site("Eksta kommun", "Mina sidor", "0555-120 00")
            .entrance(
                LoginEntrance.at("/saml", provider).home("/mina-sidor").protecting("/mina-sidor"))
            .https(false)
            .build();
    ServletContextHandler context = new ServletContextHandler();
    context.addServletContainerInitializer((types, servletContext) -> login.addTo(servletContext));
    context.addServlet(new ServletHolder(new GreetingServlet(login)), "/mina-sidor");
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server.setHandler(context);
    return server;
  }

  private JettyLogin() {}
}
