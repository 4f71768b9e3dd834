package se.byggsten.testidp;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;

/** The elements of a message that can be signed, wherever they stand. */
final class Signed {
  private Signed() {}

  static List<Element> elements(Element root) {
    List<Element> all = new ArrayList<>();
    all.add(root);
    all.addAll(Xml.all(root, Names.SAMLP, "Response"));
    all.addAll(Xml.all(root, Names.SAML, "Assertion"));
    return all;
  }
}
