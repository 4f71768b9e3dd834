package se.byggsten.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import se.byggsten.conformance.ConformanceException;
import se.byggsten.conformance.ConformanceReport;

/**
 * The files of a report.
 *
 * @param html the page for people
 * @param json the data for programs
 * @param junit the XML for build servers
 */
public record ReportFiles(Path html, Path json, Path junit) {
  /**
   * Writes {@code report.html}, {@code report.json} and {@code junit.xml} to a folder.
   *
   * <p>Each file is whole or not there: it is written beside and moved into place.
   *
   * @param report the report
   * @param folder the folder, made when it does not exist
   * @return the files
   * @throws ConformanceException {@code CONFORMANCE-REPORT-NOT-WRITTEN}
   */
  public static ReportFiles write(ConformanceReport report, Path folder) {
    try {
      Files.createDirectories(folder);
      return new ReportFiles(
          write(folder.resolve("report.html"), HtmlReport.render(report)),
          write(folder.resolve("report.json"), JsonReport.render(report)),
          write(folder.resolve("junit.xml"), JUnitReport.render(report)));
    } catch (IOException e) {
      throw new ConformanceException(
          ConformanceException.REPORT_NOT_WRITTEN,
          "The reports could not be written; choose a folder that can be written to",
          e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
