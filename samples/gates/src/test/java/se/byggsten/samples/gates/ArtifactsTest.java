package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is published: the same bytes each time, with a list of what is in it. */
class ArtifactsTest {
  private static final Pattern MODULE = Pattern.compile("<module>((?!samples|bom)[^<]+)</module>");

  @Test
  void no_entry_of_a_jar_tells_when_it_was_built() {
    for (Path module : published()) {
      try (ZipFile jar = new ZipFile(jarOf(module).toFile())) {
        assertThat(jar.stream().map(e -> e.getLastModifiedTime()).distinct())
            .as(Tree.slashed(module))
            .hasSize(1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void no_jar_holds_a_key_or_somebody_elses_classes() {
    for (Path module : published()) {
      try (ZipFile jar = new ZipFile(jarOf(module).toFile())) {
        assertThat(jar.stream().map(e -> e.getName()))
            .as(Tree.slashed(module))
            .noneMatch(name -> name.matches(".*\\.(p12|jks|pem|key|keystore)"))
            .allMatch(name -> !name.endsWith(".class") || name.startsWith("se/byggsten/"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void every_published_module_has_a_list_of_its_components() {
    for (Path module : published()) {
      Path sbom = module.resolve("target/sbom.json");
      assertThat(sbom).exists();
      String text = Tree.read(sbom);
      assertThat(text).contains("\"bomFormat\" : \"CycloneDX\"", "\"specVersion\" : \"1.6\"");
      assertThat(text).contains("byggsten-");
    }
  }

  private static List<Path> published() {
    Matcher module = MODULE.matcher(Tree.read(Tree.ROOT.resolve("pom.xml")));
    List<Path> modules =
        module
            .results()
            .map(r -> Tree.ROOT.resolve(r.group(1)))
            .filter(m -> !Tree.read(m.resolve("pom.xml")).contains("maven.deploy.skip"))
            .filter(m -> Files.isDirectory(m.resolve("target")))
            .toList();
    assertThat(modules).hasSizeGreaterThanOrEqualTo(14);
    return modules;
  }

  private static Path jarOf(Path module) {
    try (Stream<Path> files = Files.list(module.resolve("target"))) {
      return files
          .filter(f -> f.getFileName().toString().matches("byggsten-.*-SNAPSHOT\\.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
