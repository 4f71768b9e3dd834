package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormCatalogExtension;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;
import se.byggsten.web.WebAssets;
import se.byggsten.web.design.Theme;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Whoever does what the guide to forms says has a form that works. */
class GuideTest {
  private static final String GUIDE = Tree.read(Tree.ROOT.resolve("docs/forms.md"));
  private static final Pattern FILE = Pattern.compile("(?s)\n`([^`\n]+)`\n```[a-z]+\n(.*?)```");
  private static final Pattern YAML =
      Pattern.compile("(?s)```yaml\n((?:parties:|pages:|validate-on: review)\n.*?)```");

  private static final Pattern DIFF = Pattern.compile("(?s)```diff\n(.*?)```");

  @TempDir private Path folder;

  private interface Walk {
    void by(GuideVisit visit) throws Exception;
  }

  @Test
  void the_form_of_the_first_part_runs_from_the_first_page_to_the_receipt() throws Exception {
    served(files(), GuideVisit::walk);
  }

  @Test
  void what_is_typed_when_the_session_is_gone_is_shown_again_and_goes_on() throws Exception {
    served(files(), GuideVisit::walkWithoutSession);
  }

  @Test
  void what_is_refused_is_told_in_plain_swedish_and_changes_nothing() throws Exception {
    served(files(), GuideVisit::beRefused);
  }

  @Test
  void the_server_says_what_the_browser_may_do_and_nothing_of_itself() throws Exception {
    served(files(), GuideVisit::lookAtHeaders);
  }

  @Test
  void the_difference_for_two_languages_loses_nothing_that_is_typed() throws Exception {
    Map<String, String> files = files();
    files.merge("src/main/java/se/exempel/FormServlet.java", "", (code, none) -> patched(code));
    files.merge(
        "src/main/resources/forms/lokal.yaml",
        "",
        (yaml, none) -> yaml.replace("languages: [sv]", "languages: [sv, en]"));
    String texts = files.get("src/main/resources/forms/lokal_sv.properties");
    files.put(
        "src/main/resources/forms/lokal_en.properties",
        texts.replaceFirst("bokning.title=.*", "bokning.title=What would you like to book?"));
    served(files, GuideVisit::switchLanguage);
  }

  /** Applies the difference, each part of which must be found just once. */
  private static String patched(String code) {
    Matcher diff = DIFF.matcher(GUIDE);
    assertThat(diff.find()).isTrue();
    String result = code;
    for (String part : diff.group(1).split("@@\n", -1)) {
      String before = side(part, '+');
      assertThat(result.split(Pattern.quote(before), -1)).as(before).hasSize(2);
      result = result.replace(before, side(part, '-'));
    }
    return result;
  }

  private static String side(String part, char without) {
    return part.lines()
        .filter(line -> line.charAt(0) != without)
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  private void served(Map<String, String> files, Walk walk) throws Exception {
    try (URLClassLoader loader = build(files)) {
      Method start = loader.loadClass("se.exempel.Main").getDeclaredMethod("start", int.class);
      start.setAccessible(true);
      Server server = (Server) start.invoke(null, 0);
      try {
        int port = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
        walk.by(new GuideVisit(URI.create("http://localhost:" + port + "/boka")));
      } finally {
        server.stop();
      }
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
    assertThat(count).isEqualTo(5);
  }

  @Test
  void the_price_of_the_reference_is_the_same_with_whole_and_decimal_numbers() {
    Matcher yaml =
        Pattern.compile("(?s)```yaml\n(pages:\n  - id: deltagarna\n.*?)```").matcher(GUIDE);
    Matcher texts = Pattern.compile("(?s)```properties\n(deltagarna\\..*?)```").matcher(GUIDE);
    assertThat(yaml.find() && texts.find()).isTrue();
    for (String price : List.of("size(deltagare) * 150.0", "size(deltagare) * 150")) {
      assertThat(GUIDE).contains("`" + price + "`");
      String pages = yaml.group(1).replace("size(deltagare) * 150.0", price);
      FormDefinition form =
          FormYaml.read(
              "pris.yaml",
              ("form: 1\nid: prov\nversion: 1\nlanguages: [sv]\n" + pages)
                  .getBytes(StandardCharsets.UTF_8),
              FormTexts.ofProperties(
                  Map.of(
                      "sv",
                      ("form.title=Pris\n" + texts.group(1)).getBytes(StandardCharsets.UTF_8))));
      FormRun run = FormRun.of(form, Clock.systemUTC());
      FormState state = run.start(Map.of());
      for (String row : List.of("1", "2")) {
        state = run.post(state, "deltagarna", PostedFields.with("_action", "add")).state();
        PostedFields name = PostedFields.with("fornamn", "Åsa", "efternamn", "Ek" + row);
        state = run.post(state, "deltagaren/" + row, name).state();
      }
      PageView view = PageView.of(Locale.forLanguageTag("sv"), "/pris", "");
      FormRenderer renderer = FormRenderer.of(run);
      assertThat(renderer.page(state, "deltagarna", view).value())
          .contains("Vilka ska vara med?", "Åsa Ek1", "Åsa Ek2", "Lägg till en deltagare till");
      assertThat(renderer.page(state, "pris", view).value()).containsPattern("300\\hkr");
      assertThat(FormLint.check(form)).isEmpty();
    }
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
  void the_look_of_the_reference_is_one_that_can_be_read() throws Exception {
    try (URLClassLoader loader = build()) {
      Class<?> looks = Class.forName("Looks", true, loader);
      var assets = looks.getDeclaredField("ASSETS");
      assets.setAccessible(true);
      WebAssets all = (WebAssets) assets.get(null);
      String sheet = all.href(WebAssets.DEFAULT_PATH, WebAssets.STYLESHEET);
      assertThat(sheet)
          .isNotEqualTo(WebAssets.standard().href(WebAssets.DEFAULT_PATH, WebAssets.STYLESHEET));
      Method shell = looks.getDeclaredMethod("shell", Locale.class);
      shell.setAccessible(true);
      PageShell of = (PageShell) shell.invoke(null, Locale.forLanguageTag("sv"));
      assertThat(of.render(Page.builder("start", "Start").build())).contains(sheet);
      assertThat(GUIDE)
          .contains(Theme.colourKeys().keySet().stream().map(k -> "`" + k + "`").toList());
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

  private URLClassLoader build() throws IOException {
    return build(files());
  }

  /** Writes the files of the guide and compiles them. */
  private URLClassLoader build(Map<String, String> files) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-classpath"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
    for (Map.Entry<String, String> file : files.entrySet()) {
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
