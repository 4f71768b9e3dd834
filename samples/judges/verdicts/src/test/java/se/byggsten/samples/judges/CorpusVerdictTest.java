package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageValidator;
import se.byggsten.testsupport.OutsideData;

/** Our validator against packages that others made and labelled, by the labelled requirement. */
@Tag("judges")
class CorpusVerdictTest {
  private static final Logger LOG = LoggerFactory.getLogger(CorpusVerdictTest.class);

  /** Labels that the packages themselves contradict, with the reason. */
  private static final Map<String, String> CONTRADICTED =
      Map.of(
          "CSIP8 mets-xml_metsHdr_LASTMODDATE_in_future", "the header has no LASTMODDATE",
          "CSIP41 valid_IP_with_SHOULD_MAY_1_rep", "SIZE is that of the file with other line ends",
          "CSIP54 valid_IP_with_SHOULD_MAY_1_rep", "SIZE is that of the file with other line ends",
          "CSIP66 minimal_IP_with_1_representation", "METS says METS.xsd, the folder mets.xsd",
          "CSIP71 minimal_IP_with_1_representation", "METS says METS.xsd, the folder mets.xsd");

  private record Label(String requirement, boolean valid, Path subject) {
    String key() {
      return requirement + " " + subject.getFileName().toString().replace(".zip", "");
    }
  }

  @TempDir Path folder;

  @Test
  void everyErrorLabelIsSeenAndNoValidPackageIsAccused() throws Exception {
    Path archive;
    try (Stream<Path> files = Files.list(OutsideData.corpus("eark"))) {
      archive = files.filter(p -> p.toString().endsWith(".tar.xz")).findFirst().orElseThrow();
    }
    unpack(archive);
    PackageValidator validator =
        PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, Clock.systemUTC());
    Map<Path, Set<String>> reported = new HashMap<>();
    List<String> missed = new ArrayList<>();
    List<String> accused = new ArrayList<>();
    Map<String, String> agreement = new TreeMap<>();
    List<Label> labels = labels();
    for (Label label : labels) {
      Set<String> ids =
          reported.computeIfAbsent(
              label.subject(),
              path ->
                  validator.validate(path).stream()
                      .map(f -> f.rule().value())
                      .collect(Collectors.toSet()));
      boolean agrees = ids.contains(label.requirement()) != label.valid();
      agreement.merge(label.requirement(), agrees ? "+" : "-", String::concat);
      if (!agrees && !CONTRADICTED.containsKey(label.key())) {
        (label.valid() ? accused : missed).add(label.key());
      }
    }
    LOG.warn("Corpus: {} labels, {} packages, {}", labels.size(), reported.size(), agreement);
    assertThat(labels).hasSizeGreaterThan(140);
    assertThat(missed).isEmpty();
    assertThat(accused).isEmpty();
  }

  private void unpack(Path archive) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(tar.exitValue()).as("tar with xz").isZero();
  }

  private List<Label> labels() throws Exception {
    List<Path> cases;
    try (Stream<Path> all = Files.walk(folder, 4)) {
      cases = all.filter(p -> p.endsWith("testCase.xml")).sorted().toList();
    }
    List<Label> labels = new ArrayList<>();
    for (Path file : cases) {
      Element root =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      String id = element(root, "id").getAttribute("requirementId");
      NodeList rules = root.getElementsByTagName("rule");
      for (int i = 0; i < rules.getLength(); i++) {
        Element rule = (Element) rules.item(i);
        if (element(rule, "error").getAttribute("level").equals("ERROR")) {
          add(labels, id, file.getParent(), rule.getElementsByTagName("package"));
        }
      }
    }
    return labels;
  }

  private static void add(List<Label> labels, String id, Path home, NodeList packages) {
    for (int i = 0; i < packages.getLength(); i++) {
      Element one = (Element) packages.item(i);
      boolean valid = one.getAttribute("isValid").equals("TRUE");
      Path path = home.resolve(valid ? "valid" : "invalid").resolve(one.getAttribute("name"));
      Path zip = Path.of(path + ".zip");
      if (one.getAttribute("isImplemented").equals("TRUE")
          && (Files.exists(path) || Files.exists(zip))) {
        labels.add(new Label(id, valid, Files.exists(path) ? path : zip));
      }
    }
  }

  private static Element element(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }
}
