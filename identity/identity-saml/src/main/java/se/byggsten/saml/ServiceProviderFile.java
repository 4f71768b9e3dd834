package se.byggsten.saml;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;

/**
 * Reads a {@link ServiceProviderConfig} from a file of YAML.
 *
 * <p>Keys and certificates lie in files of their own, beside it or elsewhere; passwords and PINs in
 * the environment, never in the file:
 *
 * <pre>{@code
 * entity-id: https://eksta.example/saml
 * acs-url: https://eksta.example/saml/acs
 * levels: loa3-or-bankid
 * categories: [loa3-pnr, public-sector-sp, accepts-coordination-number, sweden-connect]
 * signing-key: {key: signing.key, certificate: signing.crt}
 * encryption-keys:
 *   - {pkcs12: encryption.p12, password-env: SAML_PASSWORD}
 * organisation:
 *   name: {sv: Eksta kommun, en: Eksta municipality}
 *   number: "2120002999"
 *   url: https://eksta.example/
 * service:
 *   name: {sv: Ansökan om kolloplats, en: Application for summer camp}
 *   description: {sv: Sök plats på kollo, en: Apply for a place at a summer camp}
 *   logo: {url: https://eksta.example/logo.svg, width: 120, height: 60}
 * }</pre>
 */
public final class ServiceProviderFile {
  private final Path folder;
  private final Function<String, Optional<String>> environment;

