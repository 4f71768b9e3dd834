package se.byggsten.postgres.internal;

import java.util.List;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Submission;

/** How long the texts of a case may be: far more than anybody means, far less than does harm. */
final class CaseTexts {
  /** Names, titles, keys. */
  static final int NAME = 1_000;

  /** What people write. */
  static final int PROSE = 100_000;

  private CaseTexts() {}

  /** Refuses a submission with a text that cannot be stored as it is. */
  static void check(Submission submission, String applicantName) {
    name("The e-service", submission.eService());
    name("The form's id", submission.form().id());
    name("The form's version", submission.form().version());
    name("The form's hash", submission.form().sha256());
    name("The sender's name", applicantName);
    name("The title", submission.title());
    name("The public title", submission.publicTitle());
    name("The classification", submission.retention().classification());
    name("The basis of the retention", submission.retention().basis());
    information(submission.information());
    submission.secrecyMark().map(SecrecyMark::provision).ifPresent(CaseTexts::provision);
    submission
        .documents()
        .forEach(
            document ->
                document.secrecyMark().map(SecrecyMark::provision).ifPresent(CaseTexts::provision));
  }

  /** Refuses facts with a text that cannot be stored as it is. */
  static void information(List<InformationFacts> information) {
    for (InformationFacts one : information) {
      name("A field's id", one.field());
      prose("A field's label", one.label());
      prose("A field's purpose", one.purpose());
      prose("A field's legal basis", one.legalBasis());
      provision(one.secrecy());
      name("A field's classification", one.classification());
    }
  }

  static String prose(String what, String text) {
    return StorableText.require(what, text, PROSE);
  }

  static String name(String what, String text) {
    return StorableText.require(what, text, NAME);
  }

  private static void provision(String text) {
    name("The provision of secrecy", text);
  }
}
