package se.byggsten.forms.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.post.PostException;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.run.PostedFields;

/**
 * Reads posts under a servlet container.
 *
 * <p>The body is read here and nowhere else: a filter before it that calls {@code getParameter}
 * leaves nothing to read.
 */
public final class FormHttp {
  private final PostReader reader;

  private FormHttp(PostLimits limits) {
    this.reader = PostReader.within(limits);
  }

  /**
   * Returns a reader of posts.
   *
   * @param limits how much a post may hold
   * @return the reader
   */
  public static FormHttp within(PostLimits limits) {
    return new FormHttp(limits);
  }

  /**
   * Reads the post of a request.
   *
   * @param request the request, whose body nobody has read
   * @return what was posted, to be closed when its files have been put away
   * @throws PostException with the status to answer
   * @throws IOException when the connection is lost
   */
  public PostedFields read(HttpServletRequest request) throws IOException {
    return read(reader, request);
  }

  /**
   * Reads the post of a page, within the limits that its fields set.
   *
   * @param request the request, whose body nobody has read
   * @param page the page that was posted
   * @return what was posted, to be closed when its files have been put away
   * @throws PostException with the status to answer
   * @throws IOException when the connection is lost
   */
  public static PostedFields read(HttpServletRequest request, PageDefinition page)
      throws IOException {
    return read(PostReader.within(PostLimits.of(page)), request);
  }

  private static PostedFields read(PostReader reader, HttpServletRequest request)
      throws IOException {
    // The header as it came: getContentType of some containers fails on an unknown charset.
    return reader.read(request.getHeader("Content-Type"), request.getInputStream());
  }

  /**
   * Returns the status to answer when a form refuses a post.
   *
   * @param refused what was thrown
   * @return 400 for what no honest browser posts, 404 for an unknown page, 409 for a run of another
   *     version, 410 for one that cannot be read
   */
  public static int status(FormException refused) {
    if (refused.code().equals(FormException.UNKNOWN_PAGE)) {
      return 404;
    }
    if (refused.code().equals(FormException.OTHER_FORM)) {
      return 409;
    }
    return refused.code().equals(FormException.STATE)
            || refused.code().equals(FormException.ATTACHMENT_GONE)
        ? 410
        : 400;
  }
}
