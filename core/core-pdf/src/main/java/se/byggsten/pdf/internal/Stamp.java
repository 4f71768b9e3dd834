package se.byggsten.pdf.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import se.byggsten.core.document.PrintableDocument;

/** Puts the document's own instant and id in the PDF, so that the same one gives the same bytes. */
final class Stamp {
  private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

  private Stamp() {}

  static void put(PDDocument pdf, PrintableDocument document) throws IOException {
    ZonedDateTime at = document.createdAt().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(at));
    pdf.getDocumentInformation().setModificationDate(GregorianCalendar.from(at));
    pdf.setDocumentId(id(document));
    // The engine writes the present moment in the packet; PDF/A-2 6.6.3 wants what the other says.
    String packet =
        new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    String instant = at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    String dates =
        "<xmp:CreateDate>"
            + instant
            + "</xmp:CreateDate><xmp:ModifyDate>"
            + instant
            + "</xmp:ModifyDate>";
    Matcher matcher = CREATED.matcher(packet);
    if (!matcher.find()) {
      throw new IOException("The XMP packet has no date of creation");
    }
    byte[] fixed = matcher.replaceFirst(dates).getBytes(StandardCharsets.UTF_8);
    pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(fixed)));
  }

  private static long id(PrintableDocument document) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(document.createdAt().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(document.title().getBytes(StandardCharsets.UTF_8));
      byte[] sum = digest.digest(document.html().getBytes(StandardCharsets.UTF_8));
      long id = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        id = id << 8 | (sum[i] & 0xff);
      }
      return id;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
