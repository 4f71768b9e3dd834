package se.byggsten.postgres.internal;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import se.byggsten.core.cases.AuthorityRule;
import se.byggsten.core.spi.CaseHook;

/**
 * The parts that a case store is made of.
 *
 * @param intake accepts
 * @param handling changes
 * @param queries reads
 */
public record CaseParts(Intake intake, Handling handling, Queries queries) {
  /**
   * Puts the parts together.
   *
   * @param dataSource a migrated database
   * @param clock the time of registration
   * @param rule which authority receives
   * @param hooks in their order
   * @return the parts
   */
  public static CaseParts of(
      DataSource dataSource, Clock clock, AuthorityRule rule, List<CaseHook> hooks) {
    Database database = Database.on(dataSource);
    Hooks called = new Hooks(hooks);
    return new CaseParts(
        new Intake(database, clock, rule, called),
        new Handling(database, clock, called),
        new Queries(database));
  }
}
