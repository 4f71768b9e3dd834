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
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.AssertionConsumerServlet;
import se.byggsten.saml.servlet.LoginStartServlet;
import se.byggsten.saml.servlet.MetadataServlet;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPersons;
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
            .persons(TestPersons.all())
            .build();
    holder.set(
        ServiceProvider.builder(
                ServiceProviderConfig.builder(url + "/saml/metadata", URI.create(url + "/saml/acs"))
                    .signingKey(signing.join())
                    .encryptionKey(encryption.join())
                    .levels(LevelPolicy.of(Set.copyOf(manifest.assuranceLevels())))
                    .category(EntityCategory.LOA3_ORGID)
                    .description(description(manifest, url))
                    .build())
            .identityProviders(
                IdentityProviders.of(
                    SamlMetadata.read(
                        idp.metadataXml().getBytes(StandardCharsets.UTF_8), clock.instant())))
            .store(services.store())
            .clock(clock)
            .build());
    CookieSpec cookie = CookieSpec.login(services.https());
    context.addServlet(
        new ServletHolder(
            LoginStartServlet.of(holder.get(), cookie, LoginHandling::requestOf, login)),
        "/login");
    context.addServlet(
        new ServletHolder(AssertionConsumerServlet.of(holder.get(), cookie, login)), "/saml/acs");
    context.addServlet(new ServletHolder(MetadataServlet.of(holder.get())), "/saml/metadata");
    context.addServlet(
        new ServletHolder(TestIdpServlet.of(idp, services.https(), WebAssets.DEFAULT_PATH)),
        "/test-idp/*");
  }

  private static ServiceDescription description(EServiceManifest manifest, URI url) {
    String sv = manifest.service().name().sv();
    String en = manifest.service().name().en().orElse(sv);
    return ServiceDescription.builder()
        .organisation(
            manifest.service().municipality(),
            "Eksta municipality",
            URI.create("https://eksta.example/"))
        .organisationNumber(Eksta.ORGANISATION)
        .name(sv, en)
        .description(sv, en)
        .logo(
            URI.create(url + WebAssets.standard().href("/byggsten-assets/", WebAssets.ICON)),
            64,
            64)
        .build();
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
