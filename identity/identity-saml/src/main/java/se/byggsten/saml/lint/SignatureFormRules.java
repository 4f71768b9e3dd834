package se.byggsten.saml.lint;

import java.util.List;
import java.util.Optional;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/**
 * The form of a signature on metadata (SC-19).
 *
 * <p>Whether it is genuine takes the signer's key, which the lint does not have.
 */
final class SignatureFormRules implements LintRules {
  static final String ID = "SC-19b";

  private static final String ENVELOPED = Names.DS + "enveloped-signature";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    judge(subject.entity(), conclusions);
  }

  static void judge(XmlNode signed, Conclusions conclusions) {
    List<XmlNode> signatures = signed.children(Names.DS, "Signature");
    if (signatures.isEmpty()) {
      conclusions.notApplicable(ID, "na.signature");
    }
    signatures.stream()
        .flatMap(signature -> signature.children(Names.DS, "SignedInfo").stream())
        .forEach(info -> judge(signed, info, conclusions));
    conclusions.judged(ID, "evidence.signature");
  }

  private static void judge(XmlNode signed, XmlNode info, Conclusions conclusions) {
    algorithm(info, "CanonicalizationMethod")
        .filter(node -> !value(node).startsWith(EXCLUSIVE))
        .ifPresent(node -> conclusions.broken(ID, node, "SIGNATURE-TRANSFORM"));
    algorithm(info, "SignatureMethod")
        .ifPresent(node -> permitted(node, Identifiers.Use.SIGNATURE, conclusions));
    List<XmlNode> references = info.children(Names.DS, "Reference");
    if (references.size() != 1) {
      conclusions.broken(ID, info, "SIGNATURE-REFERENCES");
    }
    for (XmlNode reference : references) {
      String id = signed.attribute("ID").orElse("");
      if (id.isEmpty() || reference.attribute("URI").filter(("#" + id)::equals).isEmpty()) {
        conclusions.broken(ID, reference, "SIGNATURE-COVERS");
      }
      algorithm(reference, "DigestMethod")
          .ifPresent(node -> permitted(node, Identifiers.Use.DIGEST, conclusions));
      transforms(reference, conclusions);
    }
  }

  private static void transforms(XmlNode reference, Conclusions conclusions) {
    List<XmlNode> transforms =
        reference.children(Names.DS, "Transforms").stream()
            .flatMap(group -> group.children(Names.DS, "Transform").stream())
            .toList();
    boolean enveloped = transforms.stream().anyMatch(node -> value(node).equals(ENVELOPED));
    if (!enveloped) {
      conclusions.broken(ID, reference, "SIGNATURE-TRANSFORM");
    }
    transforms.stream()
        .filter(node -> !value(node).equals(ENVELOPED) && !value(node).startsWith(EXCLUSIVE))
        .forEach(node -> conclusions.broken(ID, node, "SIGNATURE-TRANSFORM"));
  }

  /** The schema speaks of one that is missing. */
  private static Optional<XmlNode> algorithm(XmlNode parent, String name) {
    return parent.child(Names.DS, name);
  }

  private static String value(XmlNode node) {
    return node.attribute("Algorithm").map(String::strip).orElse("");
  }

  private static void permitted(XmlNode node, Identifiers.Use use, Conclusions conclusions) {
    boolean listed =
        Identifiers.KNOWN
            .standing(use, value(node))
            .filter(standing -> standing != Identifiers.Standing.WEAK)
            .isPresent();
    if (!listed) {
      conclusions.broken(ID, node, "SIGNATURE-ALGORITHM", value(node));
    }
  }
}
