package se.byggsten.archive.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.byggsten.archive.DescriptiveMetadata;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.Representation;
import se.byggsten.archive.SubmissionPackage;

/** Writes METS 1.12 for a package and for each of its representations, by CSIP and SIP 2.1.0. */
final class MetsWriter {
  private final SubmissionPackage sip;
  private final XmlOut xml;

  /** The level that the file describes: empty for the package, else the representation's name. */
  private final String level;

  private MetsWriter(SubmissionPackage sip, XmlOut xml, String level) {
    this.sip = sip;
    this.xml = xml;
    this.level = level;
  }

  static void writePackage(SubmissionPackage sip, XmlOut xml, Placed placed) throws IOException {
    MetsWriter mets = new MetsWriter(sip, xml, "");
    mets.root(sip.objectId(), sip.label(), "schemas/");
    List<String> descriptions = mets.descriptions(placed.descriptions());
    List<String> administrative = mets.administrative(placed.rights(), placed.provenance());
    mets.open("fileSec", "ID", mets.id("files", ""));
    mets.group("Documentation", placed.documentation(), false);
    mets.group("Schemas", placed.schemas(), false);
    for (int i = 0; i < placed.representations().size(); i++) {
      String use = "Representations/" + sip.representations().get(i).name();
      mets.group(use, List.of(placed.representations().get(i)), true);
    }
    xml.close(1);
    mets.beginMap(sip.objectId());
    mets.metadataDivision(descriptions, administrative);
    mets.division("Documentation");
    mets.division("Schemas");
    for (int i = 0; i < placed.representations().size(); i++) {
      mets.pointer(sip.representations().get(i), placed.representations().get(i));
    }
    xml.close(3);
  }

  static void writeRepresentation(
      SubmissionPackage sip,
      Representation representation,
      XmlOut xml,
      PlacedFile provenance,
      List<PlacedFile> data)
      throws IOException {
    MetsWriter mets = new MetsWriter(sip, xml, representation.name());
    mets.root(representation.name(), representation.name(), "../../schemas/");
    List<String> administrative = mets.administrative(List.of(), provenance);
    mets.open("fileSec", "ID", mets.id("files", ""));
    String use = "Representations/" + representation.name() + "/data";
    mets.group(use, data, true);
    xml.close(1);
    mets.beginMap(representation.name());
    mets.metadataDivision(List.of(), administrative);
    mets.open("div", "ID", mets.id("div", "Data"), "LABEL", "Data");
    mets.open("fptr", "FILEID", mets.id("group", use));
    xml.close(5);
  }

  private void root(String objectId, String label, String schemas) throws IOException {
    xml.open(
        "mets",
        "xmlns",
        Names.METS,
        "xmlns:xlink",
        Names.XLINK,
        "xmlns:xsi",
        Names.XSI,
        "xmlns:csip",
        Names.CSIP,
        "xmlns:sip",
        Names.SIP,
        "OBJID",
        objectId,
        "LABEL",
        label,
        "TYPE",
        sip.contentCategory(),
        "PROFILE",
        sip.profile().uri(),
        "csip:CONTENTINFORMATIONTYPE",
        "OTHER",
        "csip:OTHERCONTENTINFORMATIONTYPE",
        sip.contentInformationType(),
        "xsi:schemaLocation",
        String.join(
            " ",
            Names.METS,
            schemas + "mets1_12.xsd",
            Names.CSIP,
            schemas + "DILCISExtensionMETS.xsd",
            Names.SIP,
            schemas + "DILCISExtensionSIPMETS.xsd",
            Names.XLINK,
            schemas + "xlink.xsd"));
    header();
  }

  private void header() throws IOException {
    String time = XmlOut.time(sip.createdAt());
    xml.open(
        "metsHdr",
        "CREATEDATE",
        time,
        "LASTMODDATE",
        time,
        "RECORDSTATUS",
        sip.recordStatus().name(),
        "csip:OAISPACKAGETYPE",
        "SIP");
    xml.open("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE");
    xml.leaf("name", sip.softwareName());
    xml.leaf("note", sip.softwareVersion(), "csip:NOTETYPE", "SOFTWARE VERSION");
    xml.close(1);
    agent("ARCHIVIST", sip.archivalCreator());
    agent("CREATOR", sip.submittingAgent());
    if (sip.submissionAgreement().isPresent()) {
      xml.leaf("altRecordID", sip.submissionAgreement().get(), "TYPE", "SUBMISSIONAGREEMENT");
    }
    xml.close(1);
  }

  private void agent(String role, PackageAgent agent) throws IOException {
    xml.open("agent", "ROLE", role, "TYPE", "ORGANIZATION");
    xml.leaf("name", agent.name());
    xml.leaf("note", agent.identificationCode(), "csip:NOTETYPE", "IDENTIFICATIONCODE");
    xml.close(1);
  }

