package se.byggsten.samples.benchmarks;

/** A form service: takes the body of a post and answers with a page. */
public interface Service {
  /**
   * Takes a post of the first page.
   *
   * @param body application/x-www-form-urlencoded in UTF-8
   * @return the content of the page that follows: the same with errors, else the next
   */
  String post(byte[] body);
}
