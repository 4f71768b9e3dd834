package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.saml.lint.EntityRole;
import se.byggsten.saml.lint.SwedenConnectRequirement;
import se.byggsten.saml.lint.SwedenConnectRequirements;

/** The guide to login says of each requirement by which test it is shown, or why by none. */
class IdentityGuideTest {
  private static final String GUIDE = Tree.read(Tree.ROOT.resolve("docs/identity.md"));
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (SC-\\S+) \\| (\\w+) \\| (.*?) \\| (.*?) \\|$");
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

  @Test
  void theCodeOfTheGuideIsThatOfTheSample() {
    Path sample =
        Tree.ROOT.resolve("samples/jetty-login/src/main/java/se/byggsten/samples/jettylogin");
    for (String name : List.of("JettyLogin.java", "GreetingServlet.java", "Main.java")) {
      assertThat(GUIDE)
          .contains("`%s`\n```java\n%s```".formatted(name, Tree.read(sample.resolve(name))));
    }
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