  private List<String> descriptions(List<PlacedFile> files) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      PlacedFile file = files.get(i);
      DescriptiveMetadata description = sip.descriptions().get(i);
      String id = id("dmd", file.path());
      xml.open("dmdSec", "ID", id, "CREATED", XmlOut.time(file.createdAt()), "STATUS", "CURRENT");
      reference(file, description.type(), description.otherType());
      xml.close(1);
      ids.add(id);
    }
    return ids;
  }

  private List<String> administrative(List<PlacedFile> rights, PlacedFile provenance)
      throws IOException {
    List<String> ids = new ArrayList<>();
    open("amdSec", "ID", id("amd", ""));
    for (PlacedFile file : rights) {
      ids.add(section("rightsMD", file, "PREMIS:RIGHTS"));
    }
    ids.add(section("digiprovMD", provenance, "PREMIS"));
    xml.close(1);
    return ids;
  }

  private String section(String element, PlacedFile file, String type) throws IOException {
    String id = id(element, file.path());
    xml.open(element, "ID", id, "CREATED", XmlOut.time(file.createdAt()), "STATUS", "CURRENT");
    reference(file, type, "");
    xml.close(1);
    return id;
  }

  private void reference(PlacedFile file, String type, String otherType) throws IOException {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                relative(file),
                "MDTYPE",
                type));
    if (!otherType.isEmpty()) {
      attributes.add("OTHERMDTYPE");
      attributes.add(otherType);
    } else if (type.startsWith("PREMIS")) {
      attributes.add("MDTYPEVERSION");
      attributes.add("3.0");
    }
    attributes.addAll(facts(file));
    open("mdRef", attributes.toArray(String[]::new));
    xml.close(1);
  }

  private void group(String use, List<PlacedFile> files, boolean content) throws IOException {
    List<String> attributes = new ArrayList<>(List.of("ID", id("group", use), "USE", use));
    if (content) {
      attributes.addAll(
          List.of(
              "csip:CONTENTINFORMATIONTYPE",
              "OTHER",
              "csip:OTHERCONTENTINFORMATIONTYPE",
              sip.contentInformationType()));
    }
    open("fileGrp", attributes.toArray(String[]::new));
    for (PlacedFile file : files) {
      List<String> facts = new ArrayList<>(List.of("ID", file.id()));
      facts.addAll(facts(file));
      open("file", facts.toArray(String[]::new));
      open("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", relative(file));
      xml.close(2);
    }
    xml.close(1);
  }

  private static List<String> facts(PlacedFile file) {
    return List.of(
        "MIMETYPE",
        file.mediaType(),
        "SIZE",
        Long.toString(file.size()),
        "CREATED",
        XmlOut.time(file.createdAt()),
        "CHECKSUM",
        file.sha256(),
        "CHECKSUMTYPE",
        "SHA-256");
  }

  private void beginMap(String label) throws IOException {
    open("structMap", "ID", id("map", ""), "TYPE", "PHYSICAL", "LABEL", "CSIP");
    open("div", "ID", id("div", ""), "LABEL", label);
  }

  private void metadataDivision(List<String> descriptions, List<String> administrative)
      throws IOException {
    List<String> attributes =
        new ArrayList<>(List.of("ID", id("div", "Metadata"), "LABEL", "Metadata"));
    if (!descriptions.isEmpty()) {
      attributes.addAll(List.of("DMDID", String.join(" ", descriptions)));
    }
    attributes.addAll(List.of("ADMID", String.join(" ", administrative)));
    open("div", attributes.toArray(String[]::new));
    xml.close(1);
  }

  private void division(String label) throws IOException {
    open("div", "ID", id("div", label), "LABEL", label);
    open("fptr", "FILEID", id("group", label));
    xml.close(2);
  }

  private void pointer(Representation representation, PlacedFile mets) throws IOException {
    String label = "Representations/" + representation.name();
    open("div", "ID", id("div", label), "LABEL", label);
    open(
        "mptr",
        "LOCTYPE",
        "URL",
        "xlink:type",
        "simple",
        "xlink:href",
        relative(mets),
        "xlink:title",
        id("group", label));
    xml.close(2);
  }

  private void open(String name, String... attributes) throws IOException {
    xml.open(name, attributes);
  }

  /** Names are checked to need no escape in a URL. */
  private String relative(PlacedFile file) {
    return level.isEmpty()
        ? file.path()
        : file.path().substring(("representations/" + level + "/").length());
  }

  /** Unique in the whole package, as CSIP asks, and the same each time. */
  private String id(String kind, String name) {
    return kind + "-" + Digests.uuid(String.join("\n", sip.objectId(), level, kind, name));
  }
}
