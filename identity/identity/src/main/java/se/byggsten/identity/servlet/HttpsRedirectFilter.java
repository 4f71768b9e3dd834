package se.byggsten.identity.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * Sends every request that came over HTTP to the same page over HTTPS.
 *
 * <p>The host is that of the service's own address and never what the request says.
 */
public final class HttpsRedirectFilter implements Filter {
  private final String origin;

  private HttpsRedirectFilter(String origin) {
    this.origin = origin;
  }

  /**
   * Returns a filter that redirects to an address.
   *
   * @param service the service's own https address; its origin is what counts
   * @return the filter
   * @throws IllegalArgumentException when the address is not https
   */
  public static HttpsRedirectFilter to(URI service) {
    if (!"https".equals(service.getScheme()) || service.getHost() == null) {
      throw new IllegalArgumentException("The service's address begins with https");
    }
    String port = service.getPort() < 0 ? "" : ":" + service.getPort();
    return new HttpsRedirectFilter("https://" + service.getHost() + port);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (request.isSecure()
        || !(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      next.doFilter(request, response);
      return;
    }
    String query = http.getQueryString();
    answer.setStatus(308);
    answer.setHeader(
        "Location", origin + http.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
