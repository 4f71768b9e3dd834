package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.FileKind;
import se.byggsten.forms.file.Refusal;

class TikaContentDetectorTest {
  private static final TikaContentDetector DETECTOR = TikaContentDetector.create();
  private static final byte[] PDF =
      OfficeFiles.utf8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n");

  private static Detection detect(String name, byte[] content) {
    return DETECTOR.detect(FileContent.of(content), name);
  }

  private static Detection refused(Refusal reason) {
    return new Detection.Refused(reason);
  }

  private static Detection known(String type) {
    return new Detection.Known(type);
  }

  @Test
  void knows_the_kinds_that_forms_ask_for_by_their_content() {
    assertThat(detect("x", PDF)).isEqualTo(known("application/pdf"));
    assertThat(detect("x", Pictures.plain("jpeg"))).isEqualTo(known("image/jpeg"));
    assertThat(detect("x.pdf", Pictures.plain("png"))).isEqualTo(known("image/png"));
    assertThat(detect("x", Pictures.plain("gif"))).isEqualTo(known("image/gif"));
    assertThat(detect("x", Pictures.webp(1))).isEqualTo(known("image/webp"));
    assertThat(detect("x", OfficeFiles.docx())).isEqualTo(known(OfficeFiles.DOCX));
    assertThat(detect("x", OfficeFiles.odt())).isEqualTo(known(OfficeFiles.ODT));
    assertThat(detect("x.txt", OfficeFiles.utf8("Hej på dig\nÅsa"))).isEqualTo(known("text/plain"));
    assertThat(detect("x.csv", OfficeFiles.utf8("namn;år\nÅsa;2014\n")))
        .isEqualTo(known("text/csv"));
    byte[] heic =
        Pictures.concat(new byte[] {0, 0, 0, 24}, Pictures.ascii("ftypheic\0\0\0\0heicmif1"));
    assertThat(detect("x", heic)).isEqualTo(known("image/heic"));
  }

