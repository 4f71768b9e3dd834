package se.byggsten.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office documents for tests, and archives that only look like them. */
final class OfficeFiles {
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String ODT = "application/vnd.oasis.opendocument.text";

  private OfficeFiles() {}

  static Map<String, byte[]> docxParts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", types(DOCX + ".main+xml"));
    parts.put(
        "_rels/.rels",
        relations("http://schemas.example/officeDocument", "word/document.xml", "Internal"));
    parts.put("word/document.xml", utf8("<w:document xmlns:w='w'>Hej</w:document>"));
    return parts;
  }

  static byte[] types(String main) {
    return utf8(
        "<?xml version='1.0' encoding='UTF-8'?><Types xmlns='ct'>"
            + "<Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/word/document.xml' ContentType='"
            + main
            + "'/></Types>");
  }

  static byte[] relations(String type, String target, String mode) {
    return utf8(
        "<Relationships xmlns='r'><Relationship Id='r1' Type='"
            + type
            + "' Target='"
            + target
            + "' TargetMode='"
            + mode
            + "'/></Relationships>");
  }

  static byte[] docx() {
    return zip(docxParts());
  }

  static byte[] docx(String name, byte[] content) {
    Map<String, byte[]> parts = docxParts();
    parts.put(name, content);
    return zip(parts);
  }

  static byte[] odt(String... more) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8(ODT));
    parts.put("content.xml", utf8("<office:document-content xmlns:office='o'/>"));
    for (String name : more) {
      parts.put(name, utf8("x"));
    }
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        if (part.getKey().equals("mimetype")) {
          CRC32 crc = new CRC32();
          crc.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
