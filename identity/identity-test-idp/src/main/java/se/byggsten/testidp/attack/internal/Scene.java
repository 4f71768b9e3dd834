package se.byggsten.testidp.attack.internal;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.IdpKey;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Request;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/**
 * A login that an attacker has begun and can end in the right way, and what they have for more.
 *
 * @param request the request of the service
 * @param issuer the entityID of the identity provider
 * @param key the identity provider's key, which the service trusts
 * @param strangers gives a key that nobody trusts
 * @param siblings gives another identity provider of the same metadata
 * @param now what time it is
 * @param level the level of the login
 * @param attributes the attributes of the attacker
 * @param listener an address of ours that nobody has a reason to ask
 */
public record Scene(
    Request request,
    String issuer,
    IdpKey key,
    Supplier<IdpKey> strangers,
    Supplier<Sibling> siblings,
    Instant now,
    String level,
    Map<String, String> attributes,
    URI listener) {
  private static final String VICTIM = "198103302389";
  private static final String OTHER_VICTIM = "197805142382";
  private static final String PRID = "urn:oid:1.2.752.201.3.4";

  /** A key that nobody trusts. */
  public IdpKey stranger() {
    return strangers.get();
  }

  /**
   * Another identity provider that the service may trust too.
   *
   * @param issuer its entityID
   * @param key its key
   */
  public record Sibling(String issuer, IdpKey key) {}

  Sibling sibling() {
    return siblings.get();
  }

  ServiceMetadata service() {
    return request.service();
  }

  /** What the identity provider would answer. */
  AnswerDraft draft() {
    return AnswerDraft.to(request, issuer, now, level, attributes);
  }

  /** What the attacker wishes that it had answered: another person. */
  AnswerDraft victim() {
    Map<String, String> others = new HashMap<>(attributes);
    others.computeIfPresent(
        Names.NUMBER, (name, own) -> VICTIM.equals(own) ? OTHER_VICTIM : VICTIM);
    others.computeIfPresent(Names.AFFILIATION, (name, own) -> "nagon-annan" + scopeOf(own));
    others.computeIfPresent(PRID, (name, own) -> own.substring(0, 3) + "0000000000");
    return AnswerDraft.to(request, issuer, now, level, others);
  }

  XmlSignatures.Maker maker() {
    return XmlSignatures.Maker.of(key);
  }

  /** The right answer: the response signed, the assertion encrypted. */
  String right() {
    return signed(draft());
  }

  /** A draft as an answer with an encrypted assertion, signed by the identity provider. */
  String signed(AnswerDraft draft) {
    return signed(AnswerWriter.success(draft, service()));
  }

  String signed(String xml) {
    return AnswerWriter.signed(xml, maker());
  }

  /** A draft as an answer in the clear whose assertion alone is signed. */
  String assertionSigned(AnswerDraft draft) {
    return AnswerWriter.assertionSigned(AnswerWriter.unencrypted(draft), maker());
  }

  String encrypted(AnswerDraft draft) {
    return AnswerWriter.success(draft, service());
  }

  static Element assertionOf(Document document) {
    return Xml.children(document.getDocumentElement(), Names.SAML, "Assertion").get(0);
  }

  static Element signatureOf(Element element) {
    return Xml.children(element, Names.DS, "Signature").get(0);
  }

  /** Puts an element after the issuer, where a signature belongs. */
  static void afterIssuer(Element parent, Element child) {
    List<Element> issuer = Xml.children(parent, Names.SAML, "Issuer");
    parent.insertBefore(child, issuer.get(0).getNextSibling());
  }

  private static String scopeOf(String affiliation) {
    return affiliation.substring(affiliation.lastIndexOf('@'));
  }

  @Override
  public String toString() {
    return "Scene[masked]";
  }
}