  @Test
  void every_known_kind_has_a_name_and_endings() {
    assertThat(FileKind.all())
        .allSatisfy(kind -> assertThat(kind.endings()).isNotEmpty())
        .extracting(FileKind::mediaType)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><script>alert(1)</script></html>",
        "<html><body>Hej</body></html>",
        "  \n<script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "#!/bin/sh\nrm -rf /\n",
        "MZ\u0000\u0003",
        "text with \u0000 in it",
        "<?php system($_GET['x']); ?>",
      })
  void what_runs_is_never_text_or_pdf(String content) {
    for (String name : new String[] {"intyg.pdf", "intyg.txt", "intyg.csv"}) {
      Detection detection = detect(name, OfficeFiles.utf8(content));
      assertThat(detection).isNotInstanceOf(Detection.Known.class);
    }
  }

  @Test
  void an_svg_is_refused_since_it_can_run() {
    byte[] svg =
        OfficeFiles.utf8(
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    assertThat(detect("bild.svg", svg)).isEqualTo(refused(Refusal.ACTIVE_CONTENT));
  }

  @Test
  void a_file_that_is_two_kinds_at_once_is_refused() {
    byte[] zip = OfficeFiles.zip(Map.of("ond.js", OfficeFiles.utf8("alert(1)")));
    for (byte[] front :
        new byte[][] {Pictures.plain("gif"), Pictures.plain("jpeg"), Pictures.plain("png"), PDF}) {
      assertThat(detect("x", Pictures.concat(front, zip))).isEqualTo(refused(Refusal.POLYGLOT));
      assertThat(detect("x", Pictures.concat(front, zip, new byte[500])))
          .isEqualTo(refused(Refusal.POLYGLOT));
    }
    assertThat(detect("x.pdf", Pictures.concat(OfficeFiles.utf8("skräp\n"), PDF)))
        .isEqualTo(refused(Refusal.POLYGLOT));
    assertThat(detect("x.gif", Pictures.concat(Pictures.ascii("GIF89a/*"), PDF)))
        .isEqualTo(refused(Refusal.POLYGLOT));
    assertThat(detect("x.docx", Pictures.concat(OfficeFiles.docx(), new byte[2_000], PDF)))
        .isEqualTo(refused(Refusal.DAMAGED));
    assertThat(detect("x.docx", Pictures.concat(Pictures.ascii("PK\3\4"), OfficeFiles.docx())))
        .isInstanceOf(Detection.Refused.class);
  }

  @Test
  void a_pdf_that_was_cut_off_is_refused() {
    assertThat(detect("x.pdf", Arrays.copyOf(PDF, PDF.length - 8)))
        .isEqualTo(refused(Refusal.DAMAGED));
    assertThat(detect("x.pdf", Pictures.concat(PDF, new byte[5_000])))
        .isEqualTo(refused(Refusal.DAMAGED));
  }

  @Test
  void office_documents_with_macros_are_refused_whatever_they_are_called() {
    Detection active = refused(Refusal.ACTIVE_CONTENT);
    assertThat(detect("x.docx", OfficeFiles.docx("word/vbaProject.bin", new byte[9])))
        .isEqualTo(active);
    assertThat(detect("x.docx", OfficeFiles.docx("word/activeX/activeX1.bin", new byte[9])))
        .isEqualTo(active);
    Map<String, byte[]> docm = OfficeFiles.docxParts();
    docm.put(
        "[Content_Types].xml",
        OfficeFiles.types("application/vnd.ms-word.document.macroEnabled.main+xml"));
    assertThat(detect("x.docx", OfficeFiles.zip(docm))).isEqualTo(active);
    assertThat(detect("x.odt", OfficeFiles.odt("Basic/Standard/Module1.xml"))).isEqualTo(active);
    assertThat(detect("x.odt", OfficeFiles.odt("Scripts/python/x.py"))).isEqualTo(active);
    byte[] template =
        OfficeFiles.relations(
            "http://schemas.example/attachedTemplate", "https://exempel.se/ond.dotm", "External");
    assertThat(detect("x.docx", OfficeFiles.docx("word/_rels/settings.xml.rels", template)))
        .isEqualTo(active);
    byte[] link =
        OfficeFiles.relations("http://schemas.example/hyperlink", "https://eksta.se", "External");
    assertThat(detect("x.docx", OfficeFiles.docx("word/_rels/document.xml.rels", link)))
        .as("a plain link is harmless")
        .isEqualTo(known(OfficeFiles.DOCX));
  }

  @Test
  @Timeout(60)
  void hostile_xml_in_a_document_is_refused() {
    Map<String, byte[]> parts = OfficeFiles.docxParts();
    parts.put(
        "[Content_Types].xml",
        OfficeFiles.utf8(
            "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Types>&x;</Types>"));
    assertThat(detect("x.docx", OfficeFiles.zip(parts))).isNotInstanceOf(Detection.Known.class);
    StringBuilder laughs = new StringBuilder("<!DOCTYPE t [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"");
      laughs.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    parts.put("[Content_Types].xml", OfficeFiles.utf8(laughs + "]><Types>&a29;</Types>"));
    assertThat(detect("x.docx", OfficeFiles.zip(parts))).isNotInstanceOf(Detection.Known.class);
    parts.put("[Content_Types].xml", OfficeFiles.utf8("<Types>".repeat(100_000)));
    assertThat(detect("x.docx", OfficeFiles.zip(parts))).isEqualTo(refused(Refusal.DAMAGED));
  }

  @Test
  void an_archive_that_is_no_document_is_unknown() {
    assertThat(detect("x.docx", OfficeFiles.zip(Map.of("a.txt", new byte[3]))))
        .isEqualTo(new Detection.Unknown());
    assertThat(detect("x.docx", OfficeFiles.zip(Map.of("mimetype", OfficeFiles.utf8("a/b")))))
        .isEqualTo(new Detection.Unknown());
  }

  @Test
  @Timeout(60)
  void a_zip_bomb_is_refused_before_it_grows() {
    byte[] bomb = OfficeFiles.docx("word/media/x.bin", new byte[210_000_000]);
    assertThat(bomb.length).isLessThan(300_000);
    assertThat(detect("x.docx", bomb)).isEqualTo(refused(Refusal.BOMB));
  }

  @Test
  void an_entry_that_is_larger_than_it_says_is_refused() {
    byte[] lying = OfficeFiles.docx("word/media/x.bin", new byte[1_000_000]);
    ByteBuffer zip = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
    int last = lastIndexOf(lying, 0x02014b50);
    zip.putInt(last + 24, 10);
    assertThat(detect("x.docx", lying)).isEqualTo(refused(Refusal.DAMAGED));
  }

  @Test
  void entries_that_share_their_bytes_are_refused() {
    Map<String, byte[]> two = new LinkedHashMap<>(OfficeFiles.docxParts());
    two.put("aaaa", new byte[1_000]);
    two.put("bbbb", new byte[1_000]);
    byte[] shared = OfficeFiles.zip(two);
    ByteBuffer zip = ByteBuffer.wrap(shared).order(ByteOrder.LITTLE_ENDIAN);
    int last = lastIndexOf(shared, 0x02014b50);
    int before = lastIndexOf(Arrays.copyOf(shared, last), 0x02014b50);
    zip.putInt(last + 42, zip.getInt(before + 42));
    assertThat(detect("x.docx", shared)).isEqualTo(refused(Refusal.DAMAGED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../ond.txt", "/etc/passwd", "a/../../ond", "a\\..\\ond", "C:ond", "a\nb"})
  void names_that_lead_out_of_the_archive_are_refused(String name) {
    assertThat(detect("x.docx", OfficeFiles.docx(name, new byte[1])))
        .isEqualTo(refused(Refusal.DAMAGED));
  }

  @Test
  void a_document_that_ends_too_early_is_never_known() {
    byte[] docx = OfficeFiles.docx();
    for (int length = 0; length < docx.length; length++) {
      assertThat(detect("x.docx", Arrays.copyOf(docx, length)))
          .as("cut at %s", length)
          .isNotEqualTo(known(OfficeFiles.DOCX));
    }
  }

  @Property(tries = 300)
  void bent_documents_are_judged_without_failing(
      @ForAll @IntRange(max = 20_000) int at, @ForAll byte value, @ForAll boolean odf) {
    byte[] document = odf ? OfficeFiles.odt() : OfficeFiles.docx();
    document[at % document.length] = value;
    assertThat(detect("x.docx", document)).isNotNull();
  }

  @Property(tries = 300)
  void any_bytes_are_judged_without_failing(@ForAll byte[] bytes, @ForAll boolean archive) {
    byte[] content = archive ? Pictures.concat(Pictures.ascii("PK\3\4"), bytes) : bytes;
    assertThat(detect("x.docx", content)).isNotNull();
  }

  private static int lastIndexOf(byte[] bytes, int signature) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = bytes.length - 4; i >= 0; i--) {
      if (buffer.getInt(i) == signature) {
        return i;
      }
    }
    throw new AssertionError("No such signature");
  }
}
