package se.byggsten.saml.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** The formats of names (SC-15). */
final class NameFormatRules implements LintRules {
  private static final String ID = "SC-15";

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    List<XmlNode> formats = subject.inRole("NameIDFormat");
    Set<String> declared = formats.stream().map(XmlNode::text).collect(Collectors.toSet());
    boolean persistent = declared.contains(Names.PERSISTENT);
    boolean isTransient = declared.contains(Names.TRANSIENT);
    if (formats.isEmpty()) {
      conclusions.notVerified(ID, "name-formats-untold");
    } else if (!persistent && !isTransient) {
      conclusions.broken(ID, formats.get(0), "NAME-FORMATS-OTHER");
    } else if (persistent != isTransient) {
      String missing = persistent ? Names.TRANSIENT : Names.PERSISTENT;
      if (subject.role() == EntityRole.IDP) {
        conclusions.broken(ID, formats.get(0), "NAME-FORMAT-MISSING", missing);
      } else {
        // What a service lists is what it wishes to get; it may well support the other.
        conclusions.remark(ID, formats.get(0), "NAME-FORMAT-MISSING", missing);
        conclusions.notVerified(ID, "name-format-untold", missing);
      }
    }
    conclusions.judged(ID, formats.size());
  }
}
