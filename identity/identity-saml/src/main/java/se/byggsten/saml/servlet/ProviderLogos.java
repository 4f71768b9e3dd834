package se.byggsten.saml.servlet;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.saml.metadata.IdentityProviderLogo;
import se.byggsten.saml.metadata.IdentityProviderMetadata;

/**
 * Pictures of identity providers, fetched by the service and served by it.
 *
 * <p>A visitor's browser asks nobody else, so none of those that are not chosen learns that
 * somebody was here. Fetched in the background, one after another, within bounds of size and time,
 * without following redirects; what is not plainly a PNG, JPEG, GIF or WebP picture is left out.
 * SVG is left out too, since it is a program.
 */
final class ProviderLogos {
  /** The largest picture, in bytes. */
  static final int LARGEST = 64 * 1024;

  /** The most pictures that are kept, so that all take 16 MB at most. */
  static final int MOST = 256;

  private static final Logger LOG = LoggerFactory.getLogger(ProviderLogos.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long TRIED_AGAIN_AFTER = TimeUnit.HOURS.toNanos(1);
  private static final int WANTED_HEIGHT = 48;

  /** A picture, to be served as it is. */
  static final class Logo {
    private final String mediaType;
    private final byte[] content;

    Logo(String mediaType, byte[] content) {
      this.mediaType = mediaType;
      this.content = content;
    }

    String mediaType() {
      return mediaType;
    }

    byte[] content() {
      return content;
    }
  }

  /** What has become of the picture at an address; without a picture it is tried again later. */
  private record Attempt(URI address, long at, @Nullable Logo logo) {}

  private final boolean httpsOnly;
  private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor worker;
  private @Nullable HttpClient client;

  ProviderLogos(boolean httpsOnly) {
    this.httpsOnly = httpsOnly;
    worker =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST), ProviderLogos::thread);
    worker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "byggsten-logos");
    thread.setDaemon(true);
    return thread;
  }

  boolean has(IdentityProviderMetadata idp) {
    return find(ProviderChoice.mark(idp)).isPresent();
  }

  Optional<Logo> find(String mark) {
    return Optional.ofNullable(attempts.get(mark)).map(Attempt::logo);
  }

  /** Begins to fetch what is not there; returns at once. */
  void fetch(Collection<IdentityProviderMetadata> wanted) {
    long now = System.nanoTime();
    for (IdentityProviderMetadata idp : wanted) {
      Optional<URI> address = best(idp);
      String mark = ProviderChoice.mark(idp);
      Attempt before = attempts.get(mark);
      boolean due =
          before == null
              ? attempts.size() < MOST
              : address.isPresent()
                  && (!before.address().equals(address.get())
                      || (before.logo() == null && now - before.at() > TRIED_AGAIN_AFTER));
      if (address.isPresent() && due) {
        attempts.put(mark, new Attempt(address.get(), now, null));
        later(mark, address.get(), now);
      }
    }
  }

  private void later(String mark, URI address, long now) {
    try {
      worker.execute(() -> attempts.put(mark, new Attempt(address, now, load(address))));
    } catch (RejectedExecutionException full) {
      attempts.remove(mark);
    }
  }

  /** The logo that is nearest in height to what is shown, of those that may be fetched. */
  private Optional<URI> best(IdentityProviderMetadata idp) {
    return idp.logos().stream()
        .filter(logo -> isAllowed(logo.address()))
        .min(Comparator.comparingInt(logo -> Math.abs(logo.height() - WANTED_HEIGHT)))
        .map(IdentityProviderLogo::address);
  }

  private boolean isAllowed(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || (scheme.equals("http") && !httpsOnly);
    return scheme.equals("data") || (web && address.getHost() != null);
  }

  private @Nullable Logo load(URI address) {
    try {
      byte[] content =
          "data".equalsIgnoreCase(address.getScheme()) ? inline(address) : download(address);
      Logo logo = mediaType(content).map(type -> new Logo(type, content)).orElse(null);
      if (logo == null) {
        LOG.info("The logo at {} is no picture that is shown", place(address));
      }
      return logo;
    } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
      LOG.info("The logo at {} cannot be fetched", place(address));
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Host and port, which tell one server of a machine from another. */
  private static String place(URI address) {
    String host = address.getHost();
    return (host == null ? address.getScheme() + ":" : host)
        + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  private static byte[] inline(URI address) {
    String text = address.getRawSchemeSpecificPart();
    int comma = text.indexOf(";base64,");
    if (comma < 0 || text.length() > 2 * LARGEST) {
      throw new IllegalArgumentException("No picture in base64, or too large");
    }
    return Base64.getMimeDecoder()
        .decode(text.substring(comma + 8).replace("%2B", "+").replace("%2F", "/"));
  }

  private byte[] download(URI address)
      throws ExecutionException, TimeoutException, InterruptedException {
    var answer =
        client()
            .sendAsync(
                HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Accept", "image/*")
                    .build(),
                ProviderLogos::bounded);
    try {
      // For all of it: the client's own time-out does not watch a body that comes drop by drop.
      return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).body();
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpResponse.BodySubscriber<byte[]> bounded(HttpResponse.ResponseInfo info) {
    if (info.statusCode() != 200) {
      return BodySubscribers.replacing(new byte[0]);
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(
            piece ->
                piece.ifPresent(
                    bytes -> {
                      if (kept.size() + bytes.length > LARGEST) {
                        throw new IllegalArgumentException("The logo is too large");
                      }
                      kept.writeBytes(bytes);
                    })),
        nothing -> kept.toByteArray());
  }

  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(TIMEOUT)
              .build();
      client = made;
    }
    return made;
  }

  /** What the first bytes say that it is; what the other server says counts for nothing. */
  static Optional<String> mediaType(byte[] content) {
    String start =
        new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    boolean webp = start.startsWith("RIFF") && start.endsWith("WEBP");
    return webp ? Optional.of("image/webp") : Optional.empty();
  }
}
