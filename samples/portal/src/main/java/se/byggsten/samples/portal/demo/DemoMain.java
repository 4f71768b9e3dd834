package se.byggsten.samples.portal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;

/**
 * Starts the sample portal on this machine, or lets it check itself.
 *
 * <p>Started by {@code ./byggsten demo}; the system property {@code byggsten.home} names the
 * checkout, where data lies unless the command line says otherwise.
 */
public final class DemoMain {
  private static final Logger LOG = LoggerFactory.getLogger(DemoMain.class);
  private static final int FINE = 0;
  private static final int WRONG_USE = 2;
  private static final int USUAL_HTTP_PORT = 8080;
  private static final int USUAL_HTTPS_PORT = 8443;
  private static final long STOP_SECONDS = 45;

  private final Console console = new Console();
  private final Path home;
  private final Clock clock;

  private DemoMain(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /**
   * Runs the demo until it is stopped, or the check to its end.
   *
   * @param arguments see {@code ./byggsten demo --help}
   */
  public static void main(String[] arguments) {
    // Before the first class that logs: what the libraries say goes the same way as our own.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    Path home = Path.of(System.getProperty("byggsten.home", "")).toAbsolutePath().normalize();
    System.exit(new DemoMain(home, Clock.systemUTC()).run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    try {
      DemoOptions options = DemoOptions.parse(arguments);
      if (options.help()) {
        console.say(help());
        return FINE;
      }
      return options.check() ? check(options) : serve(options);
    } catch (ByggstenException known) {
      console.note(String.valueOf(known.getMessage()));
      return WRONG_USE;
    } catch (RuntimeException unforeseen) {
      LOG.error("The demo ended", unforeseen);
      return WRONG_USE;
    }
  }

  private int serve(DemoOptions options) {
    Path data = options.data().orElse(home.resolve(".byggsten").resolve("demo"));
    try (Demo demo = prepared(data, options.reset())) {
      demo.start(
          options.port().orElse(USUAL_HTTP_PORT),
          options.https()
              ? Optional.of(options.httpsPort().orElse(USUAL_HTTPS_PORT))
              : Optional.empty(),
          options.clamd(),
          clock);
      DemoText.greeting(demo, options.json()).forEach(console::say);
      new CountDownLatch(1).await();
      return FINE;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return FINE;
    }
  }

  private int check(DemoOptions options) {
    Path work = home.resolve("samples").resolve("portal").resolve("target").resolve("demo-check");
    Path out = options.out().orElse(work.resolve("report"));
    try (Demo demo = prepared(options.data().orElse(work.resolve("data")), true)) {
      demo.start(
          options.port().orElse(0),
          Optional.of(options.httpsPort().orElse(0)),
          options.clamd(),
          clock);
      DemoCheck.Result result =
          new DemoCheck(demo, home, clock, options.json() ? line -> {} : console::note).run(out);
      DemoText.result(result, options.json()).forEach(console::say);
      return result.exitCode();
    }
  }

  /** A demo in its folder, which stops with this process however that is asked to end. */
  private Demo prepared(Path data, boolean reset) {
    DemoFolders folders = new DemoFolders(data, home.resolve(".byggsten").resolve("postgresql"));
    folders.claim();
    if (reset) {
      folders.reset();
    }
    Demo demo = new Demo(folders);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "demo-stop"));
    return demo;
  }

  private static void stop(Demo demo) {
    Thread closing = new Thread(demo::close, "demo-close");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
      if (closing.isAlive()) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String help() {
    try (InputStream text =
        Objects.requireNonNull(DemoMain.class.getResourceAsStream("help.txt"), "help.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
