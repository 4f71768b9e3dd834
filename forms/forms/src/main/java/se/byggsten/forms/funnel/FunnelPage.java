package se.byggsten.forms.funnel;

import java.util.OptionalInt;
import se.byggsten.forms.PageKind;

/**
 * How it went on a page; each number is rounded down to a multiple of {@link
 * FunnelReport#atLeast()}, and 0 stands for fewer than that.
 *
 * @param page the id of the page
 * @param kind its kind; to stop at an {@link PageKind#EXIT} is what it is for
 * @param reached runs whose answers led there
 * @param completed of those, how many are done with it
 * @param left of those, how many stand there and were not sent
 */
public record FunnelPage(String page, PageKind kind, int reached, int completed, int left) {
  /**
   * Returns how large a part of those that reached the page stopped there.
   *
   * @return per cent, from the rounded numbers; empty when one of them is not shown
   */
  public OptionalInt leftShare() {
    return left == 0 || reached == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.round(100f * left / reached));
  }
}
