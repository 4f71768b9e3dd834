package se.byggsten.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.web.WebAsset;
import se.byggsten.web.WebAssets;

/** Every page of the gallery holds together; the browser tests look at the same files. */
class GalleryTest {
  private static final Path FOLDER = Path.of("target", "gallery");

  @BeforeAll
  static void writeTheGallery() throws IOException {
    Files.createDirectories(FOLDER.resolve("assets"));
    for (var page : Gallery.pages().entrySet()) {
      Files.writeString(
          FOLDER.resolve(page.getKey() + ".html"), page.getValue(), StandardCharsets.UTF_8);
    }
    for (WebAsset asset : WebAssets.standard().all()) {
      Files.write(FOLDER.resolve("assets").resolve(asset.fileName()), asset.content());
    }
  }

  static Stream<String> pages() {
    return Gallery.pages().keySet().stream();
  }

  private static Document read(String page) throws IOException {
    return Jsoup.parse(FOLDER.resolve(page + ".html").toFile(), "UTF-8");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_one_h1_landmarks_and_a_skip_link_that_leads_to_main(String page) throws IOException {
    Document document = read(page);
    assertThat(document.select("h1")).hasSize(1);
    assertThat(document.select("main#main")).hasSize(1);
    assertThat(document.select("body > header")).hasSize(1);
    assertThat(document.select("body > footer")).hasSize(1);
    assertThat(document.body().child(0).attr("href")).isEqualTo("#main");
    assertThat(document.selectFirst("html").attr("lang")).isIn("sv", "en", "yi");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_unique_ids_and_every_reference_leads_somewhere(String page) throws IOException {
    Document document = read(page);
    List<String> ids = document.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (String attribute : List.of("for", "aria-describedby", "aria-labelledby")) {
      for (Element element : document.select("[" + attribute + "]")) {
        assertThat(ids).contains(element.attr(attribute).split(" "));
      }
    }
    for (Element link : document.select("a[href^=#]")) {
      if (!link.attr("href").equals("#pdf")) {
        assertThat(ids).contains(link.attr("href").substring(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_nothing_that_a_strict_content_security_policy_stops(String page) throws IOException {
    Document document = read(page);
    assertThat(document.select("[style], style, script:not([src])")).isEmpty();
    assertThat(document.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(document.select("[src], link[href]"))
        .allSatisfy(
            element ->
                assertThat(element.attr("src") + element.attr("href")).startsWith("assets/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void names_step_service_and_municipality_in_the_title(String page) throws IOException {
    Document document = read(page);
    assertThat(document.title()).endsWith(" – Eksta kommun");
    boolean error = document.selectFirst(".govuk-error-summary") != null;
    assertThat(document.title().startsWith("Fel: ")).isEqualTo(error);
    assertThat(document.body().attr("data-byggsten-page")).isNotEmpty();
    assertThat(document.body().attr("data-byggsten-theme")).isEqualTo("eksta");
  }
}
