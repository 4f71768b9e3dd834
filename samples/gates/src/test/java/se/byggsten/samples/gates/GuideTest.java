package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormCatalogExtension;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;

/** Whoever does what the guide to forms says has a form that works. */
class GuideTest {
  private static final String GUIDE = Tree.read(Tree.ROOT.resolve("docs/forms.md"));
  private static final Pattern FILE = Pattern.compile("(?s)\n`([^`\n]+)`\n```[a-z]+\n(.*?)```");
  private static final Pattern YAML =
      Pattern.compile("(?s)```yaml\n((?:parties:|pages:|validate-on: review)\n.*?)```");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @TempDir private Path folder;

  @Test
  void the_form_of_the_first_part_runs_from_the_first_page_to_the_receipt() throws Exception {
    try (URLClassLoader loader = build()) {
      Method start = loader.loadClass("se.exempel.Main").getDeclaredMethod("start", int.class);
      start.setAccessible(true);
      Server server = (Server) start.invoke(null, 0);
      try {
        int port = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
        new Visit(URI.create("http://localhost:" + port + "/boka")).walk();
      } finally {
        server.stop();
      }
    }
  }

  /** Walks the form as a citizen without scripts. */
  private static final class Visit {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;
    private HttpResponse<String> page;

    Visit(URI base) throws Exception {
      this.base = base;
      page = get("");
    }

    void walk() throws Exception {
      at("/boka/bokning", 200);
      post("lokal", "aula");
      at("/boka/bokning", 422);
      assertThat(page.body())
          .contains("Skriv vilken dag du vill boka", "href=\"#servering\"", "<title>Fel: ");
      post(
          "lokal",
          "aula",
          "servering",
          "yes",
          "dag-year",
          "2199",
          "dag-month",
          "3",
          "dag-day",
          "6");
      assertThat(page.body()).contains("Hur många ska äta?");
      page = get("/granska");
      at("/boka/bokning", 200);
      post(
          "lokal",
          "aula",
          "servering",
          "yes",
          "dag-year",
          "2199",
          "dag-month",
          "3",
          "dag-day",
          "6",
          "antal",
          "40");
      at("/boka/kontakt", 200);
      post("namn", "Åsa <Ek>", "epost", "asa@exempel.se", "telefon", "");
      at("/boka/granska", 200);
      assertThat(page.body()).contains("6 mars 2199", "Åsa &lt;Ek&gt;", "Skicka bokningen");
      post();
      assertThat(page.body()).contains("Vi har fått din bokning");
      assertThat(get("/finns-inte").statusCode()).isEqualTo(404);
    }

