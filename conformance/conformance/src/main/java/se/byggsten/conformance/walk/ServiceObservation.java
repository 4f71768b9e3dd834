package se.byggsten.conformance.walk;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.TlsProbe;
import se.byggsten.core.manifest.EServiceManifest;

/**
 * All that was seen of a service on one walk; the checks read it and nothing else.
 *
 * @param base the address of the service
 * @param manifest its manifest
 * @param today the day of the walk, in Sweden
 * @param pages the citizen's straight way, in order
 * @param transcript every exchange of the first person's straight way, redirects and login too
 * @param probes what else was tried, and what came back
 * @param tls what the server offers of TLS; empty over plain HTTP
 * @param archived the archive package; empty when none was found in time
 * @param notes what hindered the walk, in Swedish; without personal data
 */
public record ServiceObservation(
    URI base,
    EServiceManifest manifest,
    LocalDate today,
    List<ObservedPage> pages,
    List<Exchange> transcript,
    Map<Probe, List<Exchange>> probes,
    Optional<TlsProbe> tls,
    Optional<ObservedPackage> archived,
    List<String> notes) {

  /** Copies the collections. */
  public ServiceObservation {
    pages = List.copyOf(pages);
    transcript = List.copyOf(transcript);
    Map<Probe, List<Exchange>> copy = new EnumMap<>(Probe.class);
    probes.forEach((probe, exchanges) -> copy.put(probe, List.copyOf(exchanges)));
    probes = Map.copyOf(copy);
    notes = List.copyOf(notes);
  }

  /**
   * Returns the pages of a role.
   *
   * @param role the role
   * @return in the order they were met
   */
  public List<ObservedPage> pages(PageRole role) {
    return pages.stream().filter(p -> p.role() == role).toList();
  }

  /**
   * Returns the answers to a probe.
   *
   * @param probe the probe
   * @return empty when it could not be made
   */
  public List<Exchange> probe(Probe probe) {
    return probes.getOrDefault(probe, List.of());
  }

  /**
   * Returns every page of HTML that the service itself gave, on the straight way and to probes.
   *
   * @return in no particular order of time
   */
  public List<Exchange> ownHtml() {
    return Stream.concat(
            pages.stream().filter(ObservedPage::own).map(ObservedPage::exchange),
            probes.values().stream().flatMap(List::stream).filter(this::isOwn))
        .filter(Exchange::isHtml)
        .toList();
  }

  /**
   * Returns whether the exchange was with the service itself.
   *
   * @param exchange an exchange
   * @return false for the login's own site
   */
  public boolean isOwn(Exchange exchange) {
    return se.byggsten.conformance.http.HttpBrowser.origin(exchange.uri())
        .equals(se.byggsten.conformance.http.HttpBrowser.origin(base));
  }

  /**
   * Returns whether the walk came to a receipt.
   *
   * @return true when it did
   */
  public boolean reachedReceipt() {
    return !pages(PageRole.RECEIPT).isEmpty();
  }

  @Override
  public String toString() {
    return "ServiceObservation[" + base + ", " + pages.size() + " pages]";
  }
}
