package se.byggsten.cli;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.AssertionVerifier;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.ServiceProviderFile;
import se.byggsten.saml.Verification;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlProfile;

/** Verifies one response of an identity provider, as a service would. */
@Command(
    name = "verify-response",
    description = {
      "Verifies one response of an identity provider.",
      "It does so as a service would. Tells what it says, or why it is refused: with a code and the requirements",
      "that it breaks. What it says is personal data and goes to standard output.",
      "To catch one: open the browser's developer tools, the network tab, with the",
      "log kept over pages; log in; choose the POST to the service's address for",
      "answers (acs) and copy its body or the value of SAMLResponse to a file. The",
      "request ID stands as ID in the SAMLRequest that was sent before it, and as",
      "InResponseTo of a response that is right. With either in hand, --now is the",
      "time at which the POST was sent."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the response is accepted",
      "1:the response is refused",
      "2:wrong use, or a file cannot be used"
    })
final class SamlVerifyCommand implements Callable<Integer> {
  private static final int MOST_METADATA = 64 * 1024 * 1024;
  private static final int MOST_CERTIFICATE = 64 * 1024;
  private static final String FIELD = "SAMLResponse=";
  private static final int MOST_RESPONSE = 1024 * 1024;

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sp",
      required = true,
      paramLabel = "FILE",
      description = "The service in YAML, with the keys that it names.")
  private Path service = Path.of("");

  @Option(
      names = "--idp-metadata",
      required = true,
      paramLabel = "FILE",
      description = "The metadata of the identity provider, or of several.")
  private Path metadata = Path.of("");

  @Option(
      names = "--signed-by",
      paramLabel = "FILE",
      description = {
        "A certificate (PEM) of the federation that has signed the metadata; several",
        "times while it changes keys. Without it no signature is asked for."
      })
  private List<Path> signers = List.of();

  @Option(
      names = "--idp",
      paramLabel = "ENTITYID",
      description = "Who was asked; needed when the metadata have several.")
  private @Nullable String identityProvider;

  @Option(
      names = "--response",
      required = true,
      paramLabel = "FILE",
      description = "The response: XML, base64, or the body of the form that carries it.")
  private Path response = Path.of("");

  @Option(
      names = "--request-id",
      required = true,
      paramLabel = "ID",
      description = "The ID of the request that it answers.")
  private String requestId = "";

  private Instant now = Instant.EPOCH;
  private Optional<Instant> forcedAt = Optional.empty();
  private Optional<LevelPolicy> levels = Optional.empty();
  private Optional<SamlProfile> profile = Optional.empty();

  @Mixin private SamlOptions options = new SamlOptions();

  SamlVerifyCommand(Console console) {
    this.console = console;
  }

  @Option(
      names = "--now",
      required = true,
      paramLabel = "INSTANT",
      description = "When it is to be valid, such as 2026-11-22T10:15:30Z.")
  void now(String text) {
    now = instant("--now", text);
  }

  @Option(
      names = "--forced-at",
      paramLabel = "INSTANT",
      description = "When the request was sent, if it asked for identification anew.")
  void forcedAt(String text) {
    forcedAt = Optional.of(instant("--forced-at", text));
  }

  @Option(
      names = "--levels",
      paramLabel = "POLICY",
      description = "The levels that were asked for, such as loa3-or-bankid; those of the service.")
  void levels(String text) {
    try {
      levels = Optional.of(LevelPolicy.parse(text));
    } catch (IllegalArgumentException e) {
      throw FormFiles.wrongUse(spec, "--levels: " + e.getMessage() + ".");
    }
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "sweden-connect, sweden-connect-1.8, -1.9 or generic; that of the service.")
  void profile(String name) {
    try {
      profile = Optional.of(SamlProfile.of(name));
    } catch (ByggstenException e) {
      throw FormFiles.wrongUse(spec, "--profile: " + e.getMessage());
    }
  }

  @Override
  public Integer call() {
    ServiceProviderConfig config = config();
    IdentityProviderMetadata idp = identityProvider();
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    ExpectedResponse expected =
        new ExpectedResponse(requestId, idp, levels.orElse(config.levels()).levels(), forcedAt);
    Verification verification =
        AssertionVerifier.of(config, InMemoryStore.with(clock), clock)
            .verify(base64(FormFiles.bytes(spec, response, MOST_RESPONSE)), expected);
    SamlVerification told =
        new SamlVerification(verification, now, config.profile().version().orElse("1.9"), options);
    if (options.isJson()) {
      console.json(told.json());
    } else {
      console.lines(told.text());
    }
    return verification instanceof Verification.Accepted ? ExitCode.FINE : ExitCode.FOUND;
  }

  private ServiceProviderConfig config() {
    FormFiles.checked(spec, service);
    try {
      ServiceProviderConfig config =
          ServiceProviderFile.read(service, name -> Optional.ofNullable(System.getenv(name)));
      return profile.map(p -> config.toBuilder().profile(p).build()).orElse(config);
    } catch (ByggstenException e) {
      throw FormFiles.wrongUse(spec, "--sp: " + ByggstenCli.told(e));
    }
  }

  private IdentityProviderMetadata identityProvider() {
    List<IdentityProviderMetadata> all;
    try {
      byte[] xml = FormFiles.bytes(spec, metadata, MOST_METADATA);
      all =
          signers.isEmpty()
              ? SamlMetadata.read(xml, now)
              : SamlMetadata.readSigned(xml, signers.stream().map(this::certificate).toList(), now);
    } catch (ByggstenException e) {
      throw FormFiles.wrongUse(spec, "--idp-metadata: " + e.getMessage());
    }
    if (identityProvider == null && all.size() == 1) {
      return all.get(0);
    }
    return all.stream()
        .filter(idp -> idp.entityId().equals(identityProvider))
        .findFirst()
        .orElseThrow(
            () ->
                FormFiles.wrongUse(
                    spec,
                    "The metadata have %d usable identity providers; name one of them by --idp."
                        .formatted(all.size())));
  }

  private X509Certificate certificate(Path file) {
    byte[] bytes = FormFiles.bytes(spec, file, MOST_CERTIFICATE);
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw FormFiles.wrongUse(spec, "--signed-by: " + file + " is no certificate in PEM.");
    }
  }

  private static String base64(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).strip();
    if (text.startsWith("<")) {
      return Base64.getEncoder().encodeToString(file);
    }
    return Stream.of(text.split("&", -1))
        .map(String::strip)
        .filter(field -> field.startsWith(FIELD))
        .findFirst()
        .map(field -> decoded(field.substring(FIELD.length())))
        .orElse(text);
  }

  /** Some developer tools show the body as it was sent, and some with its values decoded. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8).replace(' ', '+');
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  private Instant instant(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw FormFiles.wrongUse(spec, option + " is an instant such as 2026-11-22T10:15:30Z.");
    }
  }
}
