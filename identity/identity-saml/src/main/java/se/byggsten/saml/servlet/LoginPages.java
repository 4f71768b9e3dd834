package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.OutgoingRequest;

/** What a service does when a login has ended. */
public interface LoginPages {
  /**
   * Opens a session and sends the browser on, most often to {@link LoginResult#returnTo()}.
   *
   * @param result who has logged in
   * @param request the request
   * @param response the response, to which nothing has been written
   * @throws IOException when the response cannot be written
   */
  void success(LoginResult.Success result, HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /**
   * Writes the page whose form carries a request to the identity provider, where it does not go by
   * redirect; {@link SamlPages#carrying} makes the form.
   *
   * @param request what the browser is to post
   * @param from the request of the browser
   * @param response the response; a Content Security Policy must allow forms to the destination
   * @throws IOException when the response cannot be written
   */
  void carry(OutgoingRequest.Post request, HttpServletRequest from, HttpServletResponse response)
      throws IOException;

  /**
   * Writes the page that says why and what to do.
   *
   * @param result why the login was refused
   * @param request the request
   * @param response the response, with its status set
   * @throws IOException when the response cannot be written
   */
  void refused(LoginResult.Refused result, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
