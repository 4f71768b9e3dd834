package se.byggsten.web.page;

/**
 * When the script asks whether the citizen is still there (WCAG 2.2, 2.2.1).
 *
 * @param secondsLeft seconds until the session ends
 * @param warnSeconds how many seconds before that the question is asked, at least 20
 * @param keepAliveHref what the script gets to stay; it only renews the session
 * @param endedHref where the page goes when the session has ended
 */
public record SessionTimeout(
    int secondsLeft, int warnSeconds, String keepAliveHref, String endedHref) {
  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException when there are fewer than 20 seconds to answer
   */
  public SessionTimeout {
    if (warnSeconds < 20 || secondsLeft < warnSeconds) {
      throw new IllegalArgumentException(
          "WCAG 2.2.1 gives at least 20 seconds to answer, within the session");
    }
  }
}
