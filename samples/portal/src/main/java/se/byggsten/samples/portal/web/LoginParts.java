package se.byggsten.samples.portal.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.identity.CookieSpec;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.AssertionConsumerServlet;
import se.byggsten.saml.servlet.LoginStartServlet;
import se.byggsten.saml.servlet.MetadataServlet;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.servlet.TestIdpServlet;
import se.byggsten.web.WebAssets;

/** Login by SAML: the service provider, and the identity provider of the test persons. */
final class LoginParts {
  private LoginParts() {}

  /** Adds the service provider's addresses, and those of the test identity provider. */
  static void add(
      ServletContextHandler context,
      PortalConfig config,
      URI url,
      PortalServices services,
      LoginHandling login,
      CompletableFuture<KeyMaterial> signing,
      CompletableFuture<KeyMaterial> encryption) {
    Clock clock = config.clock();
    EServiceManifest manifest = services.manifest();
    ServiceProviderHolder holder = new ServiceProviderHolder();
    TestIdentityProvider idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create(url + "/test-idp"))
            .clock(clock)
            .services(() -> List.of(holder.get().metadataXml()))
            .keyFolder(config.identityProviderFolder())
            .build();
    String service = manifest.service().name().sv();
    holder.set(
        ServiceProvider.builder()
            .entityId(url + "/saml/metadata")
            .acsUrl(URI.create(url + "/saml/acs"))
            .signingKey(signing.join())
            .encryptionKey(encryption.join())
            .identityProvider(
                SamlMetadata.readOne(
                    idp.metadataXml().getBytes(StandardCharsets.UTF_8), clock.instant()))
            .acceptedLevels(Set.copyOf(manifest.assuranceLevels()))
            .store(services.store())
            .clock(clock)
            .description(
                ServiceDescription.builder()
                    .organisation(
                        manifest.service().municipality(),
                        "Eksta municipality",
                        URI.create("https://eksta.example/"))
                    .organisationNumber(Eksta.ORGANISATION)
                    .name(service, manifest.service().name().en().orElse(service))
                    .description(service, manifest.service().name().en().orElse(service))
                    .logo(
                        URI.create(
                            url + WebAssets.standard().href("/byggsten-assets/", WebAssets.ICON)),
                        64,
                        64)
                    .build())
            .build());
    CookieSpec cookie = CookieSpec.login(services.https());
    context.addServlet(
        new ServletHolder(LoginStartServlet.of(holder.get(), cookie, LoginHandling::requestOf)),
        "/login");
    context.addServlet(
        new ServletHolder(AssertionConsumerServlet.of(holder.get(), cookie, login)), "/saml/acs");
    context.addServlet(new ServletHolder(MetadataServlet.of(holder.get())), "/saml/metadata");
    context.addServlet(
        new ServletHolder(TestIdpServlet.of(idp, services.https(), WebAssets.DEFAULT_PATH)),
        "/test-idp/*");
  }

  /** The service provider and the identity provider need each other's metadata. */
  private static final class ServiceProviderHolder {
    private Optional<ServiceProvider> provider = Optional.empty();

    ServiceProvider get() {
      return provider.orElseThrow();
    }

    void set(ServiceProvider value) {
      provider = Optional.of(value);
    }
  }
}