    private void at(String path, int status) {
      assertThat(page.uri().getPath()).isEqualTo(path);
      assertThat(page.statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> get(String path) throws Exception {
      return client.send(
          HttpRequest.newBuilder(URI.create(base + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private void post(String... namesAndValues) throws Exception {
      Matcher token = TOKEN.matcher(page.body());
      assertThat(token.find()).isTrue();
      StringBuilder body = new StringBuilder("_csrf=").append(token.group(1));
      for (int i = 0; i < namesAndValues.length; i += 2) {
        body.append('&').append(namesAndValues[i]).append('=');
        body.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
      }
      page =
          client.send(
              HttpRequest.newBuilder(page.uri())
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void its_form_is_one_that_our_own_analysis_has_nothing_to_say_of() throws Exception {
    try (URLClassLoader loader = build()) {
      List<Finding> findings = FormLint.check(FormYaml.load(loader, "forms/lokal"));
      assertThat(findings).isEmpty();
    }
  }

  @Test
  void its_project_names_versions_that_the_house_has() {
    String pom = files().get("pom.xml");
    String ours = Tree.read(Tree.ROOT.resolve("pom.xml"));
    assertThat(pom)
        .contains("<version>" + value(ours, "jetty.version") + "</version>")
        .contains("<version>" + value(ours, "slf4j.version") + "</version>");
    Matcher artifact = Pattern.compile("<artifactId>(byggsten-[a-z-]+)<").matcher(pom);
    String bom = Tree.read(Tree.ROOT.resolve("bom/pom.xml"));
    assertThat(artifact.find()).isTrue();
    do {
      assertThat(bom).contains("<artifactId>" + artifact.group(1) + "</artifactId>");
    } while (artifact.find());
  }

  private static String value(String pom, String property) {
    Matcher value = Pattern.compile("<" + property + ">([^<]+)<").matcher(pom);
    assertThat(value.find()).as(property).isTrue();
    return value.group(1);
  }

  @Test
  void the_forms_of_the_reference_can_be_run() {
    Matcher yaml = YAML.matcher(GUIDE);
    int count = 0;
    while (yaml.find()) {
      String whole = "form: 1\nid: prov\nversion: 1\nlanguages: [sv]\n" + yaml.group(1);
      FormDefinition form =
          FormYaml.read(
              "docs/forms.md", whole.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
      FormRun run = FormRun.of(form, Clock.systemUTC());
      assertThat(run.current(run.start(Map.of()))).isNotBlank();
      count++;
    }
    assertThat(count).isEqualTo(4);
  }

  @Test
  void the_kind_of_field_and_the_record_of_the_reference_work() throws Exception {
    try (URLClassLoader loader = build()) {
      var catalog = loader.loadClass("Garden").getDeclaredField("CATALOG");
      catalog.setAccessible(true);
      FormCatalog all = (FormCatalog) catalog.get(null);
      FieldType garden = all.types().find("garden").orElseThrow();
      assertThat(garden.bind(List.of("K-17"), FieldSettings.NONE).value()).isEqualTo("K-17");
      assertThat(garden.bind(List.of("17"), FieldSettings.NONE).error()).isEqualTo("Garden");
      Method form = loader.loadClass("Fika").getDeclaredMethod("form");
      form.setAccessible(true);
      assertThat(((FormDefinition) form.invoke(null)).fields()).containsOnlyKeys("bulle");
      Method built = loader.loadClass("FikaBuilt").getDeclaredMethod("form");
      built.setAccessible(true);
      assertThat(((FormDefinition) built.invoke(null)).fields()).containsOnlyKeys("bulle");
    }
  }

  @Test
  void the_extension_of_the_reference_is_found(@TempDir Path services) throws Exception {
    Path file = services.resolve("META-INF/services/" + FormCatalogExtension.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "GardenExtension\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = build();
        URLClassLoader with = new URLClassLoader(new URL[] {services.toUri().toURL()}, loader)) {
      thread.setContextClassLoader(with);
      FormCatalog found = FormCatalog.found();
      assertThat(found.types().names()).contains("garden", "text");
      assertThat(found.constraints().names()).contains("Even", "Size");
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(FormCatalog.found().types().names()).doesNotContain("garden");
  }

  @Test
  void the_constraint_of_the_reference_judges_where_it_is_given() throws Exception {
    try (URLClassLoader loader = build()) {
      Class<?> own = loader.loadClass("Own");
      var catalog = own.getDeclaredField("CATALOG");
      catalog.setAccessible(true);
      String yaml =
          "form: 1\nid: lott\nversion: 1\nlanguages: [sv]\npages:\n  - id: ett\n    fields:\n"
              + "      - {id: lott, type: garden, constraints: [even]}\n"
              + "  - {id: granska, kind: review}\n";
      FormDefinition form =
          FormYaml.read(
              "lott.yaml",
              yaml.getBytes(StandardCharsets.UTF_8),
              FormTexts.of(Map.of("sv", Map.of("form.title", "Lott"))),
              (FormCatalog) catalog.get(null));
      Method make = own.getDeclaredMethod("run", FormDefinition.class, Clock.class);
      make.setAccessible(true);
      FormRun run = (FormRun) make.invoke(null, form, Clock.systemUTC());
      assertThat(
              run.post(run.start(Map.of()), "ett", PostedFields.with("lott", "K-17")).violations())
          .extracting(Violation::constraint)
          .containsExactly("Even");
      assertThat(
              run.post(run.start(Map.of()), "ett", PostedFields.with("lott", "K-18")).violations())
          .isEmpty();
      Method findings = own.getDeclaredMethod("findings", FormDefinition.class);
      findings.setAccessible(true);
      assertThat(findings.invoke(null, form).toString())
          .doesNotContain("FORM-LINT-CONSTRAINT")
          .contains("FORM-LINT-HELP", "K-17", "FORM-LINT-PERSONAL-DATA");
      Method schema = own.getDeclaredMethod("schema");
      schema.setAccessible(true);
      assertThat((String) schema.invoke(null)).contains("\"garden\"", "\"even\"");
    }
  }

  @Test
  void every_kind_of_field_is_named() {
    assertThat(FieldTypes.standard().names()).allSatisfy(n -> assertThat(GUIDE).contains("`" + n));
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file = FILE.matcher(GUIDE);
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    assertThat(files).containsKeys("pom.xml", "src/main/java/se/exempel/Main.java", "Fika.java");
    return files;
  }

  /** Writes the files of the guide and compiles them. */
  private URLClassLoader build() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-classpath"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (file.getKey().endsWith(".java")) {
        arguments.add(path.toString());
      }
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("the code of docs/forms.md compiles").isZero();
    URL[] where = {
      folder.resolve("classes").toUri().toURL(),
      folder.resolve("src/main/resources").toUri().toURL()
    };
    return new URLClassLoader(where, getClass().getClassLoader());
  }
}
