package se.byggsten.samples.judges.verapdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Starts veraPDF: each PDF against each flavour.
 *
 * <p>Arguments: flavours with commas, such as {@code 2a,ua1}, then the files. One line for each
 * verdict and each failed rule. Exits 0 when all comply, 1 when one does not, 2 when it cannot
 * judge.
 */
public final class Main {
  private Main() {}

  /**
   * Judges the files.
   *
   * @param args the flavours and the files
   */
  public static void main(String[] args) {
    VeraGreenfieldFoundryProvider.initialise();
    boolean complies = true;
    try {
      for (int i = 1; i < args.length; i++) {
        for (String flavour : args[0].split(",")) {
          complies &= judge(Path.of(args[i]), PDFAFlavour.byFlavourId(flavour));
        }
      }
    } catch (IOException | VeraPDFException | RuntimeException e) {
      System.err.println("Cannot judge: " + e);
      System.exit(2);
    }
    System.exit(complies ? 0 : 1);
  }

  private static boolean judge(Path file, PDFAFlavour flavour)
      throws IOException, VeraPDFException {
    try (var in = Files.newInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(
          (result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId() + " " + file.getFileName());
      for (TestAssertion test : result.getTestAssertions()) {
        if (test.getStatus() == TestAssertion.Status.FAILED) {
          System.out.println(
              "  "
                  + test.getRuleId().getClause()
                  + "/"
                  + test.getRuleId().getTestNumber()
                  + " "
                  + test.getMessage());
        }
      }
      return result.isCompliant();
    }
  }
}
