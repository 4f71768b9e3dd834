package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.testsupport.Judge;
import se.byggsten.testsupport.OutsideData;

/** What outside judges say of a package made here. */
@Tag("judges")
class PackageVerdictTest {
  /**
   * Rules of the Schematron that break on packages that the specification allows, and why. A rule
   * that is listed and no longer breaks fails the test too.
   */
  private static final Map<String, String> RULE_DEFECTS =
      Map.ofEntries(
          Map.entry("CSIP12", "fires on every CREATOR, also the submitting one of SIP15"),
          Map.entry("CSIP13", "fires on every CREATOR, also the submitting one of SIP15"),
          Map.entry("CSIP16", "fires on every CREATOR, also the submitting one of SIP15"),
          Map.entry("SIP2", "wants the address without a version; commons-ip wants that of 2.1.0"),
          Map.entry("SIP14", "asks for NOTETYPE without its name space, and of the software"),
          Map.entry("CSIP17", "a representation may leave its description to the package"),
          Map.entry("CSIP60", "a representation's documentation is the package's"),
          Map.entry("CSIP113", "a representation's schemas are the package's"),
          Map.entry("CSIP63", "optional for groups that are not content"),
          Map.entry("CSIP92", "a representation without descriptions lists none"),
          Map.entry("CSIP93", "a representation's documentation is the package's"),
          Map.entry("CSIP95", "a representation's documentation is the package's"),
          Map.entry("CSIP97", "a representation's schemas are the package's"),
          Map.entry("CSIP99", "a representation's schemas are the package's"),
          Map.entry("CSIP101", "wanted only without representations; contradicts CSIP105"),
          Map.entry("CSIP103", "wanted only without representations; contradicts CSIP107"),
          Map.entry("CSIP105", "looks for the divisions one level too deep"));

  @TempDir Path folder;

  @Test
  void commonsIpFindsTheZipValidWithoutErrors() throws IOException {
    Path zip = SamplePackage.builder().build().writeZip(folder.resolve("p.zip")).file();
    assertThat(commonsIp(zip)).contains("\"result\":\"VALID\"").contains("\"errors\":0");
  }

  @Test
  void commonsIpFindsAChangedByteInvalid() throws IOException {
    Path root = SamplePackage.builder().build().writeFolder(folder);
    Files.writeString(root.resolve("representations/rep2/data/answers.json"), "{\"å\": 2}");
    Path zip = folder.resolve("changed.zip");
    zip(root, zip);
    assertThat(commonsIp(zip)).contains("\"result\":\"INVALID\"");
  }

  @Test
  void schematronObjectsToNothingButItsOwnDefects() throws IOException {
    Path root = SamplePackage.builder().build().writeFolder(folder);
    Judge.Verdict verdict =
        Judge.schematron()
            .run(
                folder,
                OutsideData.judge("eark-schematron").getParent().toString(),
                root.resolve("METS.xml").toString(),
                root.resolve("representations/rep1/METS.xml").toString(),
                root.resolve("representations/rep2/METS.xml").toString());
    List<String> lines = new ArrayList<>(verdict.lines());
    assertThat(lines.remove(lines.size() - 1)).startsWith("JUDGED ");
    List<String> ids = lines.stream().map(line -> line.split(" ", 2)[0]).distinct().toList();
    assertThat(ids).containsExactlyInAnyOrderElementsOf(RULE_DEFECTS.keySet());
    // Only what the package's own METS lacks is listed for the representation's sake.
    assertThat(lines)
        .filteredOn(line -> line.matches("CSIP(17|60|113|92|93|95|97|99) .*"))
        .allMatch(line -> line.contains("representations"));
  }

  @Test
  void premisFollowsItsSchema() throws Exception {
    Path root = SamplePackage.builder().build().writeFolder(folder);
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var schema = factory.newSchema(premisWithoutXlink());
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(p -> p.getParent().endsWith("metadata/preservation")).toList();
    }
    assertThat(files).hasSize(4);
    for (Path file : files) {
      schema.newValidator().validate(new StreamSource(file.toFile()));
    }
  }

  /** The schema imports XLink from the web for attributes that our files do not use. */
  private StreamSource premisWithoutXlink() throws IOException {
    String text = Files.readString(OutsideData.judge("premis/premis-v3.xsd"));
    return new StreamSource(
        new java.io.StringReader(
            text.replaceAll("<xs:import[^>]*/>", "")
                .replaceAll("<xs:attribute ref=\"xlink:[^>]*/>", "")
                .replaceAll("<xs:attributeGroup ref=\"xlink:[^>]*/>", "")));
  }

  private String commonsIp(Path zip) throws IOException {
    Path work = Files.createTempDirectory(folder, "work");
    Judge.commonsIp()
        .run(
            work,
            "validate",
            "-i",
            zip.toString(),
            "-o",
            work.toString(),
            "--specification-version=2.1.0");
    try (Stream<Path> reports = Files.walk(work)) {
      Path report = reports.filter(p -> p.toString().endsWith(".json")).findFirst().orElseThrow();
      return Files.readString(report).replaceAll("\\s", "");
    }
  }

  private static void zip(Path root, Path zip) throws IOException {
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new java.util.zip.ZipEntry(root.getParent().relativize(file).toString()));
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
