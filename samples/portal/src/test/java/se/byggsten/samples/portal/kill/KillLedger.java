package se.byggsten.samples.portal.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/** What the database and the archive folder hold in the end, read past the portal's own code. */
final class KillLedger {
  private final DataSource database;

  KillLedger(DataSource database) {
    this.database = database;
  }

  /** Returns the diary numbers of all cases. */
  List<String> caseNumbers() {
    return texts("select diary_text from byggsten.cases order by diary_sequence");
  }

  /** Returns the numbers of the diary's entries of first documents. */
  List<String> diaryNumbers() {
    return texts(
        "select number from byggsten_diary.entry where document_number = 1 order by sequence");
  }

  /** Returns numbers that should have been given but do not exist. */
  List<String> gaps() {
    return texts(
        """
        select s.authority_code || ' ' || s.year || ' ' || n
        from byggsten_diary.series s, generate_series(1, s.last) n
        where not exists (select 1 from byggsten_diary.entry e
          where e.authority_code = s.authority_code and e.year = s.year and e.sequence = n)
        """);
  }

  /** Returns how much is still to be done after the commits. */
  long waiting() {
    return Long.parseLong(
        texts("select count(*) from byggsten.outbox where done_at is null").get(0));
  }

  /** Returns the codes of what is waiting, for the message when it takes too long. */
  List<String> waitingErrors() {
    return texts(
        "select coalesce(last_error, 'not tried') || ' ' || attempts"
            + " from byggsten.outbox where done_at is null");
  }

  /** Returns the cases whose journal does not hold exactly one entry of a kind. */
  List<String> casesWithoutExactlyOne(String kind) {
    return texts(
        "select c.diary_text from byggsten.cases c where (select count(*) from byggsten.journal j"
            + " where j.case_id = c.id and j.kind = '"
            + kind
            + "') <> 1");
  }

  private List<String> texts(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /**
   * Returns the text of the METS file of each package in the folder; nothing half may lie there.
   */
  static List<String> packages(Path archive) {
    try (Stream<Path> delivered = Files.list(archive)) {
      List<String> mets = new ArrayList<>();
      for (Path one : delivered.toList()) {
        String name = String.valueOf(one.getFileName());
        if (name.endsWith(".zip")) {
          mets.add(metsOf(one));
          assertThat(one.resolveSibling(name.replace(".zip", ".receipt"))).exists();
        } else {
          assertThat(name).as("beside the packages lie their receipts alone").endsWith(".receipt");
        }
      }
      return mets;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String metsOf(Path zip) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream unzip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = unzip.getNextEntry(); entry != null; entry = unzip.getNextEntry()) {
        if (entry.getName().matches("[^/]+/METS\\.xml|METS\\.xml")) {
          return new String(unzip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("No METS.xml in " + zip);
  }
}
