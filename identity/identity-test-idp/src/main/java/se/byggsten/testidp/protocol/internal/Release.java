package se.byggsten.testidp.protocol.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which attributes a service may see by its entity categories and requested attributes.
 *
 * <p>Source: Entity Categories for the Swedish eID Framework, section 2, and the attribute sets
 * that it names.
 */
public final class Release {
  private static final Set<String> NATURAL_PERSON =
      Set.of("urn:oid:2.5.4.4", "urn:oid:2.5.4.42", "urn:oid:2.16.840.1.113730.3.1.241");
  private static final Set<String> ORGANISATIONAL =
      Set.of("urn:oid:2.16.840.1.113730.3.1.241", Names.AFFILIATION, "urn:oid:2.5.4.10");
  private static final String ACCEPTS =
      "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number";
  private static final String DATE_OF_BIRTH = "urn:oid:1.3.6.1.5.5.7.9.1";

  /** A number that is mapped is told with the processes by which that was done. */
  private static final Set<String> EIDAS =
      Set.of(
          "urn:oid:1.2.752.201.3.4",
          "urn:oid:1.2.752.201.3.5",
          "urn:oid:1.2.752.201.3.7",
          DATE_OF_BIRTH,
          "urn:oid:2.5.4.4",
          "urn:oid:2.5.4.42",
          "urn:oid:2.5.4.6",
          "urn:oid:1.2.752.201.3.2",
          "urn:oid:1.2.752.201.3.16",
          "urn:oid:1.2.752.201.3.6");

  private Release() {}

  /**
   * Returns those of the attributes that the service's metadata entitle it to; all of them when it
   * declares nothing, as services outside the framework do.
   */
  public static Map<String, String> byMetadata(
      Map<String, String> attributes, ServiceMetadata service) {
    if (isOutside(service)) {
      return attributes;
    }
    Set<String> allowed = new HashSet<>(service.requestedAttributes());
    for (String category : service.categories()) {
      String name = category.substring(category.lastIndexOf('/') + 1);
      if (name.endsWith("-pnr") || name.equals("eidas-pnr-delivery")) {
        allowed.addAll(NATURAL_PERSON);
        allowed.add(Names.NUMBER);
        allowed.add(DATE_OF_BIRTH);
      } else if (name.endsWith("-name")) {
        allowed.addAll(NATURAL_PERSON);
      } else if (name.endsWith("-orgid")) {
        allowed.addAll(ORGANISATIONAL);
      } else if (name.equals("eidas-naturalperson")) {
        allowed.addAll(EIDAS);
      }
    }
    Map<String, String> released = new HashMap<>(attributes);
    released.keySet().retainAll(allowed);
    return released;
  }

  /**
   * Whether the service must be told of nobody who has such a number (Entity Categories, section
   * 6.2): a coordination number, for a service that has not said that it takes them.
   */
  public static boolean isForbidden(Map<String, String> attributes, ServiceMetadata service) {
    String number = attributes.getOrDefault(Names.NUMBER, "");
    boolean coordination = number.length() == 12 && number.charAt(6) >= '6';
    return coordination && !isOutside(service) && !service.categories().contains(ACCEPTS);
  }

  private static boolean isOutside(ServiceMetadata service) {
    return service.categories().isEmpty() && service.requestedAttributes().isEmpty();
  }
}
