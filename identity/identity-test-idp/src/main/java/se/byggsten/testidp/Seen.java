package se.byggsten.testidp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.internal.HttpFetch;
import se.byggsten.testidp.protocol.TestIdpException;

/** What an attack that was posted led to. */
record Seen(TestPage page, List<Evidence> evidence) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What asks for a page. */
  interface Asking {
    TestPage ask();
  }

  /** Asks, and keeps what is of interest in what came back. */
  static Seen of(Asking asking) {
    long before = System.nanoTime();
    TestPage page;
    try {
      page = asking.ask();
    } catch (TestIdpException silent) {
      // Whether the service has only hung up, or is gone, shows when it is asked next.
      HttpFetch.Answer none = new HttpFetch.Answer(URI.create("about:blank"), 0, Map.of(), "");
      Evidence evidence = new Evidence("silent", String.valueOf(silent.getMessage()));
      return new Seen(new TestPage(none), List.of(evidence));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("answered", Integer.toString(page.status())));
    String said = AttackedService.beginning(page);
    if (!said.isEmpty()) {
      evidence.add(new Evidence("said", said));
    }
    if (page.status() / 100 == 5) {
      evidence.add(new Evidence("server-error", Integer.toString(page.status())));
    }
    if (took.compareTo(PATIENCE) > 0) {
      evidence.add(new Evidence("slow", Long.toString(took.toSeconds())));
    }
    return new Seen(page, evidence);
  }

  @Override
  public String toString() {
    return "Seen" + evidence;
  }
}
