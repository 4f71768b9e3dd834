package se.byggsten.samples.springboot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
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
@SpringBootApplication(proxyBeanMethods = false)
final class SpringLogin {
  /** A real federation signs: {@code signedBy(certificate)} in place of {@code unsigned()}. */
  @Bean
  MetadataFeed feed(@Value("${service.federation}") URI federation) {
    return MetadataFeed.from(federation).unsigned().clock(Clock.systemUTC()).start();
  }

  /** Keys are made in the folder at the first start. */
  @Bean
  SamlLogin login(
      MetadataFeed feed,
      @Value("${service.address}") String address,
      @Value("${service.keys}") Path keys,
      @Value("${service.password}") char[] password) {
    Clock clock = Clock.systemUTC();
    InMemoryStore store = InMemoryStore.with(clock);
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(address + "/saml/metadata", URI.create(address + "/saml/acs"))
            .signingKey(KeyMaterial.keptIn(keys.resolve("signing.p12"), password, clock))
            .encryptionKey(KeyMaterial.keptIn(keys.resolve("encryption.p12"), password, clock))
            .description(
                ServiceDescription.builder()
                    .organisation("Eksta kommun", "Eksta", URI.create("https://eksta.example/"))
                    .name("Mina sidor", "My pages")
                    .description("Se dina ärenden", "See your cases")
                    .logo(URI.create("https://eksta.example/logo.png"), 64, 64)
                    .build())
            .build();
    ServiceProvider provider =
        ServiceProvider.builder(config).identityProviders(feed).store(store).clock(clock).build();
    return SamlLogin.builder()
        .sessions(Sessions.builder().store(store).clock(clock).build())
        .site("Eksta kommun", "Mina sidor", "0555-120 00")
        .entrance(LoginEntrance.at("/saml", provider).protecting("/mina-sidor"))
        .https(false)
        .build();
  }

  @Bean
  ServletContextInitializer loginBeforeAll(SamlLogin login) {
    return login::addTo;
  }
}
