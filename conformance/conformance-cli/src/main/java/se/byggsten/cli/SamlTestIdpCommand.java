package se.byggsten.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.byggsten.testidp.TestIdp;

/** Runs the test identity provider alone. */
@Command(
    name = "test-idp",
    description = {
      "Runs an identity provider for tests, with made-up persons.",
      "It runs at 127.0.0.1 until it is stopped. Its page also offers wrong answers",
      "and attacks. Why a request is not answered is told here. For tests alone:",
      "nothing in production may trust it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it was stopped, or its metadata are written", "2:wrong use"})
final class SamlTestIdpCommand implements Callable<Integer> {
  private static final int MOST = 4 * 1024 * 1024;

  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sp-metadata",
      paramLabel = "FILE|URL",
      description = {
        "The metadata of a service to answer; may be given several times.",
        "What an address holds is fetched when the service first asks."
      })
  private List<String> services = List.of();

  @Option(
      names = "--metadata-out",
      paramLabel = "FILE",
      description = "Write its metadata to the file, to hand over, and end. Needs --keys.")
  private @Nullable Path metadataOut;

  @Option(
      names = "--with-second",
      description = {
        "Write the metadata of its second identity provider too, as those of a",
        "federation: a service that trusts both shows that it tells them apart."
      })
  private boolean withSecond;

  @Mixin private TestIdpOptions where = new TestIdpOptions();

  @Mixin private SamlOptions options = new SamlOptions();

  SamlTestIdpCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (withSecond && metadataOut == null) {
      throw FormFiles.wrongUse(spec, "--with-second needs --metadata-out.");
    }
    if (metadataOut != null && !where.keepsKey()) {
      throw FormFiles.wrongUse(spec, "--metadata-out needs --keys: the key must live on.");
    }
    try (TestIdp idp = where.start(clock, this::refused)) {
      if (metadataOut != null) {
        write(idp, metadataOut);
        return ExitCode.FINE;
      }
      for (String service : services) {
        if (service.startsWith("http:") || service.startsWith("https:")) {
          idp.trust(URI.create(service));
        } else {
          byte[] bytes = FetchedFile.of(spec, service, MOST).bytes();
          idp.trust(new String(bytes, StandardCharsets.UTF_8));
        }
      }
      console.say(options.words("idp.running", idp.metadataUrl()));
      console.say(options.words("idp.both", idp.metadataUrl().resolve("/federation")));
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }

  /** One line for each, whatever the request said. */
  private void refused(String reason) {
    console.note(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + reason.replace('\n', ' '));
  }

  private void write(TestIdp idp, Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null) {
      throw FormFiles.wrongUse(spec, "--metadata-out is a file.");
    }
    byte[] xml =
        (withSecond ? idp.federationXml() : idp.metadataXml()).getBytes(StandardCharsets.UTF_8);
    Path written = FormFiles.write(spec, folder, String.valueOf(absolute.getFileName()), xml);
    console.say(options.words("idp.written", written, idp.entityId()));
  }
}
