package se.byggsten.saml;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Changes a message as a tree: moves, copies, renames and wraps what stands in it. */
final class TreeMutations {
  private static final List<String> NAMESPACES =
      List.of(
          Dom.SAML,
          Dom.SAMLP,
          Dom.DS,
          "http://www.w3.org/2001/04/xmlenc#",
          "urn:x",
          "urn:oasis:names:tc:SAML:1.0:assertion");
  private static final List<String> NAMES =
      List.of(
          "Assertion",
          "EncryptedAssertion",
          "Advice",
          "Extensions",
          "Object",
          "Attribute",
          "AttributeValue",
          "AttributeStatement",
          "AuthnStatement",
          "NameID",
          "Signature",
          "SignedInfo",
          "Reference",
          "Transform",
          "EncryptedData",
          "EncryptedKey",
          "CipherReference",
          "RetrievalMethod",
          "Condition",
          "Response");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "#",
          "#x",
          "198303012390",
          "http://id.elegnamnden.se/loa/1.0/loa4",
          "2026-11-22T10:15:30Z",
          "9999-12-31T23:59:59Z",
          "-1",
          "http://www.w3.org/2000/09/xmldsig#sha1",
          "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
          "http://www.w3.org/TR/1999/REC-xslt-19991116",
          "http://www.w3.org/TR/1999/REC-xpath-19991116",
          "http://www.w3.org/2001/04/xmlenc#rsa-1_5",
          "file:///etc/hostname",
          "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key");

  private final SplittableRandom random;

  TreeMutations(SplittableRandom random) {
    this.random = random;
  }

  /** Returns the changed message, or the same when a tree cannot be so. */
  String mutate(String xml, String other) {
    try {
      Document document = Dom.parse(xml);
      change(document, other);
      return Dom.write(document);
    } catch (DOMException | AssertionError notATree) {
      return xml;
    }
  }

  private void change(Document document, String other) {
    List<Element> all = elements(document);
    Element one = any(all);
    Element two = any(all);
    switch (random.nextInt(14)) {
      case 0 -> one.appendChild(two);
      case 1 -> one.appendChild(two.cloneNode(true));
      case 2 -> one.getParentNode().insertBefore(two.cloneNode(true), one);
      case 3 -> one.getParentNode().removeChild(one);
      case 4 -> one.getParentNode().replaceChild(two.cloneNode(true), one);
      case 5 -> rename(document, one);
      case 6 -> wrap(document, one);
      case 7 -> changeAttribute(one);
      case 8 -> one.setAttribute(random.nextBoolean() ? "ID" : "Id", idOf(two));
      case 9 -> swapTexts(one, two);
      case 10 -> splitText(document, one);
      case 11 -> one.setTextContent(any(VALUES));
      case 12 -> graft(document, one, other, true);
      default -> graft(document, one, other, false);
    }
  }

  private void rename(Document document, Element one) {
    String namespace = random.nextBoolean() ? one.getNamespaceURI() : any(NAMESPACES);
    String name = random.nextBoolean() ? one.getLocalName() : any(NAMES);
    document.renameNode(one, namespace, random.nextBoolean() ? name : "y:" + name);
  }

  private void wrap(Document document, Element one) {
    Node parent = one.getParentNode();
    Element wrapper = document.createElementNS(any(NAMESPACES), "w:" + any(NAMES));
    parent.replaceChild(wrapper, one);
    wrapper.appendChild(one);
    if (random.nextBoolean() && parent != document) {
      parent.insertBefore(one.cloneNode(true), wrapper);
    }
  }

  private void changeAttribute(Element one) {
    NamedNodeMap attributes = one.getAttributes();
    if (attributes.getLength() == 0) {
      one.setAttribute("ID", "_x");
      return;
    }
    Attr attribute = (Attr) attributes.item(random.nextInt(attributes.getLength()));
    switch (random.nextInt(3)) {
      case 0 -> one.removeAttributeNode(attribute);
      case 1 -> attribute.setValue(any(VALUES));
      default -> one.setAttributeNS("urn:x", "y:" + attribute.getLocalName(), attribute.getValue());
    }
  }

  private static String idOf(Element element) {
    String id = element.getAttribute("ID");
    return id.isEmpty() ? "_x" : id;
  }

  private static void swapTexts(Element one, Element two) {
    if (hasTextAlone(one) && hasTextAlone(two)) {
      String text = one.getTextContent();
      one.setTextContent(two.getTextContent());
      two.setTextContent(text);
    }
  }

  private static boolean hasTextAlone(Element element) {
    return element.getElementsByTagNameNS("*", "*").getLength() == 0;
  }

  /** Canonicalization drops comments and joins sections, so a signature may hold over this. */
  private void splitText(Document document, Element one) {
    String text = one.getTextContent();
    if (text.isEmpty() || !hasTextAlone(one)) {
      one.appendChild(document.createComment("x"));
      return;
    }
    int at = random.nextInt(text.length());
    one.setTextContent(text.substring(0, at));
    one.appendChild(
        switch (random.nextInt(3)) {
          case 0 -> document.createComment("x");
          case 1 -> document.createProcessingInstruction("x", "y");
          default -> document.createCDATASection("");
        });
    one.appendChild(
        random.nextBoolean()
            ? document.createTextNode(text.substring(at))
            : document.createCDATASection(text.substring(at)));
  }

  private void graft(Document document, Element one, String other, boolean inPlaceOfOne) {
    Element foreign = any(elements(Dom.parse(other)));
    Node imported = document.importNode(foreign, true);
    if (inPlaceOfOne) {
      one.getParentNode().replaceChild(imported, one);
    } else {
      one.appendChild(imported);
    }
  }

  private static List<Element> elements(Document document) {
    List<Element> all = new ArrayList<>();
    var found = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
