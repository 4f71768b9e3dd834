package se.byggsten.saml.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Reads identity providers from metadata, one entity or a whole federation. */
public final class MetadataParser {
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String RPI = "urn:oasis:names:tc:SAML:metadata:rpi";
  private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Instant at;
  private final IdentityProviderReader reader = new IdentityProviderReader();
  private final Map<String, IdentityProviderMetadata> found = new LinkedHashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private @Nullable Duration cacheDuration;

  private MetadataParser(Instant at) {
    this.at = at;
  }

  /**
   * Reads metadata that are valid at an instant; signed ones must say how long they hold.
   *
   * @throws SamlException with a code that begins with {@code SAML-METADATA}
   */
  public static ParsedMetadata parse(byte[] xml, MetadataTrust trust, Instant at) {
    Document document = document(xml);
    Element root = document.getDocumentElement();
    if (!isElement(root, "EntitiesDescriptor") && !isElement(root, "EntityDescriptor")) {
      throw content("The XML is not SAML 2.0 metadata");
    }
    if (trust.signed()) {
      requireSignature(document, trust);
    }
    Optional<Instant> end = validUntil(root, Optional.empty());
    requireValid(end, trust, at);
    MetadataParser parser = new MetadataParser(at);
    parser.collect(root, Optional.empty(), List.of());
    return new ParsedMetadata(
        List.copyOf(parser.found.values()),
        end,
        Optional.ofNullable(parser.cacheDuration),
        createdAt(root, at),
        parser.ambiguous.size());
  }

  private static Document document(byte[] xml) {
    try {
      return SafeXml.parse(xml, XmlLimits.METADATA);
    } catch (RefusedException e) {
      throw new SamlException(
          e.refusal() == SamlRefusal.TOO_LARGE ? MetadataErrors.TOO_LARGE : MetadataErrors.XML,
          "The metadata cannot be read as XML (" + e.refusal().code() + ")",
          e);
    }
  }

  private static void requireSignature(Document document, MetadataTrust trust) {
    try {
      MetadataSignature.require(document, trust.signers());
    } catch (RefusedException e) {
      throw new SamlException(
          MetadataErrors.SIGNATURE,
          "The metadata are not signed by the expected key (" + e.refusal().code() + ")",
          e);
    }
  }

  private static void requireValid(Optional<Instant> end, MetadataTrust trust, Instant at) {
    if (end.isEmpty() && trust.signed()) {
      throw content("The signed metadata do not say until when they are valid");
    }
    if (end.filter(instant -> !at.isBefore(instant)).isPresent()) {
      throw new SamlException(
          MetadataErrors.EXPIRED, "The metadata are not valid any more: fetch the newest");
    }
    if (end.isPresent()
        && trust.maxValidity().filter(max -> end.get().isAfter(at.plus(max))).isPresent()) {
      throw new SamlException(
          MetadataErrors.VALIDITY,
          "The metadata say that they are valid for longer than is believed: ask the federation,"
              + " or set a longer validity");
    }
  }

  private void collect(Element element, Optional<Instant> outer, List<Duration> durations) {
    Optional<Instant> end = validUntil(element, outer);
    if (end.filter(instant -> !at.isBefore(instant)).isPresent()) {
      return;
    }
    List<Duration> inside = with(durations, element);
    if (isElement(element, "EntityDescriptor")) {
      for (Element role : Signatures.children(element, MD, "IDPSSODescriptor")) {
        if (!saysItsEndOrNone(role)) {
          return;
        }
        Optional<Instant> roleEnd = validUntil(role, end);
        if (protocols(role).contains(PROTOCOL) && roleEnd.map(at::isBefore).orElse(true)) {
          Optional<IdentityProviderMetadata> read = reader.read(element, role, roleEnd);
          if (read.isPresent()) {
            // Of several such roles the first counts, as with any other thing said twice.
            add(read.get(), with(inside, role));
            return;
          }
        }
      }
      return;
    }
    for (String name : List.of("EntityDescriptor", "EntitiesDescriptor")) {
      Signatures.children(element, MD, name).stream()
          .filter(MetadataParser::saysItsEndOrNone)
          .forEach(child -> collect(child, end, inside));
    }
  }

  /** One broken entity must not take away the others, and has no end that we could honour. */
  private static boolean saysItsEndOrNone(Element element) {
    return !element.hasAttribute("validUntil")
        || instant(element.getAttribute("validUntil")).isPresent();
  }

  /**
   * A name that is declared twice is used only when both say the same keys and addresses.
   *
   * <p>Else nobody can tell who it belongs to, and to choose would be to guess.
   */
  private void add(IdentityProviderMetadata one, List<Duration> durations) {
    IdentityProviderMetadata before = found.get(one.entityId());
    if (ambiguous.contains(one.entityId())) {
      return;
    }
    if (before == null) {
      found.put(one.entityId(), one);
      durations.forEach(this::shorten);
    } else if (!before.singleSignOn().equals(one.singleSignOn())
        || !before.signingKeys().equals(one.signingKeys())) {
      found.remove(one.entityId());
      ambiguous.add(one.entityId());
    }
  }

  private void shorten(Duration duration) {
    if (cacheDuration == null || duration.compareTo(cacheDuration) < 0) {
      cacheDuration = duration;
    }
  }

  private static List<Duration> with(List<Duration> outer, Element element) {
    Optional<Duration> own = XmlDuration.parse(element.getAttribute("cacheDuration"));
    if (own.isEmpty()) {
      return outer;
    }
    List<Duration> all = new ArrayList<>(outer);
    all.add(own.get());
    return all;
  }

  private static List<String> protocols(Element role) {
    return List.of(role.getAttribute("protocolSupportEnumeration").strip().split("\\s+", -1));
  }

  /**
   * Returns when the metadata were made; nothing of the future, which would make all that come
   * after them look old.
   */
  private static Optional<Instant> createdAt(Element root, Instant at) {
    for (Element extensions : Signatures.children(root, MD, "Extensions")) {
      for (Element info : Signatures.children(extensions, RPI, "PublicationInfo")) {
        return instant(info.getAttribute("creationInstant"))
            .filter(created -> !created.isAfter(at.plus(CLOCKS_DIFFER)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> validUntil(Element element, Optional<Instant> outer) {
    if (!element.hasAttribute("validUntil")) {
      return outer;
    }
    Instant own =
        instant(element.getAttribute("validUntil"))
            .orElseThrow(() -> content("A validUntil of the metadata is no instant"));
    return outer.filter(end -> !end.isAfter(own)).or(() -> Optional.of(own));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isElement(Element element, String name) {
    return MD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static SamlException content(String message) {
    return new SamlException(MetadataErrors.CONTENT, message);
  }
}
