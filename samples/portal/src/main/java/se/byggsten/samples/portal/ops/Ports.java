package se.byggsten.samples.portal.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Finds free TCP ports, and says in plain words when one is taken. */
public final class Ports {
  private Ports() {}

  /**
   * Returns a port of the loopback address that was free a moment ago.
   *
   * @return the port
   */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /**
   * Tells whether a port of the loopback address can be listened on.
   *
   * @param port the port
   * @return true when it is free
   */
  public static boolean isFree(int port) {
    // Some systems let a second process listen on a narrower address, and browsers try ::1 first.
    if (answers("127.0.0.1", port) || answers("::1", port)) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static boolean answers(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), 500);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /**
   * Requires that a port can be listened on.
   *
   * @param port the port; 0, any port, is always fine
   * @param option the option that chooses another, for the message
   * @throws PortalStartException {@code PORTAL-PORT-TAKEN}
   */
  public static void requireFree(int port, String option) {
    if (port != 0 && !isFree(port)) {
      throw new PortalStartException(
          "PORTAL-PORT-TAKEN",
          "Port "
              + port
              + " är upptagen. Välj en annan med "
              + option
              + " N (0 = valfri ledig). / Port "
              + port
              + " is taken; choose another with "
              + option
              + " N (0 = any free one).");
    }
  }
}
