package se.byggsten.conformance.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import se.byggsten.conformance.http.internal.OldTls;
import se.byggsten.conformance.http.internal.Trust;

/**
 * What a server offers of TLS.
 *
 * @param offered the versions of TLS 1.2 and 1.3 with which a handshake succeeded
 * @param old the older versions that the server answered to instead of refusing
 * @param trusted whether the certificate was trusted and made out to the host
 * @param publiclyTrusted whether it was so by the system's own authorities
 */
public record TlsProbe(
    Set<String> offered, Set<String> old, boolean trusted, boolean publiclyTrusted) {
  private static final int PATIENCE = 5_000;

  /** Copies the sets. */
  public TlsProbe {
    offered = Set.copyOf(offered);
    old = Set.copyOf(old);
  }

  /**
   * Probes a server.
   *
   * @param uri an https address
   * @param ca a PEM file with the certificates to trust instead of the system's
   * @return what it offers
   */
  public static TlsProbe of(URI uri, Optional<Path> ca) {
    int port = uri.getPort() < 0 ? 443 : uri.getPort();
    Optional<SSLContext> own = context(ca);
    Set<String> offered = new TreeSet<>();
    for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
      if (handshake(uri.getHost(), port, version, own)) {
        offered.add(version);
      }
    }
    Set<String> old = new TreeSet<>();
    for (OldTls version : OldTls.values()) {
      if (version.accepted(uri.getHost(), port)) {
        old.add(version.protocol());
      }
    }
    Optional<SSLContext> system = ca.isEmpty() ? own : context(Optional.empty());
    boolean publicly = offered.stream().anyMatch(v -> handshake(uri.getHost(), port, v, system));
    return new TlsProbe(offered, old, !offered.isEmpty(), publicly);
  }

  private static Optional<SSLContext> context(Optional<Path> ca) {
    try {
      return Optional.of(Trust.context(ca));
    } catch (IOException | GeneralSecurityException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean handshake(
      String host, int port, String version, Optional<SSLContext> context) {
    if (context.isEmpty()) {
      return false;
    }
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), PATIENCE);
      plain.setSoTimeout(PATIENCE);
      try (SSLSocket socket =
          (SSLSocket) context.get().getSocketFactory().createSocket(plain, host, port, true)) {
        if (!Arrays.asList(socket.getSupportedProtocols()).contains(version)) {
          return false;
        }
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return true;
      }
    } catch (IOException refused) {
      return false;
    }
  }
}
