package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import se.byggsten.saml.protocol.SamlException;

/**
 * An address, fetched only when it has changed.
 *
 * <p>Redirects are refused: whoever can answer for the address could else send the service to any
 * host inside its network. The time-out is for all of it, also for a body that comes drop by drop,
 * which the client's own time-out does not watch.
 */
public final class HttpMetadataSource implements MetadataSource {
  private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]{1,300}");

  private final HttpClient client;
  private final URI address;
  private final Duration timeout;

  /** Fetches from this address within this time. */
  public HttpMetadataSource(HttpClient client, URI address, Duration timeout) {
    this.client = client;
    this.address = address;
    this.timeout = timeout;
  }

  /** Makes a client that follows nobody, and trusts servers as the JVM does or by this. */
  public static HttpClient client(Duration timeout, Optional<SSLContext> tls) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout);
    tls.ifPresent(builder::sslContext);
    return builder.build();
  }

  @Override
  public Fetched fetch(Version held) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Accept", "application/samlmetadata+xml, application/xml, text/xml;q=0.9")
            .header("Accept-Encoding", "gzip");
    held.tag().ifPresent(tag -> request.header("If-None-Match", tag));
    held.modified().ifPresent(date -> request.header("If-Modified-Since", date));
    HttpResponse<Bounded> response = send(request.build());
    if (response.statusCode() == 304 && !held.equals(Version.NONE)) {
      return Fetched.unchanged(held);
    }
    if (response.statusCode() != 200) {
      throw failed(
          "The server of the metadata answers "
              + response.statusCode()
              + ": check the address; redirects are not followed",
          null);
    }
    HttpHeaders headers = response.headers();
    return Fetched.of(
        decoded(response.body().take(), headers),
        new Version(header(headers, "ETag"), header(headers, "Last-Modified")));
  }

  /** Returns a header that can be sent back, which not everything can that a server says. */
  private static Optional<String> header(HttpHeaders headers, String name) {
    return headers.firstValue(name).filter(value -> SENDABLE.matcher(value).matches());
  }

  private HttpResponse<Bounded> send(HttpRequest request) {
    CompletableFuture<HttpResponse<Bounded>> answer =
        client.sendAsync(
            request,
            info ->
                info.statusCode() == 200
                    ? new Bounded()
                    : BodySubscribers.replacing(new Bounded()));
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failed("The metadata did not come in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("The service is stopping", e);
    } catch (ExecutionException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof SamlException tooLarge) {
          throw tooLarge;
        }
        if (cause instanceof SSLException) {
          throw new SamlException(
              MetadataErrors.TLS,
              "The server of the metadata does not prove who it is: its certificate is of an issuer"
                  + " that is not trusted, has ended, or is for another name",
              e);
        }
      }
      throw failed("The server of the metadata cannot be reached, or stops in the middle", e);
    } finally {
      // Ends the exchange where it has not ended.
      answer.cancel(true);
    }
  }

  private static byte[] decoded(byte[] body, HttpHeaders headers) {
    String encoding =
        String.join(",", headers.allValues("Content-Encoding")).strip().toLowerCase(Locale.ROOT);
    if (encoding.isEmpty() || "identity".equals(encoding)) {
      return body;
    }
    if (!"gzip".equals(encoding)) {
      throw failed("The metadata are compressed in a way that was not asked for", null);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return Bounded.read(in);
    } catch (IOException e) {
      throw failed("The metadata are compressed, and not whole", e);
    }
  }

  private static SamlException failed(String message, @Nullable Throwable cause) {
    return new SamlException(MetadataErrors.FETCH, message, cause);
  }

  @Override
  public String name() {
    return shown(address);
  }

  /** Returns an address as a log or message may show it: without a name, password or query. */
  public static String shown(URI address) {
    String authority = address.getRawAuthority();
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String scheme = address.getScheme() == null ? "" : address.getScheme() + ":";
    return authority == null
        ? scheme + path
        : scheme + "//" + authority.substring(authority.lastIndexOf('@') + 1) + path;
  }
}
