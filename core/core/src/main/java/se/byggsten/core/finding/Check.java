package se.byggsten.core.finding;

/**
 * Verifies one requirement of a subject.
 *
 * <p>A check does not throw for what it finds wrong: it answers with a result. What it cannot see
 * is {@link Verdict#NOT_VERIFIED}.
 *
 * @param <S> what is checked: a running service, a package, a form definition
 */
public interface Check<S> {
  /**
   * Returns the requirement that this check verifies.
   *
   * @return its id
   */
  RequirementId requirement();

  /**
   * Runs the check.
   *
   * @param subject what is checked
   * @return what was concluded
   */
  CheckResult run(S subject);
}
