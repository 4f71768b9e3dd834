package se.byggsten.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.web.design.Theme;

/**
 * The static files that every page needs: one sheet, one script, one icon.
 *
 * <p>Serve each {@link #all() file} under a path of your choice; {@code
 * se.byggsten.web.servlet.AssetServlet} does it in a servlet container. Pages work without the
 * script.
 */
public final class WebAssets {
  /** Where the files are served when nothing else is said. */
  public static final String DEFAULT_PATH = "/byggsten-assets/";

  /** The sheet. */
  public static final String STYLESHEET = "byggsten.css";

  /** The script. */
  public static final String SCRIPT = "byggsten.js";

  /** The icon. */
  public static final String ICON = "byggsten.svg";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          STYLESHEET, "text/css; charset=utf-8",
          SCRIPT, "text/javascript; charset=utf-8",
          ICON, "image/svg+xml");

  private static final WebAssets STANDARD = load();

  private final Map<String, WebAsset> byName;
  private final Map<String, WebAsset> byFileName = new LinkedHashMap<>();

  private WebAssets(Map<String, WebAsset> byName) {
    this.byName = byName;
    byName.values().forEach(asset -> byFileName.put(asset.fileName(), asset));
  }

  private static WebAssets load() {
    Map<String, WebAsset> assets = new LinkedHashMap<>();
    for (String name : List.of(STYLESHEET, SCRIPT, ICON)) {
      String mediaType = MEDIA_TYPES.getOrDefault(name, "application/octet-stream");
      try (InputStream in = WebAssets.class.getResourceAsStream("assets/" + name)) {
        if (in == null) {
          throw new AssertionError("The jar lacks " + name);
        }
        assets.put(name, new WebAsset(name, mediaType, in.readAllBytes()));
      } catch (IOException e) {
        throw new AssertionError("The jar is broken at " + name, e);
      }
    }
    return new WebAssets(assets);
  }

  /** Returns the files of this version. */
  public static WebAssets standard() {
    return STANDARD;
  }

  /**
   * Returns the files with a municipality's look; give them to the shell and to the servlet.
   *
   * @param theme the look
   * @return the same files, with the sheet of the theme
   */
  public static WebAssets of(Theme theme) {
    Map<String, WebAsset> assets = new LinkedHashMap<>(STANDARD.byName);
    WebAsset sheet = STANDARD.byFileName.get(STANDARD.href("", STYLESHEET));
    if (sheet == null) {
      throw new AssertionError("The jar lacks " + STYLESHEET);
    }
    byte[] base = sheet.content();
    byte[] added = theme.css().getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(base, base.length + added.length);
    System.arraycopy(added, 0, all, base.length, added.length);
    assets.put(STYLESHEET, new WebAsset(STYLESHEET, sheet.mediaType(), all));
    return new WebAssets(assets);
  }

  /**
   * Returns a file's address.
   *
   * @param path where the files are served, with slashes around it
   * @param name the file's name without hash
   * @return the address
   * @throws IllegalArgumentException when there is no such file
   */
  public String href(String path, String name) {
    WebAsset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("No file " + name + "; there are " + byName.keySet());
    }
    return path + asset.fileName();
  }

  /**
   * Finds the file that a request asks for.
   *
   * @param fileName the last part of the request's path
   * @return the file, if it is one of these with just this content
   */
  public Optional<WebAsset> find(String fileName) {
    return Optional.ofNullable(byFileName.get(fileName));
  }

  /** Returns all files. */
  public Collection<WebAsset> all() {
    return byName.values();
  }
}
