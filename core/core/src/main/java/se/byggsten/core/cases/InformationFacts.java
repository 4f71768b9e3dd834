package se.byggsten.core.cases;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What a form's definition says of one kind of information in a case: why it was asked for, and
 * what is to become of it.
 *
 * <p>It tells of the question, never of an answer, so it holds no personal data. It goes with the
 * case to the archive, where it is needed long after the form is gone. Empty texts say nothing.
 * Sources: dataskyddsförordningen (EU) 2016/679 art. 5.1 b, 6 and 9, offentlighets- och
 * sekretesslagen (2009:400), arkivlagen (1990:782) 6 and 10 §§.
 *
 * @param field the id of the field in the form that the case names, such as {@code namn}
 * @param label what was asked, in the language that the applicant used
 * @param purpose what it is used for
 * @param legalBasis the provision that allows it
 * @param personalData what kind of personal data the answers are
 * @param secrecy the provision of secrecy, such as {@code 26 kap. 1 § OSL}
 * @param retention what becomes of it
 * @param disposeAfter the term; there when it is disposed of, and only then
 * @param classification the code in the classification scheme, such as {@code 3.7.2}
 */
public record InformationFacts(
    String field,
    String label,
    String purpose,
    String legalBasis,
    PersonalData personalData,
    String secrecy,
    RetentionAction retention,
    Optional<Period> disposeAfter,
    String classification) {
  /**
   * Checks that it can be followed.
   *
   * @throws IllegalArgumentException when there is no field, when there is a term and no disposal
   *     or the other way round, or when the term is none by {@link RetentionRule#isTerm}
   */
  public InformationFacts {
    if (field.isBlank()) {
      throw new IllegalArgumentException("Say which field the facts are of");
    }
    if (disposeAfter.isPresent() != (retention == RetentionAction.DISPOSE)) {
      throw new IllegalArgumentException("What is disposed of has a term, and nothing else has");
    }
    if (disposeAfter.isPresent() && !RetentionRule.isTerm(disposeAfter.get())) {
      throw new IllegalArgumentException(RetentionRule.NO_TERM);
    }
  }

  /**
   * Returns the SHA-256 over facts in their order, by which a journal vouches for them.
   *
   * @param all the facts
   * @return 64 lower-case hexadecimal digits
   */
  public static String sha256(List<InformationFacts> all) {
    PartsHash parts = new PartsHash("byggsten-information-1");
    for (InformationFacts one : all) {
      parts
          .add(one.field)
          .add(one.label)
          .add(one.purpose)
          .add(one.legalBasis)
          .add(one.personalData.name())
          .add(one.secrecy)
          .add(one.retention.name())
          .add(one.disposeAfter.map(Period::toString).orElse(""))
          .add(one.classification);
    }
    return parts.hex();
  }
}
