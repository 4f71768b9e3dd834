package se.byggsten.diary;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import se.byggsten.postgres.DatabaseSchema;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.postgres.testing.Submissions;
import se.byggsten.postgres.testing.TestDatabase;

/** A diary with the case store that it is a hook of. */
final class TestDiary implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  final TestDatabase database = TestDatabase.with("diary", TestDiary::migrate);
  final PostgresDiary diary = PostgresDiary.on(database.dataSource(), CLOCK).build();
  final PostgresCases cases =
      PostgresCases.on(database.dataSource(), CLOCK)
          .hook(diary)
          .receivedBy(submission -> Submissions.KFN);

  static void migrate(DataSource dataSource) {
    DatabaseSchema.migrate(dataSource);
    DiarySchema.migrate(dataSource);
  }

  @Override
  public void close() {
    database.close();
  }
}
