package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertPage;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.WebForm;

/** Files that are not what they say: refused at the field, and the other files stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFilesTest {
  private static final byte[] PDF = ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

  private Visitor citizen = new Visitor();

  @BeforeAll
  void fillsIn() {
    citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
  }

  @Test
  void a_file_with_a_lying_name_is_refused() throws IOException {
    refused(
        "faktura.pdf", "application/pdf", ascii("MZ\u0090\0\3\0\0\0 This program cannot be run"));
    refused("bild.png", "image/png", ascii("<!doctype html><script>alert(1)</script>"));
    refused("bild.jpg", "image/jpeg", PDF);
    refused("bomb.pdf", "application/pdf", zipBomb());
    refused("intyg.pdf.exe", "application/pdf", PDF);
    refused("intyg", "application/pdf", PDF);
    refused("bild.svg", "image/svg+xml", ascii("<svg onload=\"alert(1)\"/>"));
    refused("tom.pdf", "application/pdf", new byte[0]);
  }

  @Test
  void a_file_with_harmful_content_is_refused() {
    // Put together here, so that no scanner of this code takes the code for the thing.
    String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    refused("virus.pdf", "application/pdf", ascii(eicar));
    refused("virus2.pdf", "application/pdf", ascii("%PDF-1.7\n" + eicar + "\n%%EOF"));
  }

  @Test
  void a_file_of_11_megabytes_is_refused() {
    byte[] large = new byte[11_000_000];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    refused("stor.pdf", "application/pdf", large);
  }

  @Test
  void who_saves_or_goes_back_hears_that_a_file_was_not_taken() {
    FormData.Upload lying = new FormData.Upload("intyg.pdf", "application/pdf", ascii("MZ\0\0"));
    for (String action : List.of("save", "back")) {
      Exchange page = citizen.get("/ansokan/bilagor");
      FormData data = FormData.untouched(Visitor.mainForm(page)).with("bilagor", lying);
      Exchange answer = citizen.submit(page, data.with("_action", action));
      assertRefused(answer, 422);
      assertThat(Visitor.titleOf(answer)).startsWith("Fel:");
    }
  }

  @Test
  void the_fourth_file_is_refused_and_three_are_kept() {
    for (int i = 1; i <= 3; i++) {
      Exchange page = upload(new FormData.Upload("fil" + i + ".pdf", "application/pdf", PDF));
      assertThat(page.status()).as(textOf(page)).isEqualTo(200);
    }
    Exchange fourth = upload(new FormData.Upload("fil4.pdf", "application/pdf", PDF));
    assertRefused(fourth, 422);
    assertThat(textOf(fourth)).contains("fil1.pdf", "fil2.pdf", "fil3.pdf").doesNotContain("fil4");
    removeAll();
  }

  @Test
  void the_name_of_a_file_is_no_path_and_no_markup() {
    List<String> names =
        List.of(
            "../../etc/passwd.pdf",
            "C:\\Windows\\system.pdf",
            "<img src=x onerror=alert(1)>.pdf",
            "a\u202Efdp.pdf",
            "CON.pdf",
            "..pdf",
            "x".repeat(3000) + ".pdf",
            "\uD83D\uDE00\u0000.pdf");
    for (String name : names) {
      Exchange page = upload(new FormData.Upload(name, "application/pdf", PDF));
      assertThat(page.status()).as(name + textOf(page)).isIn(200, 400, 413, 422);
      assertPage(Reply.of(page), name);
      assertThat(page.text())
          .doesNotContain("<img src=x", "etc/passwd", "system32", "x".repeat(300));
      removeAll();
    }
  }

  @Test
  void a_file_of_another_draft_cannot_be_taken_away_or_read() {
    upload(new FormData.Upload("mitt.pdf", "application/pdf", PDF));
    WebForm form = Visitor.mainForm(citizen.get("/ansokan/bilagor"));
    String id =
        form.buttons().stream()
            .filter(b -> b.name().equals("_remove"))
            .map(WebForm.Button::value)
            .findFirst()
            .orElseThrow();
    Visitor other = Visitor.loggedIn("fatima");
    other.fillIn();
    Exchange page = other.get("/ansokan/bilagor");
    other.submit(page, FormData.untouched(Visitor.mainForm(page)).with("_remove", id));
    assertThat(textOf(citizen.get("/ansokan/bilagor"))).contains("mitt.pdf");
    for (String path : List.of("/ansokan/bilagor/" + id, "/ansokan/" + id, "/upload/" + id)) {
      assertRefused(other.get(path), 404);
    }
    removeAll();
  }

  private void refused(String name, String type, byte[] content) {
    Exchange answer = upload(new FormData.Upload(name, type, content));
    assertRefused(answer, 422, 413);
    assertThat(Visitor.titleOf(answer)).startsWith("Fel:");
    assertThat(WebForm.in(answer).stream().flatMap(f -> f.buttons().stream()))
        .as("no file is kept")
        .noneMatch(b -> b.name().equals("_remove"));
    removeAll();
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Elsa Lindström");
  }

  private Exchange upload(FormData.Upload file) {
    Exchange page = citizen.get("/ansokan/bilagor");
    WebForm form = Visitor.mainForm(page);
    FormData data = FormData.untouched(form).with("bilagor", file);
    return citizen.submit(page, data.with("_action", "upload"));
  }

  private void removeAll() {
    for (int i = 0; i < 5; i++) {
      Exchange page = citizen.get("/ansokan/bilagor");
      WebForm form = Visitor.mainForm(page);
      var remove = form.buttons().stream().filter(b -> b.name().equals("_remove")).findFirst();
      if (remove.isEmpty()) {
        citizen.fillIn();
        return;
      }
      citizen.submit(page, FormData.untouched(form).with("_remove", remove.get().value()));
    }
  }

  private static byte[] zipBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("0.pdf"));
      byte[] zeros = new byte[1_000_000];
      for (int i = 0; i < 50; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
