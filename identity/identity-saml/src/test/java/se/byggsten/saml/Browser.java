package se.byggsten.saml;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A browser without scripts, which follows no redirect by itself and keeps cookies. */
final class Browser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final Set<String> sentFromAnywhere = new HashSet<>();
  private boolean elsewhere;
  private final String base;

  Browser(String base) {
    this.base = base;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  /** Posts as a page of another site does: without the cookies that are Lax. */
  HttpResponse<String> postFromElsewhere(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(cookies);
    cookies.keySet().retainAll(sentFromAnywhere);
    Set<String> sent = Set.copyOf(cookies.keySet());
    elsewhere = true;
    HttpResponse<String> answer = post(path, fields);
    elsewhere = false;
    all.keySet().removeAll(sent);
    all.forEach(cookies::putIfAbsent);
    return answer;
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (elsewhere) {
      request.header("Sec-Fetch-Site", "cross-site");
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String line) {
    String[] pair = line.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
      if (line.contains("SameSite=None")) {
        sentFromAnywhere.add(pair[0]);
      }
    }
  }

  static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }
}
