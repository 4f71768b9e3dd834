package se.byggsten.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.protocol.TestIdpException;

/** Where the test identity provider runs, and by which key: the same for both its commands. */
final class TestIdpOptions {
  /** Always the same, since the address is the name that a service is told to trust. */
  private static final int PORT = 8490;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port at 127.0.0.1 (default: " + PORT + "). Its metadata name it.")
  private int port = PORT;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = {
        "The folder where its key lives on, so that a service can be told to",
        "trust it beforehand. Without it the key is new each time."
      })
  private @Nullable Path keys;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  boolean keepsKey() {
    return keys != null;
  }

  /** Starts it; whoever stands by is told why a request is not answered. */
  TestIdp start(Clock clock, Consumer<String> onRefusal) {
    if (port < 0 || port > 65_535) {
      throw FormFiles.wrongUse(spec, "--port is a number from 0 to 65535.");
    }
    TestIdp.Builder builder = TestIdp.builder().clock(clock).port(port).onRefusal(onRefusal);
    if (keys != null) {
      builder.keyFolder(keys);
    }
    try {
      return builder.start();
    } catch (TestIdpException e) {
      throw FormFiles.wrongUse(spec, e.reason() + ".");
    }
  }
}
