package se.byggsten.samples.portal.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.saml.servlet.SamlLoginBuilder;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPersons;
import se.byggsten.testidp.servlet.TestIdpServlet;
import se.byggsten.web.WebAssets;

/**
 * Login by SAML: one entrance for citizens, one for staff, and the identity provider of the test
 * persons.
 *
 * <p>Two, because a federation tells each entity id what it has declared and no more: citizens'
 * login asks for their number, and that of staff for the organisation they work in.
 */
final class LoginParts {
  /** May apply and follow their own cases. */
  static final String CITIZEN = "citizen";

  /** May handle the authority's cases. */
  static final String CASE_HANDLER = "case-handler";

  private static final String CITIZENS = "/saml";
  private static final String STAFF = "/personal";

  private final PortalServices services;
  private final URI url;
  private final KeyMaterial signing;
  private final KeyMaterial encryption;
  private final IdentityProviders identityProviders;

  private LoginParts(
      PortalServices services,
      URI url,
      KeyMaterial signing,
      KeyMaterial encryption,
      IdentityProviders identityProviders) {
    this.services = services;
    this.url = url;
    this.signing = signing;
    this.encryption = encryption;
    this.identityProviders = identityProviders;
  }

  /** Where the addresses of somebody's login are. */
  static String folder(boolean staff) {
    return staff ? STAFF : CITIZENS;
  }

  /** Adds the test identity provider, and returns a login that lets its persons in. */
  static SamlLoginBuilder add(
      ServletContextHandler context,
      PortalConfig config,
      PortalServices services,
      URI url,
      CompletableFuture<KeyMaterial> signing,
      CompletableFuture<KeyMaterial> encryption) {
    // Each needs the other's metadata: the identity provider reads theirs at the first login.
    List<ServiceProvider> known = new CopyOnWriteArrayList<>();
    TestIdentityProvider idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create(url + "/test-idp"))
            .clock(config.clock())
            .services(() -> known.stream().map(ServiceProvider::metadataXml).toList())
            .keyFolder(config.identityProviderFolder())
            .persons(TestPersons.all())
            .build();
    LoginParts parts =
        new LoginParts(services, url, signing.join(), encryption.join(), metadataOf(idp, config));
    ServiceProvider citizens =
        parts.provider(
            CITIZENS,
            EntityCategory.LOA3_PNR,
            LevelPolicy.of(Set.copyOf(services.manifest().assuranceLevels())));
    ServiceProvider staff =
        parts.provider(
            STAFF, EntityCategory.LOA3_ORGID, LevelPolicy.of(Set.of(AssuranceLevel.LOA3)));
    known.addAll(List.of(citizens, staff));
    context.addServlet(
        new ServletHolder(TestIdpServlet.of(idp, services.https(), WebAssets.DEFAULT_PATH)),
        "/test-idp/*");
    return SamlLogin.builder()
        .sessions(services.sessions())
        .shells(services.shells()::of)
        .https(services.https())
        .register(LoginParts::withRegister)
        .entrance(
            LoginEntrance.at(CITIZENS, citizens)
                .roles(person -> Set.of(CITIZEN))
                .home("/ansokan")
                .protecting("/ansokan", CITIZEN)
                .protecting("/mina-arenden", CITIZEN)
                .protecting("/medsokande", CITIZEN)
                .protecting("/kvittens", CITIZEN))
        .entrance(
            LoginEntrance.at(STAFF, staff)
                .asking(LoginRequest::staff)
                .roles(LoginParts::rolesOfStaff)
                .home("/handlaggare")
                .protecting("/handlaggare", CASE_HANDLER));
  }

  private static IdentityProviders metadataOf(TestIdentityProvider idp, PortalConfig config) {
    byte[] metadata = idp.metadataXml().getBytes(StandardCharsets.UTF_8);
    return IdentityProviders.of(SamlMetadata.read(metadata, config.clock().instant()));
  }

  private ServiceProvider provider(String folder, EntityCategory category, LevelPolicy levels) {
    String base = url + folder;
    ServiceProviderConfig who =
        ServiceProviderConfig.builder(base + "/metadata", URI.create(base + "/acs"))
            .signingKey(signing)
            .encryptionKey(encryption)
            .levels(levels)
            .categories(
                List.of(
                    category,
                    EntityCategory.PUBLIC_SECTOR,
                    EntityCategory.ACCEPTS_COORDINATION_NUMBER))
            .description(description(services.manifest(), url))
            .build();
    return ServiceProvider.builder(who)
        .identityProviders(identityProviders)
        .store(services.store())
        .clock(services.clock())
        .build();
  }

  private static Set<String> rolesOfStaff(AuthenticatedPerson person) {
    return person
        .affiliation()
        .filter(a -> a.organisation().canonical().equals(Eksta.ORGANISATION))
        .map(a -> Set.of(CASE_HANDLER))
        .orElse(Set.of());
  }

  /** What the population register says; here the register of the test persons. */
  private static AuthenticatedPerson withRegister(AuthenticatedPerson person) {
    return person
        .identifier()
        .map(number -> person.withProtectedIdentity(TestPersons.protectionOf(number)))
        .orElse(person);
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
}
