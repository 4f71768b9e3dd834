package se.byggsten.web;

/** A part of a page that knows its own markup. */
@FunctionalInterface
public interface Component {
  /**
   * Returns the markup.
   *
   * @return the same markup each time
   */
  Html toHtml();
}
