package se.byggsten.testidp.protocol.internal;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes, encrypts and signs answers. */
public final class AnswerWriter {
  private AnswerWriter() {}

  /** Returns an answer with an encrypted assertion, not yet signed. */
  public static String success(AnswerDraft draft, ServiceMetadata service) {
    return encrypted(draft.response(List.of(Names.SUCCESS), draft.assertion()), service);
  }

  /** Returns an answer with an assertion that everybody can read, not yet signed. */
  public static String unencrypted(AnswerDraft draft) {
    return draft.response(List.of(Names.SUCCESS), draft.assertion());
  }

  /** Returns an answer without an assertion, not yet signed. */
  public static String error(AnswerDraft draft, String topStatus, String secondStatus) {
    return draft.response(List.of(topStatus, secondStatus), "");
  }

  /** Returns the answer with every assertion in it encrypted, as the service's metadata want it. */
  public static String encrypted(String xml, ServiceMetadata service) {
    Document document = Xml.parse(xml);
    for (Element assertion : Xml.children(document.getDocumentElement(), Names.SAML, "Assertion")) {
      XmlEncryption.encrypt(
          assertion, "EncryptedAssertion", XmlEncryption.Method.of(service), service);
    }
    return Xml.write(document);
  }

  /** Returns the answer with a signature over all of it. */
  public static String signed(String xml, XmlSignatures.Maker maker) {
    Document document = Xml.parse(xml);
    XmlSignatures.sign(document.getDocumentElement(), maker);
    return Xml.write(document);
  }

  /** Returns the answer with a signature over its first assertion, which must be in the clear. */
  public static String assertionSigned(String xml, XmlSignatures.Maker maker) {
    Document document = Xml.parse(xml);
    XmlSignatures.sign(
        Xml.children(document.getDocumentElement(), Names.SAML, "Assertion").get(0), maker);
    return Xml.write(document);
  }
}
