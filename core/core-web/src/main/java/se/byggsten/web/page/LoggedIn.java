package se.byggsten.web.page;

/**
 * Who is logged in, and how to log out.
 *
 * @param name the name to show
 * @param logoutAction where the log-out form is posted
 * @param csrfField the name of the field with the token
 * @param csrfToken the token
 */
public record LoggedIn(String name, String logoutAction, String csrfField, String csrfToken) {
  /** Leaves out the name and the token. */
  @Override
  public String toString() {
    return "LoggedIn";
  }
}
