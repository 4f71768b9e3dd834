package se.byggsten.core.cases;

/** Says which authority receives a submission, when one service serves several. */
@FunctionalInterface
public interface AuthorityRule {
  /**
   * Returns the receiving authority.
   *
   * @param submission what came in
   * @return the authority whose diary, plan and secrecy apply
   */
  Authority receiving(Submission submission);
}
