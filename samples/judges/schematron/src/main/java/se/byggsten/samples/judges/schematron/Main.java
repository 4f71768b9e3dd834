package se.byggsten.samples.judges.schematron;

import com.helger.commons.io.resource.FileSystemResource;
import com.helger.schematron.svrl.SVRLFailedAssert;
import com.helger.schematron.svrl.SVRLHelper;
import com.helger.schematron.svrl.jaxb.SchematronOutputType;
import com.helger.schematron.sch.SchematronResourceSCH;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;

/**
 * Runs the Schematron rules of E-ARK on METS files.
 *
 * <p>Arguments: the folder of judges' files, then the METS files. The rules leave places for
 * vocabularies, which are filled in here. One line for each failed rule: id, role, file, place.
 * Exits 0 when it has judged, 2 when it cannot.
 */
public final class Main {
  private static final Pattern TERM = Pattern.compile("<Term[^>]*>([^<]*)</Term>");

  private Main() {}

  /**
   * Judges the files.
   *
   * @param args the folder of judges' files and the METS files
   */
  public static void main(String[] args) {
    try {
      run(Path.of(args[0]), Stream.of(args).skip(1).map(Path::of).toList());
    } catch (Exception e) {
      System.err.println("Cannot judge: " + e);
      System.exit(2);
    }
    System.exit(0);
  }

  private static void run(Path judges, List<Path> files) throws Exception {
    Path rules = judges.resolve("eark-schematron/V2.1.0");
    List<Path> schemas;
    try (Stream<Path> all = Files.walk(rules)) {
      schemas = all.filter(p -> p.toString().endsWith("_rules.xml")).sorted().toList();
    }
    Map<String, String> places = places(judges.resolve("eark-vocabularies"));
    int asserts = 0;
    for (Path schema : schemas) {
      String text = Files.readString(schema);
      for (Map.Entry<String, String> place : places.entrySet()) {
        text = text.replace(place.getKey(), place.getValue());
      }
      Path filled = Files.createTempFile("rules", ".sch");
      try {
        Files.writeString(filled, text);
        SchematronResourceSCH compiled =
            new SchematronResourceSCH(new FileSystemResource(filled.toFile()));
        if (!compiled.isValidSchematron()) {
          throw new IOException("The rules cannot be compiled: " + rules.relativize(schema));
        }
        for (Path file : files) {
          SchematronOutputType output =
              compiled.applySchematronValidationToSVRL(new StreamSource(file.toFile()));
          if (output == null) {
            throw new IOException("The rules cannot be run: " + rules.relativize(schema));
          }
          asserts++;
          for (SVRLFailedAssert failed : SVRLHelper.getAllFailedAssertions(output)) {
            System.out.println(
                failed.getID() + " " + failed.getRole() + " " + file + " "
                    + failed.getLocation());
          }
        }
      } finally {
        Files.deleteIfExists(filled);
      }
    }
    System.out.println("JUDGED " + asserts + " pairs of rules and files");
  }

  private static Map<String, String> places(Path folder) throws IOException {
    return Map.of(
        "@TYPE_vocabulary_test",
        oneOf("@TYPE", folder.resolve("CSIPVocabularyContentCategory.xml")),
        "@csip:CONTENTINFORMATIONTYPE_vocabulary_test",
        oneOf(
            "@csip:CONTENTINFORMATIONTYPE",
            folder.resolve("CSIPVocabularyContentInformationType.xml")),
        "@csip:OAISPACKAGETYPE_vocabulary_test",
        oneOf("@csip:OAISPACKAGETYPE", folder.resolve("CSIPVocabularyOAISPackageType.xml")),
        "@STATUS_vocabulary_test",
        oneOf("@STATUS", folder.resolve("CSIPVocabularyStatus.xml")),
        // IANA's list is not among the judges' files: here it is enough that the form is right.
        "@MIMETYPE_IANA_test",
        "matches(@MIMETYPE, '^[a-z]+/[A-Za-z0-9.+-]+$')");
  }

  private static String oneOf(String attribute, Path vocabulary) throws IOException {
    Matcher terms = TERM.matcher(Files.readString(vocabulary));
    String values =
        terms
            .results()
            .map(term -> attribute + " = '" + term.group(1).strip().replace("'", "") + "'")
            .collect(Collectors.joining(" or "));
    return "(" + values + ")";
  }
}
