package se.byggsten.samples.benchmarks.saml.peer;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Service providers of others, loaded from {@code samples/judges} with their own jars alone, so
 * that their old dependencies never meet ours.
 */
public final class Apart {
  private Apart() {}

  /**
   * Loads a service provider.
   *
   * @param judges the folder {@code samples/judges}, built in profile {@code judges}
   * @param name the judge, such as {@code java-saml}
   * @param className its service provider, which is made of a scene
   * @param scene the names, addresses, keys and certificates
   * @return takes {@code request-id base64}, returns {@code ACCEPTED …} or {@code REFUSED …}
   */
  public static Function<String, String> load(
      Path judges, String name, String className, Map<String, String> scene) {
    Path target = judges.resolve(name).resolve("target");
    try {
      List<URL> urls = new ArrayList<>();
      urls.add(target.resolve("classes").toUri().toURL());
      try (Stream<Path> jars = Files.list(target.resolve("judge"))) {
        for (Path jar : jars.sorted().toList()) {
          urls.add(url(jar));
        }
      }
      ClassLoader apart =
          new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
      // Its libraries look their providers up by the thread.
      Thread.currentThread().setContextClassLoader(apart);
      Object made = apart.loadClass(className).getConstructor(Map.class).newInstance(scene);
      @SuppressWarnings("unchecked")
      Function<String, String> provider = (Function<String, String>) made;
      return provider;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(
          name + " cannot be loaded: build samples/judges with -Pjudges first", e);
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
