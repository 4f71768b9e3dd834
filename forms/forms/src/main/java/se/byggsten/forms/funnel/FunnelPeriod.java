package se.byggsten.forms.funnel;

import java.util.List;

/**
 * How it went for the runs that were begun in some weeks; numbers are rounded as in {@link
 * FunnelPage}.
 *
 * @param from the first week, such as {@code 2026-W48}
 * @param to the last week, which may be the same
 * @param begun runs that were begun
 * @param sent of those, how many were sent
 * @param pages the applicant's pages in the order of the form, those of rows after that of their
 *     group
 */
public record FunnelPeriod(String from, String to, int begun, int sent, List<FunnelPage> pages) {
  /** Copies the list. */
  public FunnelPeriod {
    pages = List.copyOf(pages);
  }
}
