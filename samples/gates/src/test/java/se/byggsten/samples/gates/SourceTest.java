package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be seen in the source text alone. */
class SourceTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) (\\w+)");

  @Test
  void every_public_type_of_the_api_says_what_it_is() {
    List<String> silent = new ArrayList<>();
    for (Path file : apiFiles()) {
      String text = Tree.read(file);
      Matcher type = PUBLIC_TYPE.matcher(text);
      if (type.find()) {
        int javadoc = text.lastIndexOf("/**", type.start());
        String comment =
            javadoc < 0 ? "" : text.substring(javadoc, text.indexOf("*/", javadoc) + 2);
        boolean adjoins =
            javadoc >= 0
                && text.substring(text.indexOf("*/", javadoc) + 2, type.start())
                    .lines()
                    .allMatch(l -> l.isBlank() || !l.matches("^(import|package|public) .*"));
        String first = firstParagraph(comment);
        if (!adjoins || first.isBlank() || !first.endsWith(".")) {
          silent.add(Tree.slashed(file));
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    List<String> unmarked = new ArrayList<>();
    for (Path file : Tree.files(".java")) {
      // The judges are programs of their own, which know nothing of ours, JSpecify included.
      boolean ours = !Tree.slashed(file).startsWith("samples/judges/");
      if (ours && Tree.slashed(file).contains("/src/main/java/")) {
        Path info = file.resolveSibling("package-info.java");
        if (!Files.exists(info) || !Tree.read(info).contains("@NullMarked")) {
          unmarked.add(Tree.slashed(file));
        }
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void every_bundle_is_complete_in_swedish_and_english() throws Exception {
    int bundles = 0;
    for (Path swedish : Tree.files("_sv.properties")) {
      if (!Tree.slashed(swedish).contains("/src/main/")) {
        continue;
      }
      bundles++;
      Path english =
          swedish.resolveSibling(
              swedish.getFileName().toString().replace("_sv.properties", "_en.properties"));
      assertThat(keys(english)).as(Tree.slashed(english)).isEqualTo(keys(swedish));
    }
    assertThat(bundles).isGreaterThanOrEqualTo(3);
  }

  @Test
  void no_text_repeats_what_the_citizen_wrote() {
    for (Path bundle : Tree.files(".properties")) {
      assertThat(Tree.read(bundle)).as(Tree.slashed(bundle)).doesNotContain("${validatedValue}");
    }
  }

  @Test
  void no_key_lies_in_the_tree() {
    Pattern key = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}");
    for (String ending : List.of(".java", ".properties", ".yaml", ".xml", ".md")) {
      for (Path file : Tree.files(ending)) {
        assertThat(key.matcher(Tree.read(file)).find()).as(Tree.slashed(file)).isFalse();
      }
    }
  }

  @Test
  void a_file_fits_in_the_head() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Tree.files(".java")) {
      long lines = Tree.read(file).lines().count();
      if (lines > 450) {
        tooLong.add(Tree.slashed(file) + " " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> apiFiles() {
    return Tree.files(".java").stream()
        .filter(f -> Tree.slashed(f).contains("/src/main/java/"))
        .filter(f -> !Tree.slashed(f).contains("/internal/"))
        .filter(f -> !Tree.slashed(f).startsWith("samples/"))
        .filter(f -> !f.getFileName().toString().equals("package-info.java"))
        .toList();
  }

  private static String firstParagraph(String comment) {
    String plain = comment.replaceAll("(?m)^\\s*/?\\*+/?", " ").replace("*/", " ");
    return plain.split("<p>|<pre>|(?m)^\\s*@\\w+", 2)[0].strip();
  }

  private static Set<String> keys(Path bundle) throws Exception {
    assertThat(bundle).exists();
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.forEach(
        (name, value) -> assertThat(value.toString()).as(bundle + " " + name).isNotBlank());
    return properties.stringPropertyNames();
  }
}
