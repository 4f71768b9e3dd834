package se.byggsten.saml.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/** The algorithms that the entity declares (SC-07). */
final class AlgorithmRules implements LintRules {
  private static final String ID = "SC-07a";

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    int count =
        judge(declared(subject, "DigestMethod"), Identifiers.Use.DIGEST, conclusions)
            + judge(declared(subject, "SigningMethod"), Identifiers.Use.SIGNATURE, conclusions);
    List<XmlNode> encryption = new ArrayList<>();
    for (XmlNode key : subject.inRole("KeyDescriptor")) {
      encryption.addAll(key.children(Names.MD, "EncryptionMethod"));
    }
    count += judge(encryption, Identifiers.Use.ENCRYPTION, conclusions);
    if (count == 0) {
      conclusions.notApplicable(ID, "na.algorithms");
    }
    conclusions.judged(ID, count);
  }

  private static List<XmlNode> declared(Subject subject, String name) {
    List<XmlNode> declared = new ArrayList<>(subject.entity().extensions(Names.ALG, name));
    declared.addAll(subject.roleExtensions(Names.ALG, name));
    return declared;
  }

  private static int judge(List<XmlNode> declared, Identifiers.Use use, Conclusions conclusions) {
    for (XmlNode node : declared) {
      Optional<String> algorithm = node.attribute("Algorithm").map(String::strip);
      if (algorithm.isEmpty()) {
        // The schema speaks of an md:EncryptionMethod without one.
        if (!node.is(Names.MD, "EncryptionMethod")) {
          conclusions.broken(ID, node, "ALGORITHM-NONE");
        }
        continue;
      }
      Optional<Identifiers.Standing> standing = Identifiers.KNOWN.standing(use, algorithm.get());
      if (standing.isEmpty()) {
        conclusions.remark(ID, node, "ALGORITHM-UNLISTED", algorithm.get());
      } else if (standing.get() == Identifiers.Standing.WEAK) {
        conclusions.broken(ID, node, "ALGORITHM-WEAK", algorithm.get());
      }
    }
    return declared.size();
  }
}
