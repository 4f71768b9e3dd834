package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;
import se.byggsten.forms.post.PostException;

/**
 * Answers every request by its route, and turns what goes wrong into a page that says what to do.
 */
final class PagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PagesServlet.class);

  private final transient PortalServices services;
  private final transient Routes routes;

  PagesServlet(PortalServices services, Routes routes) {
    this.services = services;
    this.routes = routes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange fallback = new Exchange(services, request, response, Map.of());
    String path = request.getRequestURI();
    Optional<Routes.Match> match = routes.find(request.getMethod(), path);
    if (match.isEmpty()) {
      List<String> others = routes.methodsOf(path);
      if (others.isEmpty()) {
        fallback.notFound();
      } else {
        response.setHeader("Allow", String.join(", ", others));
        ErrorPages.show(fallback, ErrorPages.Kind.METHOD);
      }
      return;
    }
    try {
      match.get().action().answer(new Exchange(services, request, response, match.get().path()));
    } catch (ByggstenException refused) {
      ErrorPages.Kind kind = ErrorPages.kindOf(refused.code());
      if (kind == ErrorPages.Kind.FAILURE || kind == ErrorPages.Kind.BUSY) {
        LOG.error("{} on {}", refused.code(), match.get().action().getClass().getSimpleName());
        LOG.debug("Stack", refused);
      }
      if (!response.isCommitted()) {
        response.resetBuffer();
        if (refused instanceof PostException post && !post.isBodyRead()) {
          // The sender may still be sending; what comes after would be taken for a request.
          response.setHeader("Connection", "close");
        }
        ErrorPages.show(fallback, kind);
      }
    } catch (RuntimeException unforeseen) {
      // The kind alone: the message of somebody else's exception may hold what the citizen wrote.
      boolean unreadable = unforeseen instanceof HttpException bad && bad.getCode() < 500;
      if (!unreadable) {
        LOG.error("Unforeseen {} at {}", unforeseen.getClass().getName(), firstOwnLine(unforeseen));
      }
      if (!response.isCommitted()) {
        response.resetBuffer();
        ErrorPages.show(
            fallback, unreadable ? ErrorPages.Kind.BAD_REQUEST : ErrorPages.Kind.FAILURE);
      }
    }
  }

  private static String firstOwnLine(Throwable thrown) {
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().startsWith("se.byggsten")) {
        return element.toString();
      }
    }
    return "unknown";
  }
}
