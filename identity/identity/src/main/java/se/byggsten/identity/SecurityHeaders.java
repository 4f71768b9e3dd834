package se.byggsten.identity;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The response headers that tell the browser what this service's pages may do, as data.
 *
 * <p>The content security policy allows only what the service itself serves: no inline script or
 * style, no plugin, no frame, no other base address, forms only to the service and to named
 * addresses. Sources: CSP level 3, RFC 6797 (HSTS), Fetch (nosniff), Referrer Policy, Permissions
 * Policy.
 */
public final class SecurityHeaders {
  private final boolean https;
  private final Set<String> formActions;
  private final Map<String, String> page;

  private SecurityHeaders(boolean https, Set<String> formActions) {
    this.https = https;
    this.formActions = formActions;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", policy());
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
    page = Map.copyOf(headers);
  }

  /**
   * Returns the headers of a service.
   *
   * @param https whether the service is reached over HTTPS; without it there is no HSTS
   * @return the headers
   */
  public static SecurityHeaders of(boolean https) {
    return new SecurityHeaders(https, Set.of());
  }

  /**
   * Returns the headers with one more origin that forms may post to or be redirected to.
   *
   * <p>Needed for the identity provider: a browser applies {@code form-action} also to the redirect
   * that follows a form.
   *
   * @param address an http or https address; its origin is what counts
   * @return the headers
   * @throws IllegalArgumentException when the address has no origin
   */
  public SecurityHeaders allowingFormsTo(URI address) {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException("A form's address is an absolute http or https address");
    }
    Set<String> more = new TreeSet<>(formActions);
    more.add(scheme + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    return new SecurityHeaders(https, more);
  }

  /**
   * Returns the headers of a page that anybody may see.
   *
   * @return header values by name; unmodifiable
   */
  public Map<String, String> forPage() {
    return page;
  }

  /**
   * Returns the headers of a page that holds somebody's own data, which no cache may keep.
   *
   * @return header values by name
   */
  public Map<String, String> forPersonalPage() {
    Map<String, String> headers = new LinkedHashMap<>(page);
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private String policy() {
    StringBuilder policy =
        new StringBuilder(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none';"
                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
    formActions.forEach(origin -> policy.append(' ').append(origin));
    return policy.toString();
  }

  @Override
  public String toString() {
    return "SecurityHeaders[https=" + https + ", formActions=" + formActions + "]";
  }
}
