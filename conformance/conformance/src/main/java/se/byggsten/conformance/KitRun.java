package se.byggsten.conformance;

/**
 * By what a subject is judged.
 *
 * @param profile the requirements that it is judged by
 * @param target what is checked, as an address without query
 * @param service the name of the service
 * @param acceptances what is accepted unverified
 */
public record KitRun(Profile profile, String target, String service, Acceptances acceptances) {
  /**
   * Judges without acceptances.
   *
   * @param profile the requirements that it is judged by
   * @param target what is checked, as an address without query
   * @param service the name of the service
   */
  public KitRun(Profile profile, String target, String service) {
    this(profile, target, service, Acceptances.NONE);
  }
}
