package se.byggsten.web.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.byggsten.web.WebAsset;
import se.byggsten.web.WebAssets;

/**
 * Serves the static files; map it to {@code /byggsten-assets/*}.
 *
 * <p>Only names with the right hash are found; everything else is 404.
 */
public final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebAssets assets;

  /** Creates a servlet for the files of Byggsten's own look. */
  public AssetServlet() {
    this(WebAssets.standard());
  }

  /**
   * Creates a servlet for the files of a theme.
   *
   * @param assets the files
   */
  public AssetServlet(WebAssets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<WebAsset> found =
        path == null || path.isEmpty() ? Optional.empty() : assets.find(path.substring(1));
    if (found.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    WebAsset asset = found.get();
    byte[] content = asset.content();
    response.setContentType(asset.mediaType());
    response.setContentLength(content.length);
    response.setHeader("Cache-Control", asset.cacheControl());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(content);
  }
}
