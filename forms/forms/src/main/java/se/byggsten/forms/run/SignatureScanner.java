package se.byggsten.forms.run;

import java.nio.charset.StandardCharsets;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner;

/**
 * Refuses files that hold the EICAR test string, and nothing else.
 *
 * <p>It proves that the scan is wired up; it is no virus scanner. Give {@link FormRun} a real one
 * in production. Source: EICAR anti-malware test file.
 */
public final class SignatureScanner implements AttachmentScanner {
  // In two parts, so that scanners do not take this class for the test file.
  private static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);

  private static final int BLOCK = 65_536;

  private SignatureScanner() {}

  /**
   * Returns the scanner.
   *
   * @return the scanner
   */
  public static SignatureScanner eicarOnly() {
    return new SignatureScanner();
  }

  @Override
  public Verdict scan(FileContent content) {
    // Blocks that overlap, so that the string is found across their edges.
    for (long at = 0; at < content.size(); at += BLOCK - EICAR.length) {
      byte[] block = content.read(at, BLOCK);
      for (int i = 0; i <= block.length - EICAR.length; i++) {
        if (block[i] == EICAR[0] && matches(block, i)) {
          return Verdict.HARMFUL;
        }
      }
    }
    return Verdict.CLEAN;
  }

  private static boolean matches(byte[] content, int at) {
    for (int i = 1; i < EICAR.length; i++) {
      if (content[at + i] != EICAR[i]) {
        return false;
      }
    }
    return true;
  }
}
