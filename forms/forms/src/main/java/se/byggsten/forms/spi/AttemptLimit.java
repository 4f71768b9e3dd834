package se.byggsten.forms.spi;

/**
 * Says whether somebody may try a secret once more: a resume code, or the passphrase of a file.
 *
 * <p>Called before each try. May be called from many threads.
 */
@FunctionalInterface
public interface AttemptLimit {
  /** Lets everything through, for where something before the service counts already. */
  AttemptLimit NONE = (kind, who) -> true;

  /**
   * Counts a try and says whether it may be made.
   *
   * @param kind what is tried, such as {@code resume-code}
   * @param who who tries, as far as the service knows, such as a network address; or what is tried
   *     on. Personal data: kept only as a keyed hash
   * @return false when it is to wait
   */
  boolean permits(String kind, String who);
}
