package se.byggsten.testidp.protocol.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import se.byggsten.testidp.protocol.TestIdpException;

/**
 * The services that are answered, as they stand when one request comes.
 *
 * <p>A source that cannot be had or read stops none of the others: it is told of only when nobody
 * else is who asks.
 */
public final class KnownServices {
  private static final int LONGEST_NAME = 200;

  private final List<MetadataSource> sources;

  /** Creates the services of these sources. */
  public KnownServices(List<MetadataSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** A service and where its metadata came from. */
  private record Found(ServiceMetadata service, MetadataSource source) {}

  /** What a look through the sources gave. */
  private record Look(Optional<Found> found, Set<String> others, List<String> problems) {}

  /**
   * Returns the service of this name when it has made the request; metadata that were fetched and
   * do not hold the name, or the key, are fetched once more.
   *
   * @param name the entityID that the request gives
   * @param isMaker whether a key of the service has signed the request
   * @throws TestIdpException when no service has this name, or another key has signed
   */
  ServiceMetadata maker(String name, Predicate<ServiceMetadata> isMaker) {
    Look look = look(name);
    boolean right = look.found().filter(found -> isMaker.test(found.service())).isPresent();
    if (!right && renew(look)) {
      look = look(name);
      right = look.found().filter(found -> isMaker.test(found.service())).isPresent();
    }
    Look seen = look;
    Found found = seen.found().orElseThrow(() -> unknown(name, seen));
    if (!right) {
      throw new TestIdpException(
          "The request of %s is not signed by the service: it was signed with another key than in the metadata %s, or changed after that. If the service has new keys, its metadata must hold them"
              .formatted(shown(name), found.source().origin()));
    }
    return found.service();
  }

  private boolean renew(Look look) {
    boolean changed = false;
    for (MetadataSource source :
        look.found().map(found -> List.of(found.source())).orElse(sources)) {
      changed |= source.renew();
    }
    return changed;
  }

  private Look look(String name) {
    Set<String> others = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (MetadataSource source : sources) {
      try {
        for (ServiceMetadata service : ServiceMetadata.read(source.xml())) {
          if (service.entityId().equals(name)) {
            return new Look(Optional.of(new Found(service, source)), Set.of(), List.of());
          }
          others.add(shown(service.entityId()));
        }
      } catch (TestIdpException e) {
        problems.add(e.reason());
      }
    }
    return new Look(Optional.empty(), others, problems);
  }

  private static TestIdpException unknown(String name, Look look) {
    String known = look.others().isEmpty() ? "none" : String.join(", ", look.others());
    String problems =
        look.problems().isEmpty()
            ? ""
            : ". Not all that it was told of can be read: " + String.join("; ", look.problems());
    return new TestIdpException(
        "The service %s is not known here: give its metadata to the test identity provider. Known: %s%s"
            .formatted(shown(name), known, problems));
  }

  /** A name comes from outside, and stands on a page and a console. */
  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }
}
