package se.byggsten.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.testidp.AttackReport;
import se.byggsten.testidp.AttackRun;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.TestPersons;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.protocol.TestIdpException;

/** Attacks a service that trusts the test identity provider, and tells which attacks got in. */
@Command(
    name = "attack",
    description = {
      "Attacks a service, and tells which attacks got in.",
      "Each attack is a SAML answer, or a few, that the service must refuse.",
      "The service must trust the test identity provider's key, so this is for test",
      "environments alone: first 'saml test-idp --keys DIR --metadata-out FILE",
      "--with-second', then give FILE to the service, then this with the same DIR.",
      "A right login comes first; when it does not get in, nothing is verified. Only",
      "the hosts of the pages and of the service's metadata are visited."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no attack got in",
      "1:an attack got in, or something could not be verified",
      "2:wrong use"
    })
final class SamlAttackCommand implements Callable<Integer> {
  private static final int MOST = 4 * 1024 * 1024;

  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "URL",
      description = "A page of the service that opens only after a login.")
  private String page = "";

  @Option(
      names = "--sp-metadata",
      required = true,
      paramLabel = "FILE|URL",
      description = "The metadata of the service.")
  private String metadata = "";

  @Option(
      names = "--start",
      paramLabel = "URL",
      description = {
        "Where a login begins (default: the page). A page on which an identity",
        "provider is chosen is passed when a link or a form of it, or the discovery",
        "protocol, takes the test identity provider's entityID."
      })
  private @Nullable String start;

  @Option(
      names = "--second-start",
      paramLabel = "URL",
      description = {
        "Where a login by the test identity provider's second one begins (default:",
        "the start), for the attacks that mix two identity providers up."
      })
  private @Nullable String secondStart;

  @Option(
      names = "--person",
      defaultValue = "anna",
      paramLabel = "ID",
      description = "The test person who logs in (default: anna); one whom the service lets in.")
  private String person = "";

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "Only these attacks, with commas between.")
  private Set<String> only = Set.of();

  @Option(
      names = "--minutes",
      defaultValue = "10",
      paramLabel = "N",
      description = "After so long no further attack begins (default: 10).")
  private int minutes;

  @Mixin private TestIdpOptions where = new TestIdpOptions();

  @Mixin private SamlOptions options = new SamlOptions();

  SamlAttackCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    AttackRun.Builder run = AttackRun.builder().protectedPage(address(page));
    if (start != null) {
      run.start(address(start));
    }
    if (secondStart != null) {
      run.secondStart(address(secondStart));
    }
    run.person(chosen()).only(attacks()).timeLimit(Duration.ofMinutes(minutes));
    FetchedFile xml = FetchedFile.of(spec, metadata, MOST);
    run.spMetadata(new String(xml.bytes(), StandardCharsets.UTF_8));
    SamlOrigin origin = SamlOrigin.of(clock.instant(), xml);
    try (TestIdp idp = where.start(clock, reason -> {})) {
      AttackReport report = run.identityProvider(idp).run();
      SamlAttackReport told =
          new SamlAttackReport(
              report,
              origin,
              where.keepsKey() ? List.of() : List.of(options.words("attack.keys")),
              options);
      if (options.isJson()) {
        console.json(told.json());
      } else {
        console.lines(told.text());
      }
      return report.withstood() ? ExitCode.FINE : ExitCode.FOUND;
    } catch (TestIdpException e) {
      throw FormFiles.wrongUse(spec, e.reason() + ".");
    }
  }

  private URI address(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme());
      if (address.getHost() != null && Set.of("http", "https").contains(scheme)) {
        return address;
      }
    } catch (java.net.URISyntaxException notAnAddress) {
      // Told of below.
    }
    throw FormFiles.wrongUse(spec, text + " is not an address on http or https.");
  }

  private TestPerson chosen() {
    return TestPersons.find(person)
        .orElseThrow(
            () ->
                FormFiles.wrongUse(
                    spec,
                    "--person is "
                        + TestPersons.everybody().stream()
                            .map(TestPerson::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private Set<String> attacks() {
    Set<String> unknown = new TreeSet<>(only);
    Attack.all().forEach(attack -> unknown.remove(attack.id()));
    if (!unknown.isEmpty()) {
      throw FormFiles.wrongUse(
          spec, "There is no attack " + String.join(" and no ", unknown) + ".");
    }
    return only;
  }
}
