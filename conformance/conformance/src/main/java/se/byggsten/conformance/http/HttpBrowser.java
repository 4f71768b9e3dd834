package se.byggsten.conformance.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import se.byggsten.conformance.http.internal.CookieJar;
import se.byggsten.conformance.http.internal.Trust;

/**
 * A browser without scripts for one person: follows links and redirects, keeps cookies, fills and
 * sends forms, and remembers every request and answer.
 *
 * <p>It contacts only the origins that it is given. At most 4 MiB of an answer are read, within 30
 * seconds. Not safe for use by several threads.
 */
public final class HttpBrowser {
  private static final int MAX_BODY = 4 << 20;
  private static final int MAX_REDIRECTS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final Set<String> origins;
  private final CookieJar jar;
  private final List<Exchange> transcript;

  private HttpBrowser(
      HttpClient client, Set<String> origins, CookieJar jar, List<Exchange> transcript) {
    this.client = client;
    this.origins = origins;
    this.jar = jar;
    this.transcript = transcript;
  }

  /**
   * Opens a browser without any cookies.
   *
   * @param origins the origins that it may contact, such as {@code https://localhost:8443}
   * @param ca a PEM file with the certificates to trust instead of the system's
   * @return the browser
   * @throws HttpProbeException with {@link HttpProbeException#BAD_CA} when the file cannot be read
   */
  public static HttpBrowser open(Set<String> origins, Optional<Path> ca) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .sslContext(trust(ca))
            .build();
    Set<String> allowed =
        origins.stream().map(o -> origin(URI.create(o))).collect(Collectors.toUnmodifiableSet());
    return new HttpBrowser(client, allowed, new CookieJar(), new ArrayList<>());
  }

  private static SSLContext trust(Optional<Path> ca) {
    try {
      return Trust.context(ca);
    } catch (IOException | GeneralSecurityException e) {
      throw new HttpProbeException(
          HttpProbeException.BAD_CA, "Give a readable PEM file with at least one certificate", e);
    }
  }

  /**
   * Returns a browser for somebody else: no cookies, an own transcript.
   *
   * @return the browser
   */
  public HttpBrowser stranger() {
    return new HttpBrowser(client, origins, new CookieJar(), new ArrayList<>());
  }

  /**
   * Returns a browser that holds the cookies that this one holds now, with an own transcript.
   *
   * @return the browser
   */
  public HttpBrowser twin() {
    return new HttpBrowser(client, origins, jar.copy(), new ArrayList<>());
  }

  /**
   * Returns the origin of an address.
   *
   * @param uri an absolute address
   * @return scheme, host and port, the port left out when it is the usual one
   */
  public static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (port == usual ? "" : ":" + port);
  }

  /**
   * Returns whether the address is one that the browser may contact.
   *
   * @param uri the address
   * @return true when its origin was given
   */
  public boolean mayContact(URI uri) {
    return origins.contains(origin(uri));
  }

  /**
   * Fetches a page and follows redirects.
   *
   * @param uri the address
   * @return the last exchange
   * @throws HttpProbeException when there is no answer, or it leads astray
   */
  public Exchange get(URI uri) {
    return follow(send("GET", uri, Map.of(), new byte[0]));
  }

  /**
   * Sends a form by one of its buttons and follows redirects.
   *
   * @param form the form
   * @param data what to send
   * @param button the button that is pressed, if any
   * @return the last exchange
   * @throws HttpProbeException when there is no answer, or it leads astray
   */
  public Exchange submit(WebForm form, FormData data, Optional<WebForm.Button> button) {
    return submit(form, data, button, Map.of());
  }

  /**
   * Sends a form with headers of one's own and follows redirects.
   *
   * @param form the form
   * @param data what to send
   * @param button the button that is pressed, if any
   * @param headers headers that a browser would not send, such as a foreign Origin
   * @return the last exchange
   * @throws HttpProbeException when there is no answer, or it leads astray
   */
  public Exchange submit(
      WebForm form, FormData data, Optional<WebForm.Button> button, Map<String, String> headers) {
    FormData all =
        button
            .filter(b -> !b.name().isEmpty())
            .map(b -> data.with(b.name(), b.value()))
            .orElse(data);
    URI action = button.flatMap(WebForm.Button::action).orElse(form.action());
    if (form.method().equals("GET")) {
      return get(withQuery(action, Multipart.urlEncoded(all)));
    }
    Map<String, String> sent = new TreeMap<>(headers);
    sent.putIfAbsent("Origin", origin(action));
    sent.put(
        "Content-Type",
        form.multipart()
            ? "multipart/form-data; boundary=" + Multipart.BOUNDARY
            : "application/x-www-form-urlencoded");
    byte[] body =
        form.multipart()
            ? Multipart.body(all)
            : Multipart.urlEncoded(all).getBytes(StandardCharsets.US_ASCII);
    return follow(send("POST", action, sent, body));
  }

  private static URI withQuery(URI action, String query) {
    String base = action.toString();
    int cut = base.indexOf('?') >= 0 ? base.indexOf('?') : base.indexOf('#');
    return URI.create((cut < 0 ? base : base.substring(0, cut)) + "?" + query);
  }

  /**
   * Sends one request as told and follows no redirect.
   *
   * @param method the method
   * @param uri the address
   * @param headers headers to send
   * @param body the body; none when empty
   * @return the exchange
   * @throws HttpProbeException when there is no answer, or the origin is not one of those given
   */
  public Exchange send(String method, URI uri, Map<String, String> headers, byte[] body) {
    if (!mayContact(uri)) {
      throw new HttpProbeException(
          HttpProbeException.FOREIGN_ORIGIN,
          "The service leads to " + origin(uri) + ", which is not among loginOrigins",
          null);
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(withoutFragment(uri)).timeout(PATIENCE);
    headers.forEach(request::header);
    if (headers.keySet().stream().noneMatch(h -> h.equalsIgnoreCase("Accept"))) {
      request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
      request.header("Accept-Language", "sv");
    }
    String cookies = jar.header(uri);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    request.method(
        method,
        body.length == 0 && !method.equals("POST")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    Exchange exchange = exchange(method, uri, request.build());
    jar.take(uri, exchange.headers("Set-Cookie"));
    transcript.add(exchange);
    return exchange;
  }

  /** A server may close a kept connection just as a request goes out on it: ask again, once. */
  private HttpResponse<InputStream> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException | ConnectException | SSLException settled) {
      throw settled;
    } catch (IOException closed) {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
  }

  private Exchange exchange(String method, URI uri, HttpRequest request) {
    try {
      HttpResponse<InputStream> response = answer(request);
      try (InputStream in = response.body()) {
        byte[] body = in.readNBytes(MAX_BODY);
        boolean cut = in.read() >= 0;
        return new Exchange(
            transcript.size() + 1,
            method,
            uri,
            response.statusCode(),
            response.headers().map(),
            body,
            cut);
      }
    } catch (IOException e) {
      throw new HttpProbeException(
          HttpProbeException.NO_ANSWER, "No answer to " + method + " " + uri.getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpProbeException(HttpProbeException.NO_ANSWER, "Stopped while waiting", e);
    }
  }

  private Exchange follow(Exchange first) {
    Exchange at = first;
    for (int hop = 0; hop < MAX_REDIRECTS; hop++) {
      Optional<String> location = at.header("Location");
      if (at.status() / 100 != 3 || location.isEmpty()) {
        return at;
      }
      URI next;
      try {
        next = at.uri().resolve(location.get());
      } catch (IllegalArgumentException e) {
        throw new HttpProbeException(
            HttpProbeException.BAD_ADDRESS, "A redirect leads to no address", e);
      }
      at = send("GET", next, Map.of(), new byte[0]);
    }
    throw new HttpProbeException(
        HttpProbeException.TOO_MANY_REDIRECTS, "More than " + MAX_REDIRECTS + " redirects", null);
  }

  private static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  /**
   * Returns every exchange so far, in order.
   *
   * @return a copy
   */
  public List<Exchange> transcript() {
    return List.copyOf(transcript);
  }

  /**
   * Returns the origins that may be contacted.
   *
   * @return in order of the alphabet
   */
  public Set<String> origins() {
    return new TreeSet<>(origins);
  }

  @Override
  public String toString() {
    return "HttpBrowser[" + origins() + ", " + transcript.size() + " exchanges]";
  }
}
