package se.byggsten.conformance.walk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.conformance.http.FormData;

/** The files that the walk uploads. */
final class TestFiles {
  private static final Pattern SIZE =
      Pattern.compile("(?iu)(\\d{1,4})(?:[.,]\\d+)?\\s*(kB|kb|MB|MiB|megabyte|kilobyte)");
  private static final int LARGEST = 60 << 20;

  private TestFiles() {}

  /** A small document that is what it says. */
  static FormData.Upload document() {
    return new FormData.Upload("intyg.pdf", "application/pdf", pdf());
  }

  /** The head of a Windows program under the name of a document. */
  static FormData.Upload lying() {
    byte[] program = new byte[512];
    program[0] = 'M';
    program[1] = 'Z';
    byte[] stub = "This program cannot be run in DOS mode.".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(stub, 0, program, 78, stub.length);
    return new FormData.Upload("intyg.pdf", "application/pdf", program);
  }

  /**
   * A document one megabyte above the limit that the page states; ten megabytes when it states
   * none.
   */
  static FormData.Upload oversize(String pageText) {
    long limit = Math.min(stated(pageText), LARGEST);
    byte[] start = pdf();
    byte[] content = Arrays.copyOf(start, (int) limit + (1 << 20));
    Arrays.fill(content, start.length, content.length, (byte) ' ');
    return new FormData.Upload("stort-intyg.pdf", "application/pdf", content);
  }

  /** The greatest size that the text states, in bytes. */
  static long stated(String text) {
    long greatest = 0;
    Matcher m = SIZE.matcher(text);
    while (m.find()) {
      boolean mega = m.group(2).toLowerCase(java.util.Locale.ROOT).startsWith("m");
      greatest = Math.max(greatest, Long.parseLong(m.group(1)) * (mega ? 1 << 20 : 1 << 10));
    }
    return greatest == 0 ? 10 << 20 : greatest;
  }

  private static byte[] pdf() {
    String[] objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
    };
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = pdf.length();
    pdf.append("xref\n0 4\n").append(table);
    pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n").append(start).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
