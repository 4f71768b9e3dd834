package se.byggsten.samples.portal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.samples.portal.web.TestPortal;

/**
 * A form of 500 questions and 200 stored rows in the whole portal, over loopback: ten posts a
 * second of a page of 20, each into a sealed draft in PostgreSQL, by citizens who have logged in.
 *
 * <p>Time runs from when a post is due, so that one which waits for another counts in full, until
 * the page that the post leads to has come.
 */
class FormLoadTest {
  private static final int PER_SECOND = 10;

  @Test
  @Tag("judges")
  void six_seconds_of_posts_are_answered_though_others_build_beside() {
    assertThat(p99(6)).isLessThanOrEqualTo(1000);
  }

  @Test
  @Tag("endurance")
  void two_minutes_of_posts_are_answered_in_time() {
    assertThat(p99(120)).isLessThanOrEqualTo(100);
  }

  private static double p99(int seconds) {
    Clock clock = Clock.systemUTC();
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(PER_SECOND);
    try (TestPortal portal =
        TestPortal.start(clock, config -> config.form(LargeForm.definition()))) {
      List<LoadCitizen> citizens = LoadCitizen.all(portal);
      int posts = seconds * PER_SECOND;
      long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      List<ScheduledFuture<Long>> answers = new ArrayList<>();
      for (int i = 0; i < posts; i++) {
        LoadCitizen citizen = citizens.get(i % citizens.size());
        long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
        answers.add(
            clients.schedule(
                () -> {
                  citizen.post();
                  return System.nanoTime() - due;
                },
                due - System.nanoTime(),
                TimeUnit.NANOSECONDS));
      }
      return p99(answers, seconds);
    } finally {
      clients.shutdownNow();
    }
  }

  private static double p99(List<ScheduledFuture<Long>> answers, int seconds) {
    List<Double> milliseconds = new ArrayList<>();
    for (ScheduledFuture<Long> answer : answers) {
      try {
        milliseconds.add(answer.get(seconds + 30L, TimeUnit.SECONDS) / 1e6);
      } catch (Exception e) {
        throw new AssertionError("A post was not answered", e);
      }
    }
    milliseconds.sort(null);
    int posts = milliseconds.size();
    double p99 = milliseconds.get((int) Math.ceil(posts * 0.99) - 1);
    String figures =
        String.format(
            Locale.ROOT,
            "| posts | seconds | median | p99 | worst |%n|---|---|---|---|---|%n"
                + "| %d | %d | %.0f ms | %.0f ms | %.0f ms |%n",
            posts,
            seconds,
            milliseconds.get(posts / 2),
            p99,
            milliseconds.get(posts - 1));
    try {
      Files.writeString(Path.of("target", "form-load-" + posts + ".md"), figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return p99;
  }
}
