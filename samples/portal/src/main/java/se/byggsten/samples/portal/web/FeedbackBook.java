package se.byggsten.samples.portal.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import se.byggsten.postgres.StoreException;

/**
 * What people have said of the service: the day, a grade and their words, nothing of who it was.
 */
final class FeedbackBook {
  record Entry(LocalDate day, String grade, String text) {
    @Override
    public String toString() {
      return "Entry[" + day + ", " + grade + "]";
    }
  }

  private final DataSource dataSource;
  private final Clock clock;

  private FeedbackBook(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  static FeedbackBook open(DataSource dataSource, Clock clock) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS portal");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS portal.feedback ("
              + "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
              + "day date NOT NULL, grade text NOT NULL, words text NOT NULL)");
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
    return new FeedbackBook(dataSource, clock);
  }

  void add(String grade, String text) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO portal.feedback (day, grade, words) VALUES (?, ?, ?)")) {
      insert.setObject(1, LocalDate.ofInstant(clock.instant(), PortalTexts.SWEDEN));
      insert.setString(2, grade);
      insert.setString(3, text.replace("\0", ""));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  List<Entry> latest(int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT day, grade, words FROM portal.feedback ORDER BY id DESC LIMIT ?")) {
      select.setInt(1, limit);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(rows.getObject(1, LocalDate.class), rows.getString(2), rows.getString(3)));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
