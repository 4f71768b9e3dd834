package se.byggsten.samples.portal.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.servlet.FormHttp;

/**
 * A form of 500 questions and 200 stored rows, over loopback on the portal's servlet container: ten
 * posts a second of a page of 20, each read from and written to a stored draft.
 *
 * <p>Time runs from when a post is due, so that one which waits for another counts in full.
 */
class FormLoadTest {
  private static final Logger LOG = LoggerFactory.getLogger(FormLoadTest.class);
  private static final int CITIZENS = 20;
  private static final int PER_SECOND = 10;
  private static final int WARM_UP = 300;

  @Test
  @Tag("judges")
  void six_seconds_of_posts_are_answered_in_time() throws Exception {
    assertThat(p99(6)).isLessThanOrEqualTo(100);
  }

  @Test
  @Tag("endurance")
  void two_minutes_of_posts_are_answered_in_time() throws Exception {
    assertThat(p99(120)).isLessThanOrEqualTo(100);
  }

  private static double p99(int seconds) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new LargeFormServlet()), "/");
    server.setHandler(context);
    server.start();
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(PER_SECOND);
    try {
      Citizens citizens = new Citizens(connector.getLocalPort());
      for (int i = 0; i < WARM_UP; i++) {
        citizens.post(i);
      }
      int posts = seconds * PER_SECOND;
      long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      List<ScheduledFuture<Long>> answers = new ArrayList<>();
      for (int i = 0; i < posts; i++) {
        int number = i;
        long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
        answers.add(
            clients.schedule(
                () -> {
                  citizens.post(number);
                  return System.nanoTime() - due;
                },
                due - System.nanoTime(),
                TimeUnit.NANOSECONDS));
      }
      List<Double> milliseconds = new ArrayList<>();
      for (ScheduledFuture<Long> answer : answers) {
        milliseconds.add(answer.get(seconds + 30L, TimeUnit.SECONDS) / 1e6);
      }
      milliseconds.sort(null);
      double p99 = milliseconds.get((int) Math.ceil(posts * 0.99) - 1);
      LOG.info(
          "{} posts: median {} ms, p99 {} ms, worst {} ms",
          posts,
          Math.round(milliseconds.get(posts / 2)),
          Math.round(p99),
          Math.round(milliseconds.get(posts - 1)));
      return p99;
    } finally {
      clients.shutdownNow();
      server.stop();
    }
  }

  /** Twenty citizens, each with a draft of their own, on a page after another. */
  private static final class Citizens {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Citizens(int port) {
      this.port = port;
    }

    void post(int number) throws IOException, InterruptedException {
      int page = number / CITIZENS % LargeForm.PAGES;
      StringBuilder body = new StringBuilder("_csrf=t");
      LargeForm.answers("f" + page + "x", "Nytt å " + number + " ")
          .forEach(
              (name, values) ->
                  body.append('&')
                      .append(name)
                      .append('=')
                      .append(URLEncoder.encode(values.get(0), StandardCharsets.UTF_8)));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:"
                              + port
                              + "/sida"
                              + page
                              + "?citizen="
                              + number % CITIZENS))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .timeout(Duration.ofSeconds(20))
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("<form method=\"post\"");
    }
  }

  /** Reads the draft, takes the post, writes the draft and shows the page that follows. */
  private static final class LargeFormServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient FormRun run = LargeForm.run();
    private final transient FormRenderer renderer = FormRenderer.of(run);
    private final transient Map<String, byte[]> drafts = new ConcurrentHashMap<>();

    LargeFormServlet() {
      byte[] draft = run.write(LargeForm.answered(run));
      for (int i = 0; i < CITIZENS; i++) {
        drafts.put(Integer.toString(i), draft);
      }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String citizen = request.getQueryString().replace("citizen=", "");
      String page = request.getRequestURI().substring(1);
      StepResult step;
      try (PostedFields posted = FormHttp.read(request, run.form().page(page).orElseThrow())) {
        step = run.post(run.read(drafts.get(citizen)), page, posted);
      }
      drafts.put(citizen, run.write(step.state()));
      PageView view = PageView.of(Locale.forLanguageTag("sv"), "", "t").after(step);
      response.setContentType("text/html;charset=utf-8");
      byte[] html =
          renderer
              .page(step.state(), step.page().orElseThrow(), view)
              .value()
              .getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(html);
    }
  }
}
