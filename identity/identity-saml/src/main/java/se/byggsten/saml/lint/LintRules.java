package se.byggsten.saml.lint;

/** Some requirements that belong together, as rules. */
interface LintRules {
  /** Concludes on each of its requirements that concerns the subject's role. */
  void judge(Subject subject, Conclusions conclusions);
}
