package se.byggsten.archive.internal;

import java.io.IOException;
import java.util.Map;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;

/**
 * Writes the description of a case by {@code byggsten-case-1.xsd}, which is in every package.
 *
 * <p>The party and the internal title stay in the documents: a description is read by more people
 * than a case is.
 */
final class CaseDescription {
  /** The name space of the description. */
  static final String NAMESPACE = "urn:byggsten:case:1";

  private CaseDescription() {}

  static void write(
      Case subject, String journalHead, Map<StoredDocument, String> places, XmlOut xml)
      throws IOException {
    xml.open("case", "xmlns", NAMESPACE);
    xml.leaf("id", subject.id().toString());
    if (subject.diarienummer().isPresent()) {
      xml.leaf("registrationNumber", subject.diarienummer().get().text());
    }
    xml.leaf("publicTitle", subject.publicTitle());
    xml.leaf("status", subject.status().name());
    xml.leaf("language", subject.language().toLanguageTag());
    xml.leaf("receivedAt", XmlOut.time(subject.receivedAt()));
    xml.leaf("registeredAt", XmlOut.time(subject.registeredAt()));
    xml.open("authority", "code", subject.authority().code());
    xml.leaf("name", subject.authority().name());
    xml.leaf("organisationNumber", subject.authority().organisation().canonical());
    xml.close(1);
    xml.open(
        "form",
        "service",
        subject.eService(),
        "id",
        subject.form().id(),
        "version",
        subject.form().version(),
        "sha256",
        subject.form().sha256());
    xml.close(1);
    xml.open("retention");
    xml.leaf("classification", subject.retention().classification());
    xml.leaf("action", subject.retention().preserved() ? "preserve" : "dispose");
    if (subject.retention().disposal().isPresent()) {
      xml.leaf("term", subject.retention().disposal().get().toString());
    }
    xml.leaf("basis", subject.retention().basis());
    xml.close(1);
    if (subject.secrecyMark().isPresent()) {
      secrecy(subject.secrecyMark().get(), xml);
    }
    xml.leaf("journalHead", journalHead);
    for (Map.Entry<StoredDocument, String> place : places.entrySet()) {
      StoredDocument document = place.getKey();
      xml.open(
          "document",
          "id",
          document.id().toString(),
          "role",
          document.role().name(),
          "path",
          place.getValue(),
          "sha256",
          document.sha256());
      if (document.secrecyMark().isPresent()) {
        secrecy(document.secrecyMark().get(), xml);
      }
      xml.close(1);
    }
    xml.close(1);
  }

  private static void secrecy(SecrecyMark mark, XmlOut xml) throws IOException {
    xml.open("secrecyMark", "date", mark.date().toString(), "authority", mark.authorityCode());
    xml.leaf("provision", mark.provision());
    xml.close(1);
  }
}
