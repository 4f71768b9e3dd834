package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.saml.lint.EntityRole;
import se.byggsten.saml.lint.SwedenConnectRequirement;
import se.byggsten.saml.lint.SwedenConnectRequirements;

/** The guide to login says of each requirement by which test it is shown, or why by none. */
class IdentityGuideTest {
  private static final String GUIDE = Tree.read(Tree.ROOT.resolve("docs/identity.md"));
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (SC-\\S+) \\| (\\w+) \\| (.*?) \\| (.*?) \\|$");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>"
              + "(?:<version>([^<]+)</version>)?(?:<scope>([^<]+)</scope>)?</dependency>");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

  @Test
  void everyRequirementOnAServiceStandsInTheTable() {
    List<SwedenConnectRequirement> ofServices =
        SwedenConnectRequirements.version("1.9").all().stream()
            .filter(requirement -> requirement.roles().contains(EntityRole.SP))
            .toList();
    assertThat(rows().keySet())
        .containsExactlyElementsOf(
            ofServices.stream().map(requirement -> requirement.id().value()).toList());
    for (SwedenConnectRequirement requirement : ofServices) {
      assertThat(GUIDE)
          .contains(
              "| %s | %s | %s |"
                  .formatted(requirement.id(), requirement.strength(), requirement.text("en")));
    }
  }

  @Test
  void everyTestInTheTableIsThere() {
    Map<String, String> sources = new HashMap<>();
    for (Path file : Tree.files("Test.java")) {
      sources.put(String.valueOf(file.getFileName()).replace(".java", ""), Tree.read(file));
    }
    rows()
        .forEach(
            (id, shownBy) -> {
              Matcher test = TEST.matcher(shownBy);
              int tests = 0;
              while (test.find()) {
                tests++;
                assertThat(sources).as(id).containsKey(test.group(1));
                if (test.group(2) != null) {
                  assertThat(sources.get(test.group(1)))
                      .as(id)
                      .containsPattern("void " + test.group(2) + "\\(");
                }
              }
              assertThat(tests > 0 || shownBy.endsWith("."))
                  .as("%s is shown by a test, or a sentence says why not", id)
                  .isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "samples/jetty-login/src/main/java/se/byggsten/samples/jettylogin, JettyLogin.java",
    "samples/jetty-login/src/main/java/se/byggsten/samples/jettylogin, GreetingServlet.java",
    "samples/jetty-login/src/main/java/se/byggsten/samples/jettylogin, Main.java",
    "samples/jetty-login/src/test/java/se/byggsten/samples/jettylogin, JettyLoginTest.java",
    "samples/spring-boot/src/main/java/se/byggsten/samples/springboot, SpringLogin.java",
    "samples/spring-boot/src/main/java/se/byggsten/samples/springboot, GreetingController.java",
    "samples/spring-boot/src/main/java/se/byggsten/samples/springboot, Main.java"
  })
  void theCodeOfTheGuideIsThatOfTheSample(String folder, String name) {
    assertThat(GUIDE)
        .contains(
            "`%s`\n```java\n%s```".formatted(name, read(folder + "/" + name)),
            "`" + folder.substring(folder.indexOf("src/")) + "`");
  }

  @Test
  void theProjectOfTheGuideIsThatOfTheSampleInTheVersionsOfTheHouse() {
    String house = read("pom.xml");
    Set<String> wanted = new TreeSet<>();
    wanted.add("org.junit.jupiter:junit-jupiter:" + property(house, "junit.version") + ":test");
    wanted.add("org.assertj:assertj-core:" + property(house, "assertj.version") + ":test");
    for (Dependency ours : dependencies(read("samples/jetty-login/pom.xml"))) {
      boolean own = ours.group().equals("se.byggsten");
      wanted.add(ours.in(own ? "" : managed(house, ours.artifact())));
    }
    String pom = project();
    assertThat(dependencies(pom).stream().map(one -> one.in(one.version())))
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(pom)
        .contains(
            "<artifactId>byggsten-bom</artifactId><version>%s</version>"
                .formatted(first(house, "<version>([^<]+)</version>")));
    for (String plugin :
        List.of("maven-compiler-plugin", "maven-surefire-plugin", "exec-maven-plugin")) {
      String version = "<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)</version>";
      assertThat(first(pom, version)).as(plugin).isEqualTo(first(house, version));
    }
    String release = property(house, "maven.compiler.release");
    assertThat(property(pom, "maven.compiler.source")).isEqualTo(release);
    assertThat(property(pom, "maven.compiler.target")).isEqualTo(release);
  }

  @Test
  void theVersionOfSpringBootIsTheSamples() {
    String starter =
        "<groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId>"
            + "<version>([^<]+)</version>";
    assertThat(first(GUIDE, starter))
        .isEqualTo(first(read("samples/spring-boot/pom.xml"), starter));
  }

  @Test
  void theReadmeLeadsToTheGuideAndNamesEachCommand() {
    assertThat(read("README.md"))
        .contains("](docs/identity.md)", "`" + first(GUIDE, "(mvn install [^\n]+)\n") + "`")
        .contains("saml lint-metadata", "saml verify-response", "saml test-idp", "saml attack");
    assertThat(read("byggsten")).contains("lint-metadata, verify-response, test-idp, attack");
  }

  private record Dependency(String group, String artifact, String version, String scope) {
    String in(String resolved) {
      return group + ":" + artifact + ":" + resolved + ":" + scope;
    }
  }

  private static List<Dependency> dependencies(String pom) {
    return DEPENDENCY
        .matcher(pom)
        .results()
        .map(
            found ->
                new Dependency(
                    found.group(1),
                    found.group(2),
                    Objects.requireNonNullElse(found.group(3), ""),
                    Objects.requireNonNullElse(found.group(4), "")))
        .toList();
  }

  private static String managed(String house, String artifact) {
    return property(
        house, first(house, "<artifactId>" + artifact + "</artifactId><version>\\$\\{([^}]+)}"));
  }

  private static String project() {
    return first(GUIDE, "(?s)`pom.xml`\n```xml\n(.*?)```");
  }

  private static String property(String pom, String name) {
    return first(pom, "<" + Pattern.quote(name) + ">([^<]+)<");
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String read(String path) {
    return Tree.read(Tree.ROOT.resolve(path));
  }

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(GUIDE);
    while (row.find()) {
      assertThat(rows.put(row.group(1), row.group(4))).as(row.group(1)).isNull();
    }
    return rows;
  }
}
