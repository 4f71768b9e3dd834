package se.byggsten.archive.internal;

import java.io.IOException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.InformationFacts;

/**
 * Writes what is said of each kind of information by {@code byggsten-information-1.xsd}, which is
 * in every package that has such a description.
 */
final class InformationDescription {
  /** The name of the description's form. */
  static final String FORM = "Byggsten information 1";

  /** The name space of the description. */
  static final String NAMESPACE = "urn:byggsten:information:1";

  private InformationDescription() {}

  static void write(Case subject, List<InformationFacts> information, XmlOut xml)
      throws IOException {
    xml.open(
        "informationInCase", "xmlns", NAMESPACE, "language", subject.language().toLanguageTag());
    xml.leaf("case", subject.id().toString());
    xml.leaf("form", subject.form().sha256());
    for (InformationFacts one : information) {
      xml.open("information", "field", one.field());
      said("label", one.label(), xml);
      said("purpose", one.purpose(), xml);
      said("legalBasis", one.legalBasis(), xml);
      xml.leaf("personalData", word(one.personalData()));
      said("secrecy", one.secrecy(), xml);
      said("classification", one.classification(), xml);
      xml.leaf("action", word(one.retention()));
      said("term", one.disposeAfter().map(Period::toString).orElse(""), xml);
      xml.close(1);
    }
    xml.close(1);
  }

  private static void said(String name, String text, XmlOut xml) throws IOException {
    if (!text.isBlank()) {
      xml.leaf(name, text);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
