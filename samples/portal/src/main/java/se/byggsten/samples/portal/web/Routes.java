package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which code answers which method and path. */
final class Routes {
  /** Answers a request. */
  @FunctionalInterface
  interface Action {
    void answer(Exchange exchange) throws IOException;
  }

  record Match(Action action, Map<String, String> path) {}

  private record Route(String method, List<String> pattern, Action action) {}

  private final List<Route> routes = new ArrayList<>();

  /**
   * Adds a route; a part of the pattern in braces takes one part of the path, and with dots, as in
   * {@code {page...}}, all the rest.
   */
  Routes add(String method, String pattern, Action action) {
    routes.add(new Route(method, List.of(pattern.split("/", -1)), action));
    return this;
  }

  Routes get(String pattern, Action action) {
    return add("GET", pattern, action);
  }

  Routes post(String pattern, Action action) {
    return add("POST", pattern, action);
  }

  Optional<Match> find(String method, String path) {
    String[] parts = path.split("/", -1);
    String asked = method.equals("HEAD") ? "GET" : method;
    for (Route route : routes) {
      if (route.method().equals(asked)) {
        Optional<Map<String, String>> taken = take(route.pattern(), parts);
        if (taken.isPresent()) {
          return Optional.of(new Match(route.action(), taken.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that some route of the path takes. */
  List<String> methodsOf(String path) {
    String[] parts = path.split("/", -1);
    return routes.stream()
        .filter(r -> take(r.pattern(), parts).isPresent())
        .map(Route::method)
        .distinct()
        .toList();
  }

  private static Optional<Map<String, String>> take(List<String> pattern, String[] parts) {
    String last = pattern.get(pattern.size() - 1);
    boolean rest = last.endsWith("...}");
    if (rest ? parts.length < pattern.size() : parts.length != pattern.size()) {
      return Optional.empty();
    }
    Map<String, String> taken = new HashMap<>();
    int single = rest ? pattern.size() - 1 : pattern.size();
    for (int i = 0; i < single; i++) {
      if (pattern.get(i).startsWith("{")) {
        taken.put(pattern.get(i).substring(1, pattern.get(i).length() - 1), parts[i]);
      } else if (!pattern.get(i).equals(parts[i])) {
        return Optional.empty();
      }
    }
    if (rest) {
      List<String> remaining = List.of(parts).subList(single, parts.length);
      taken.put(last.substring(1, last.length() - 4), String.join("/", remaining));
    }
    return Optional.of(taken);
  }
}
