package se.byggsten.samples.jettylogin;

import java.net.URI;
import java.nio.file.Path;

/**
 * Runs the service: port, address of the metadata of the federation, folder and password of keys.
 */
public final class Main {
  private Main() {}

  /**
   * Starts the service.
   *
   * @param arguments port, address of metadata, folder of keys, password of keys
   * @throws Exception when it cannot start
   */
  public static void main(String[] arguments) throws Exception {
    JettyLogin.create(
            Integer.parseInt(arguments[0]),
            URI.create(arguments[1]),
            Path.of(arguments[2]),
            arguments[3].toCharArray())
        .start();
  }
}