  private ServiceProviderFile(Path folder, Function<String, Optional<String>> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Reads a file.
   *
   * @param file the file; keys are looked for beside it
   * @param environment gives the value of a variable of the environment, most often {@code name ->
   *     Optional.ofNullable(System.getenv(name))}
   * @return the configuration
   * @throws DataException when the file is not as it should be, with line and column
   * @throws SamlException with code {@code SAML-KEYS} when a key cannot be used, {@code
   *     SAML-CONFIG} when the configuration breaks requirements, {@code SAML-PROFILE} for an
   *     unknown profile
   */
  public static ServiceProviderConfig read(
      Path file, Function<String, Optional<String>> environment) {
    Path folder = file.toAbsolutePath().getParent();
    return new ServiceProviderFile(folder == null ? file : folder, environment)
        .config(DataReader.yaml().view(file));
  }

  private ServiceProviderConfig config(DataView file) {
    file.onlyKeys(
        "entity-id",
        "acs-url",
        "profile",
        "levels",
        "categories",
        "requested-attributes",
        "trusted-bindings",
        "signing-key",
        "encryption-keys",
        "organisation",
        "service",
        "clock-skew-seconds",
        "max-login-minutes",
        "max-authentication-minutes",
        "discovery-response",
        "metadata");
    ServiceProviderConfigBuilder config =
        ServiceProviderConfig.builder(
            file.required("entity-id").text(), uri(file.required("acs-url")));
    file.optional("profile").map(DataView::text).map(SamlProfile::of).ifPresent(config::profile);
    file.optional("levels").ifPresent(levels -> config.levels(levels(levels)));
    if (file.optional("categories").isPresent()) {
      config.categories(file.list("categories").stream().map(this::category).toList());
    }
    file.list("requested-attributes").forEach(wanted -> request(wanted, config));
    if (file.optional("trusted-bindings").isPresent()) {
      config.trustedBindings(
          file.list("trusted-bindings").stream()
              .map(ServiceProviderFile::binding)
              .collect(Collectors.toUnmodifiableSet()));
    }
    config.signingKey(key(file.required("signing-key")));
    file.required("encryption-keys").list().forEach(key -> config.encryptionKey(key(key)));
    config.description(description(file));
    file.optional("clock-skew-seconds")
        .ifPresent(skew -> config.clockSkew(Duration.ofSeconds(skew.integer(0, 3600))));
    file.optional("max-login-minutes")
        .ifPresent(most -> config.maxLoginDuration(Duration.ofMinutes(most.integer(1, 60))));
    file.optional("max-authentication-minutes")
        .ifPresent(most -> config.maxAuthenticationAge(Duration.ofMinutes(most.integer(1, 1440))));
    file.optional("discovery-response")
        .map(ServiceProviderFile::uri)
        .ifPresent(config::discoveryResponse);
    file.optional("metadata").ifPresent(metadata -> metadata(metadata, config));
    return config.build();
  }

  private static void metadata(DataView metadata, ServiceProviderConfigBuilder config) {
    metadata.onlyKeys("signed", "valid-hours", "cache-hours");
    metadata.optional("signed").ifPresent(signed -> config.signMetadata(signed.bool()));
    metadata
        .optional("valid-hours")
        .ifPresent(hours -> config.metadataValidity(Duration.ofHours(hours.integer(1, 9000))));
    metadata
        .optional("cache-hours")
        .ifPresent(hours -> config.metadataCacheDuration(Duration.ofHours(hours.integer(1, 9000))));
  }

  private static LevelPolicy levels(DataView view) {
    try {
      return LevelPolicy.parse(view.text());
    } catch (IllegalArgumentException e) {
      throw view.problem(DataException.BAD_VALUE, String.valueOf(e.getMessage()));
    }
  }

  private static IdentityBinding binding(DataView view) {
    String text = view.text();
    if (text.contains(":")) {
      return new IdentityBinding(text);
    }
    return Stream.of(
            IdentityBinding.POPULATION_REGISTER,
            IdentityBinding.SWEDISH_EID,
            IdentityBinding.NORDIC_ID,
            IdentityBinding.RELATIVE)
        .filter(known -> known.uri().endsWith("/" + text))
        .findFirst()
        .orElseThrow(
            () ->
                view.problem(
                    DataException.BAD_VALUE,
                    "is no known process: write its URI, or a name such as swedish-eid"));
  }

  private EntityCategory category(DataView view) {
    String text = view.text();
    if (text.contains(":")) {
      return new EntityCategory(text);
    }
    return EntityCategory.registry().stream()
        .filter(category -> category.uri().endsWith("/" + text))
        .findFirst()
        .orElseThrow(
            () ->
                view.problem(
                    DataException.BAD_VALUE,
                    "is no known category: write its URI, or the last part of one"));
  }

  private static void request(DataView wanted, ServiceProviderConfigBuilder config) {
    wanted.onlyKeys("name", "required");
    String name = wanted.required("name").text();
    SamlAttribute attribute =
        SamlAttribute.find(name)
            .or(
                () ->
                    name.contains(":")
                        ? Optional.of(new SamlAttribute(name, name))
                        : Optional.empty())
            .orElseThrow(
                () ->
                    wanted.problem(
                        DataException.BAD_VALUE,
                        "names no known attribute: write its URI, or a name such as mail"));
    config.request(attribute, wanted.optional("required").map(DataView::bool).orElse(false));
  }

  private KeyMaterial key(DataView key) {
    key.onlyKeys("key", "certificate", "password-env", "pkcs12", "pkcs11", "pin-env", "alias");
    Optional<DataView> pkcs12 = key.optional("pkcs12");
    if (pkcs12.isPresent()) {
      return KeyMaterial.load(path(pkcs12.get()), secret(key.required("password-env")));
    }
    Optional<DataView> pkcs11 = key.optional("pkcs11");
    if (pkcs11.isPresent()) {
      char[] pin = secret(key.required("pin-env"));
      String alias = key.required("alias").text();
      return key.optional("certificate")
          .map(file -> KeyMaterial.pkcs11(path(pkcs11.get()), pin, alias, path(file)))
          .orElseGet(() -> KeyMaterial.pkcs11(path(pkcs11.get()), pin, alias));
    }
    Path secretKey = path(key.required("key"));
    Path certificate = path(key.required("certificate"));
    return key.optional("password-env")
        .map(name -> KeyMaterial.pem(secretKey, secret(name), certificate))
        .orElseGet(() -> KeyMaterial.pem(secretKey, certificate));
  }

  private char[] secret(DataView variable) {
    return environment
        .apply(variable.text())
        .orElseThrow(
            () -> variable.problem(DataException.BAD_VALUE, "names a variable that is not set"))
        .toCharArray();
  }

  private Path path(DataView view) {
    try {
      return folder.resolve(view.text());
    } catch (InvalidPathException e) {
      throw view.problem(DataException.BAD_VALUE, "is no path");
    }
  }

  private static ServiceDescription description(DataView file) {
    DataView organisation = file.required("organisation");
    organisation.onlyKeys("name", "number", "url");
    DataView service = file.required("service");
    service.onlyKeys(
        "name", "description", "logo", "support-email", "information-url", "privacy-url");
    DataView logo = service.required("logo");
    logo.onlyKeys("url", "width", "height");
    DataView owner = organisation.required("name");
    ServiceDescription.Builder description =
        ServiceDescription.builder()
            .organisation(in("sv", owner), in("en", owner), uri(organisation.required("url")))
            .name(in("sv", service.required("name")), in("en", service.required("name")))
            .description(
                in("sv", service.required("description")),
                in("en", service.required("description")))
            .logo(
                uri(logo.required("url")),
                logo.required("width").integer(1, 10_000),
                logo.required("height").integer(1, 10_000));
    organisation.optional("number").map(DataView::text).ifPresent(description::organisationNumber);
    service.optional("support-email").map(DataView::text).ifPresent(description::supportEmail);
    service
        .optional("information-url")
        .map(ServiceProviderFile::uri)
        .ifPresent(description::informationUrl);
    service
        .optional("privacy-url")
        .map(ServiceProviderFile::uri)
        .ifPresent(description::privacyStatementUrl);
    return description.build();
  }

  private static String in(String language, DataView texts) {
    texts.onlyKeys("sv", "en");
    return texts.required(language).text();
  }

  private static URI uri(DataView view) {
    try {
      return new URI(view.text());
    } catch (URISyntaxException e) {
      throw view.problem(DataException.BAD_VALUE, "is no address");
    }
  }
}
