package se.byggsten.samples.portal.demo;

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
    Optional<Path> out) {

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
        case "--out" -> out = Optional.of(path(option, value(option, left)));
        default -> throw wrong("The option " + option + " is unknown");
      }
    }
    if (out.isPresent() && !check) {
      throw wrong("The option --out goes with --check");
    }
    return new DemoOptions(help, https || check, check, reset, json, port, httpsPort, data, out);
  }

  private static void requireValued(String option) {
    if (!List.of("--format", "--port", "--https-port", "--data", "--out").contains(option)) {
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
