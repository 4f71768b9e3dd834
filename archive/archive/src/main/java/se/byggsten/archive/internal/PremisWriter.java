package se.byggsten.archive.internal;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.byggsten.archive.PackageRights;
import se.byggsten.archive.PreservationEvent;
import se.byggsten.archive.SubmissionPackage;
import se.byggsten.core.cases.SecrecyMark;

/** Writes PREMIS 3: objects with their fixity, events, agents and rights. */
final class PremisWriter {
  private PremisWriter() {}

  /** Writes the package itself as an intellectual entity, with what happened to it and by whom. */
  static void provenance(SubmissionPackage sip, XmlOut xml) throws IOException {
    begin(xml);
    entity(sip, xml);
    String agent = sip.softwareName() + " " + sip.softwareVersion();
    int number = 1;
    for (PreservationEvent event : sip.events()) {
      String id = Digests.uuid(sip.objectId() + "\nevent\n" + number++).toString();
      xml.open("premis:event");
      identifier(xml, "event", "UUID", id);
      xml.leaf("premis:eventType", event.type());
      xml.leaf("premis:eventDateTime", XmlOut.time(event.at()));
      xml.open("premis:eventDetailInformation").leaf("premis:eventDetail", event.detail()).close(1);
      xml.open("premis:eventOutcomeInformation").leaf("premis:eventOutcome", "success").close(1);
      xml.open("premis:linkingAgentIdentifier")
          .leaf("premis:linkingAgentIdentifierType", "local")
          .leaf("premis:linkingAgentIdentifierValue", agent)
          .close(1);
      xml.open("premis:linkingObjectIdentifier")
          .leaf("premis:linkingObjectIdentifierType", "OBJID")
          .leaf("premis:linkingObjectIdentifierValue", sip.objectId())
          .close(1);
      xml.close(1);
    }
    xml.open("premis:agent");
    identifier(xml, "agent", "local", agent);
    xml.leaf("premis:agentName", sip.softwareName());
    xml.leaf("premis:agentType", "software");
    xml.leaf("premis:agentVersion", sip.softwareVersion());
    xml.close(2);
  }

  /** Writes the files of a representation. */
  static void objects(List<PlacedFile> files, XmlOut xml) throws IOException {
    begin(xml);
    for (PlacedFile file : files) {
      xml.open("premis:object", "xsi:type", "premis:file");
      identifier(xml, "object", "UUID", file.uuid());
      xml.open("premis:objectCharacteristics");
      xml.open("premis:fixity")
          .leaf("premis:messageDigestAlgorithm", "SHA-256")
          .leaf("premis:messageDigest", file.sha256())
          .close(1);
      xml.leaf("premis:size", Long.toString(file.size()));
      xml.open("premis:format")
          .open("premis:formatDesignation")
          .leaf("premis:formatName", file.mediaType())
          .close(2);
      xml.close(1);
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      xml.leaf("premis:originalName", file.originalName().orElse(name));
      xml.close(1);
    }
    xml.close(1);
  }

  /** Writes retention and secrecy. */
  static void rights(SubmissionPackage sip, PackageRights rights, XmlOut xml) throws IOException {
    begin(xml);
    entity(sip, xml);
    xml.open("premis:rights");
    xml.open("premis:rightsStatement");
    statement(sip, xml, "retention", "other");
    xml.open("premis:otherRightsInformation");
    xml.leaf("premis:otherRightsBasis", rights.retention().basis());
    xml.leaf("premis:otherRightsNote", "classification " + rights.retention().classification());
    xml.close(1);
    xml.open("premis:rightsGranted");
    xml.leaf("premis:act", rights.retention().preserved() ? "preserve" : "dispose");
    xml.leaf(
        "premis:rightsGrantedNote",
        rights.retention().disposal().map(term -> "term " + term).orElse("no term"));
    xml.close(1);
    link(sip, xml);
    xml.close(1);
    if (rights.secrecyMark().isPresent()) {
      secrecy(sip, rights.secrecyMark().get(), xml);
    }
    xml.close(2);
  }

  private static void secrecy(SubmissionPackage sip, SecrecyMark mark, XmlOut xml)
      throws IOException {
    xml.open("premis:rightsStatement");
    statement(sip, xml, "secrecy", "statute");
    xml.open("premis:statuteInformation");
    xml.leaf("premis:statuteJurisdiction", "SE");
    xml.leaf("premis:statuteCitation", mark.provision());
    xml.leaf(
        "premis:statuteInformationDeterminationDate",
        mark.date().format(DateTimeFormatter.ISO_LOCAL_DATE));
    xml.leaf("premis:statuteNote", "sekretessmarkering, " + mark.authorityCode());
    xml.close(1);
    xml.open("premis:rightsGranted");
    xml.leaf("premis:act", "disclose");
    xml.leaf("premis:restriction", "each request is examined anew");
    xml.close(1);
    link(sip, xml);
    xml.close(1);
  }

  private static void entity(SubmissionPackage sip, XmlOut xml) throws IOException {
    xml.open("premis:object", "xsi:type", "premis:intellectualEntity");
    identifier(xml, "object", "OBJID", sip.objectId());
    xml.leaf("premis:originalName", sip.label());
    xml.close(1);
  }

  private static void begin(XmlOut xml) throws IOException {
    xml.open(
        "premis:premis", "xmlns:premis", Names.PREMIS, "xmlns:xsi", Names.XSI, "version", "3.0");
  }

  private static void statement(SubmissionPackage sip, XmlOut xml, String kind, String basis)
      throws IOException {
    xml.open("premis:rightsStatementIdentifier")
        .leaf("premis:rightsStatementIdentifierType", "UUID")
        .leaf(
            "premis:rightsStatementIdentifierValue",
            Digests.uuid(sip.objectId() + "\nrights\n" + kind).toString())
        .close(1);
    xml.leaf("premis:rightsBasis", basis);
  }

  private static void link(SubmissionPackage sip, XmlOut xml) throws IOException {
    xml.open("premis:linkingObjectIdentifier")
        .leaf("premis:linkingObjectIdentifierType", "OBJID")
        .leaf("premis:linkingObjectIdentifierValue", sip.objectId())
        .close(1);
  }

  private static void identifier(XmlOut xml, String kind, String type, String value)
      throws IOException {
    xml.open("premis:" + kind + "Identifier")
        .leaf("premis:" + kind + "IdentifierType", type)
        .leaf("premis:" + kind + "IdentifierValue", value)
        .close(1);
  }
}
