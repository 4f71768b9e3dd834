package se.byggsten.conformance.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.HttpProbeException;
import se.byggsten.conformance.http.internal.PageDocument;

/** Gathers pages and answers while the walk goes on. */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceWalk.class);

  private final String origin;
  final List<ObservedPage> pages = new ArrayList<>();
  final Map<Probe, List<Exchange>> probes = new EnumMap<>(Probe.class);
  final List<String> notes = new ArrayList<>();

  Recorder(URI base) {
    this.origin = HttpBrowser.origin(base);
  }

  boolean own(Exchange exchange) {
    return HttpBrowser.origin(exchange.uri()).equals(origin);
  }

  PageRole role(Exchange exchange) {
    return exchange.isHtml() && own(exchange)
        ? PageRole.of(PageDocument.parse(exchange.text()).role())
        : PageRole.UNKNOWN;
  }

  Exchange page(Exchange exchange, boolean loggedIn) {
    pages.add(new ObservedPage(role(exchange), loggedIn, own(exchange), exchange));
    return exchange;
  }

  /** Makes a probe; what cannot be made leaves no trace but a note. */
  void probe(Probe probe, Supplier<Exchange> attempt) {
    try {
      Exchange exchange = attempt.get();
      probes.computeIfAbsent(probe, p -> new ArrayList<>()).add(exchange);
    } catch (HttpProbeException e) {
      LOG.debug("The probe {} gave no answer: {}", probe, e.code());
      notes.add("Försöket " + probe + " gav inget svar (" + e.code() + ")");
    }
  }

  void note(String note) {
    notes.add(note);
  }
}
