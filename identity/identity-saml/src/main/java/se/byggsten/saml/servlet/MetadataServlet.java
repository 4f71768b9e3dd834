package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import se.byggsten.saml.ServiceProvider;

/** Shows the service's metadata. */
public final class MetadataServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient ServiceProvider serviceProvider;

  private MetadataServlet(ServiceProvider serviceProvider) {
    this.serviceProvider = serviceProvider;
  }

  /**
   * Returns the servlet.
   *
   * @param serviceProvider whose metadata
   * @return the servlet
   */
  public static MetadataServlet of(ServiceProvider serviceProvider) {
    return new MetadataServlet(serviceProvider);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] xml = serviceProvider.metadataXml().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/samlmetadata+xml");
    response.setContentLength(xml.length);
    response.getOutputStream().write(xml);
  }
}
