package se.byggsten.saml.internal;

import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Judges a tree by limits, and refuses an id that is given twice; no tree is too deep for it. */
final class TreeLimits {
  private final XmlLimits limits;
  private final Set<String> ids = new HashSet<>();
  private int elements;
  private int attributes;

  private TreeLimits(XmlLimits limits) {
    this.limits = limits;
  }

  static void require(Document document, XmlLimits limits) {
    TreeLimits judge = new TreeLimits(limits);
    Node node = document.getFirstChild();
    int depth = 1;
    while (node != null) {
      judge.count(node, depth);
      Node child = node.getFirstChild();
      if (child != null) {
        node = child;
        depth++;
      } else {
        Node from = node;
        while (from != null && from.getNextSibling() == null) {
          from = from.getParentNode();
          depth--;
        }
        node = from == null ? null : from.getNextSibling();
      }
    }
  }

  private void count(Node node, int depth) {
    if (node.getNodeType() == Node.ELEMENT_NODE) {
      elements++;
      count(node.getAttributes());
      requireWithin(depth <= limits.depth());
    } else if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
      elements++;
    }
    requireWithin(elements <= limits.elements() && attributes <= limits.attributes());
  }

  private void count(NamedNodeMap named) {
    int length = named.getLength();
    attributes += length;
    for (int i = 0; i < length; i++) {
      Node attribute = named.item(i);
      if (SafeXml.ID_NAMES.contains(attribute.getLocalName())
          && !ids.add(attribute.getNodeValue())) {
        throw new RefusedException(SamlRefusal.DUPLICATE_ID);
      }
    }
  }

  private static void requireWithin(boolean within) {
    if (!within) {
      throw new RefusedException(SamlRefusal.TOO_LARGE);
    }
  }
}
