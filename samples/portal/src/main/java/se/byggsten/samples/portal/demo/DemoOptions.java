package se.byggsten.samples.portal.demo;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked to do.
 *
 * @param help only tell how it is used
 * @param https serve HTTPS
 * @param check do one walk, run the kit, and end
 * @param reset delete what lies in the data folder before the start
 * @param json print the result as JSON
 * @param port the HTTP port; empty for the usual one
 * @param httpsPort the HTTPS port; empty for the usual one
 * @param data the data folder; empty for the usual one
 * @param out the folder of the report; empty for the usual one
 * @param clamd where the virus scanner listens; empty when there is none
 */
record DemoOptions(
    boolean help,
    boolean https,
    boolean check,
    boolean reset,
    boolean json,
    Optional<Integer> port,
    Optional<Integer> httpsPort,
    Optional<Path> data,
    Optional<Path> out,
    Optional<InetSocketAddress> clamd) {

  private static final List<String> VALUED =
      List.of("--format", "--port", "--https-port", "--data", "--out", "--clamd");

  /**
   * Reads the command line.
   *
   * @throws DemoException {@code DEMO-WRONG-USE}
   */
  static DemoOptions parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    boolean help = false;
    boolean https = false;
    boolean check = false;
    boolean reset = false;
    boolean json = false;
    Optional<Integer> port = Optional.empty();
    Optional<Integer> httpsPort = Optional.empty();
    Optional<Path> data = Optional.empty();
    Optional<Path> out = Optional.empty();
    Optional<InetSocketAddress> clamd = Optional.empty();
    while (!left.isEmpty()) {
      String option = left.pop();
      int equals = option.indexOf('=');
      if (option.startsWith("--") && equals > 0) {
        left.push(option.substring(equals + 1));
        option = option.substring(0, equals);
        requireValued(option);
      }
      switch (option) {
        case "-h", "--help" -> help = true;
        case "--https" -> https = true;
        case "--check" -> check = true;
        case "--reset" -> reset = true;
        case "--format" -> json = isJson(value(option, left));
        case "--port" -> port = Optional.of(port(option, value(option, left)));
        case "--https-port" -> httpsPort = Optional.of(port(option, value(option, left)));
        case "--data" -> data = Optional.of(path(option, value(option, left)));
        case "--clamd" -> clamd = Optional.of(address(option, value(option, left)));
        case "--out" -> out = Optional.of(path(option, value(option, left)));
        default -> throw wrong("The option " + option + " is unknown");
      }
    }
    if (out.isPresent() && !check) {
      throw wrong("The option --out goes with --check");
    }
    return new DemoOptions(
        help, https || check, check, reset, json, port, httpsPort, data, out, clamd);
  }

  private static void requireValued(String option) {
    if (!VALUED.contains(option)) {
      throw wrong("The option " + option + " takes no value");
    }
  }

  private static String value(String option, Deque<String> left) {
    @Nullable String value = left.poll();
    if (value == null || value.isEmpty()) {
      throw wrong("The option " + option + " needs a value");
    }
    return value;
  }

  private static boolean isJson(String value) {
    return switch (value) {
      case "json" -> true;
      case "text" -> false;
      default -> throw wrong("The format is text or json, not " + value);
    };
  }

  private static int port(String option, String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
      throw wrong("The value of " + option + " is a port from 0 to 65535, not " + value);
    }
    return Integer.parseInt(value);
  }

  /** A host and a port, such as {@code localhost:3310} or {@code [::1]:3310}. */
  private static InetSocketAddress address(String option, String value) {
    int colon = value.lastIndexOf(':');
    String host = colon < 1 ? "" : value.substring(0, colon).replaceAll("^\\[|]$", "");
    String port = value.substring(colon + 1);
    boolean usable = !host.isBlank() && port.matches("\\d{1,5}");
    if (!usable || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
      throw wrong("The value of " + option + " is HOST:PORT, such as localhost:3310, not " + value);
    }
    return InetSocketAddress.createUnresolved(host, Integer.parseInt(port));
  }

  private static Path path(String option, String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException notAPath) {
      throw wrong("The value of " + option + " is no path: " + notAPath.getReason());
    }
  }

  private static DemoException wrong(String message) {
    return new DemoException("DEMO-WRONG-USE", message + "; see ./byggsten demo --help");
  }
}
