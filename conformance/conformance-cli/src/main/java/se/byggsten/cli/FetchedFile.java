package se.byggsten.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A file, or what an address on the web answers, within bounds of time and size.
 *
 * <p>A redirect is followed only within the scheme, so that https stays https.
 */
final class FetchedFile {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;

  private final String name;
  private final byte[] bytes;

  private FetchedFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** How the file is named in places. */
  String name() {
    return name;
  }

  /** What it holds. */
  byte[] bytes() {
    return bytes;
  }

  /** Reads a file or fetches an address; what cannot be had is wrong use. */
  static FetchedFile of(@Nullable CommandSpec spec, String fileOrUrl, int most) {
    return of(spec, fileOrUrl, most, LONGEST);
  }

  static FetchedFile of(@Nullable CommandSpec spec, String fileOrUrl, int most, Duration longest) {
    if (!fileOrUrl.matches("(?i)https?://.*")) {
      Path file = path(spec, fileOrUrl);
      return new FetchedFile(String.valueOf(file.getFileName()), FormFiles.bytes(spec, file, most));
    }
    URI address = address(spec, fileOrUrl);
    CompletableFuture<byte[]> fetching =
        CompletableFuture.supplyAsync(() -> fetch(spec, address, most, longest));
    try {
      // The client's own time-out does not watch a body that comes drop by drop.
      byte[] bytes = fetching.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new FetchedFile(shown(address), bytes);
    } catch (TimeoutException e) {
      fetching.cancel(true);
      throw FormFiles.wrongUse(
          spec, "The address does not answer within " + longest.toSeconds() + " seconds.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CommandLine.ParameterException wrong) {
        throw wrong;
      }
      throw FormFiles.wrongUse(spec, "The address cannot be fetched; see that it is right.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FormFiles.wrongUse(spec, "The address was not fetched: interrupted.");
    }
  }

  private static Path path(@Nullable CommandSpec spec, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw FormFiles.wrongUse(spec, "FILE must be the path of a file.");
    }
  }

  private static URI address(@Nullable CommandSpec spec, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words.
    }
    throw FormFiles.wrongUse(
        spec, "URL must be a web address without user, such as https://a.se/b.");
  }

  private static byte[] fetch(@Nullable CommandSpec spec, URI address, int most, Duration longest) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(longest)
            .build();
    URI now = address;
    try {
      for (int i = 0; i <= MOST_REDIRECTS; i++) {
        HttpResponse<InputStream> answer =
            client.send(
                HttpRequest.newBuilder(now)
                    .timeout(longest)
                    .header("Accept", "application/samlmetadata+xml, application/xml, */*;q=0.1")
                    .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
          if (answer.statusCode() / 100 != 3) {
            return body(spec, answer, body, most);
          }
        }
        now = next(spec, now, answer);
      }
    } catch (ConnectException e) {
      throw FormFiles.wrongUse(
          spec, shown(now) + " refuses the connection; see that something runs there.");
    } catch (IOException e) {
      throw FormFiles.wrongUse(
          spec, shown(now) + " cannot be fetched (" + e.getClass().getSimpleName() + ").");
    } catch (IllegalArgumentException e) {
      throw FormFiles.wrongUse(
          spec, "The address, or one that it leads on to, is not on http or https.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FormFiles.wrongUse(spec, "The address was not fetched: interrupted.");
    }
    throw FormFiles.wrongUse(spec, "The address leads on and on to others.");
  }

  private static byte[] body(
      @Nullable CommandSpec spec, HttpResponse<InputStream> answer, InputStream body, int most)
      throws IOException {
    if (answer.statusCode() != 200) {
      throw FormFiles.wrongUse(spec, "The address answers " + answer.statusCode() + ", not 200.");
    }
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw FormFiles.wrongUse(spec, "The address answers with more than " + most + " bytes.");
    }
    return bytes;
  }

  private static URI next(@Nullable CommandSpec spec, URI from, HttpResponse<InputStream> answer) {
    String told = answer.headers().firstValue("Location").orElse("");
    if (told.isEmpty()) {
      throw FormFiles.wrongUse(
          spec, shown(from) + " answers " + answer.statusCode() + " without saying where to.");
    }
    URI to = from.resolve(told);
    if (!String.valueOf(from.getScheme()).equalsIgnoreCase(to.getScheme())) {
      throw FormFiles.wrongUse(
          spec, "The address leads on to another scheme, which is not followed.");
    }
    return to;
  }

  /** A query may hold a secret. */
  private static String shown(URI address) {
    return address.toString().replaceFirst("[?#].*", "");
  }

  @Override
  public String toString() {
    return "FetchedFile[" + name + "]";
  }
}
