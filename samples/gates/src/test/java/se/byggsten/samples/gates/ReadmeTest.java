package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first screen of the README says what a newcomer needs, and its code is true. */
class ReadmeTest {
  private static final String README = Tree.read(Tree.ROOT.resolve("README.md"));
  private static final List<String> FIRST_SCREEN = README.lines().limit(50).toList();

  @Test
  void the_first_screen_holds_the_two_commands_the_table_and_the_bom() {
    String screen = String.join("\n", FIRST_SCREEN);
    assertThat(screen)
        .contains("`mvn verify`", "`./byggsten demo`", "| you need |", "byggsten-bom", "```java")
        .contains("class FirstPage");
  }

  @Test
  void every_artifact_of_the_table_is_in_the_bom() {
    String bom = Tree.read(Tree.ROOT.resolve("bom/pom.xml"));
    Matcher artifact = Pattern.compile("\\| `(byggsten-[a-z-]+)` \\|").matcher(README);
    int count = 0;
    while (artifact.find()) {
      assertThat(bom).contains("<artifactId>" + artifact.group(1) + "</artifactId>");
      count++;
    }
    assertThat(count).isGreaterThan(8);
  }

  @Test
  void the_example_compiles_and_shows_a_page_with_errors(@TempDir Path folder) throws Exception {
    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(README);
    assertThat(block.find()).isTrue();
    String code = block.group(1);
    assertThat(code.lines().count()).isLessThanOrEqualTo(13);
    compile(folder, code);
    try (URLClassLoader loader =
        new URLClassLoader(
            new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> example = loader.loadClass("FirstPage");
      var constructor = example.getDeclaredConstructor();
      constructor.setAccessible(true);
      var show = example.getDeclaredMethod("show", ClassLoader.class, Clock.class, String.class);
      show.setAccessible(true);
      Object page =
          show.invoke(
              constructor.newInstance(), getClass().getClassLoader(), Clock.systemUTC(), "token");
      assertThat(page.toString()).contains("govuk-error-summary", "aria-invalid");
    }
  }

  @Test
  void every_link_into_the_tree_leads_somewhere() {
    Matcher link = Pattern.compile("\\]\\(([^):]+)\\)").matcher(README);
    while (link.find()) {
      assertThat(Tree.ROOT.resolve(link.group(1))).exists();
    }
  }

  private static void compile(Path folder, String code) throws IOException {
    Path source = Files.writeString(folder.resolve("FirstPage.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString());
    assertThat(result).as("the README's example compiles: " + URI.create("README.md")).isZero();
  }
}
