package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.AttachmentVault;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

class AttachmentTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0};
  private static final byte[] EXE = {'M', 'Z', 0, 0};
  private static final FormRun RUN = Forms.run();
  private static final FormState READY = ready();

  private static FormState ready() {
    FormState state = RUN.post(Forms.started(RUN), "ett", Forms.pageOne()).state();
    return RUN.post(state, "tva", Forms.pageTwo()).state();
  }

  private static StepResult post(FormState state, String name, byte[] content) {
    return RUN.post(
        state,
        "filer",
        PostedFields.with("_action", "upload").and(PostedFile.of("filer", name, content)));
  }

  private static List<String> refused(String name, byte[] content) {
    return post(READY, name, content).violations().stream().map(Violation::constraint).toList();
  }

  @Test
  void takes_a_file_of_an_allowed_type_and_stays_on_the_page() {
    StepResult step = post(READY, "Intyg från läkare.PDF", Forms.PDF);
    assertThat(step.violations()).isEmpty();
    assertThat(step.page()).contains("filer");
    AttachmentRef file = step.state().attachments("filer").get(0);
    assertThat(file.mediaType()).isEqualTo("application/pdf");
    assertThat(file.name()).isEqualTo("Intyg från läkare.PDF");
    assertThat(file.size()).isEqualTo(Forms.PDF.length);
    assertThat(step.added()).hasSize(1);
    assertThat(step.added().get(0).bytes()).isEqualTo(Forms.PDF);
    assertThat(refused("bild.png", PNG)).isEmpty();
    assertThat(refused("foto.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
        .isEmpty();
  }

  @Test
  void tells_that_a_file_was_not_taken_before_it_goes_back_or_saves() {
    for (String action : List.of("back", "save")) {
      PostedFields posted =
          PostedFields.with("_action", action).and(PostedFile.of("filer", "intyg.pdf", EXE));
      StepResult step = RUN.post(READY, "filer", posted);
      assertThat(step.page()).contains("filer");
      assertThat(step.violations())
          .extracting(Violation::constraint)
          .containsExactly("FileMismatch");
    }
    assertThat(RUN.post(READY, "filer", PostedFields.with("_action", "back")).page())
        .contains("tva");
  }

  @Test
  void refuses_a_file_whose_content_its_name_lies_about() {
    assertThat(refused("intyg.pdf", EXE)).containsExactly("FileMismatch");
    assertThat(refused("intyg.pdf", PNG)).containsExactly("FileMismatch");
    assertThat(refused("bild.png", Forms.PDF)).containsExactly("FileMismatch");
    assertThat(refused("program.exe", EXE)).containsExactly("FileType");
    assertThat(refused("program.pdf.exe", Forms.PDF)).containsExactly("FileType");
    assertThat(refused("utan", Forms.PDF)).containsExactly("FileType");
    assertThat(refused("tom.pdf", new byte[0])).containsExactly("FileEmpty");
    assertThat(refused("", new byte[0])).as("nothing was chosen").isEmpty();
  }

  @Test
  void refuses_a_file_that_is_too_large_and_one_too_many() {
    assertThat(refused("stor.pdf", Arrays.copyOf(Forms.PDF, 1001))).containsExactly("FileSize");
    FormState two = post(post(READY, "a.pdf", Forms.PDF).state(), "b.pdf", Forms.PDF).state();
    StepResult third = post(two, "c.pdf", Forms.PDF);
    assertThat(third.violations()).extracting(Violation::constraint).containsExactly("FileCount");
    assertThat(third.state().attachments("filer")).hasSize(2);
    assertThat(third.added()).isEmpty();
  }

  @Test
  void refuses_the_eicar_test_string_and_keeps_the_other_answers() {
    String eicar =
        "%PDF-1.7\n" + "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    assertThat(refused("intyg.pdf", eicar.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("FileHarmful");
  }

  @Test
  void a_scanner_that_fails_lets_nothing_through() {
    FormRun strict =
        FormRun.builder(Forms.yaml(), Forms.CLOCK)
            .scanner(
                content -> {
                  throw new FormException(FormException.STATE, "The scanner is down");
                })
            .build();
    StepResult step =
        strict.post(
            READY, "filer", PostedFields.with().and(PostedFile.of("filer", "a.pdf", Forms.PDF)));
    assertThat(step.violations())
        .extracting(Violation::constraint)
        .containsExactly("FileNotScanned");
    assertThat(step.state().attachments("filer")).isEmpty();
    assertThat(step.page()).contains("filer");
  }

  @Test
  void takes_a_file_away_again() {
    FormState one = post(READY, "a.pdf", Forms.PDF).state();
    String id = one.attachments("filer").get(0).id();
    StepResult step = RUN.post(one, "filer", PostedFields.with("_remove", id));
    assertThat(step.state().attachments("filer")).isEmpty();
    assertThat(step.removed()).extracting(AttachmentRef::id).containsExactly(id);
    assertThat(step.page()).contains("filer");
    assertThat(RUN.post(one, "filer", PostedFields.with("_remove", "forged")).removed()).isEmpty();
  }

  @Test
  void the_vault_keeps_bytes_and_notices_when_they_are_gone() {
    AttachmentVault vault = AttachmentVault.in(InMemoryStore.with(Forms.CLOCK));
    StepResult step = post(READY, "a.pdf", Forms.PDF);
    vault.apply(step, Forms.NOW.plusSeconds(60));
    AttachmentRef file = step.state().attachments("filer").get(0);
    assertThat(vault.get(file)).isEqualTo(Forms.PDF);
    vault.remove(file);
    assertThat(catchThrowableOfType(FormException.class, () -> vault.get(file)).code())
        .isEqualTo(FormException.ATTACHMENT_GONE);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd.pdf, passwd.pdf",
    "C:\\Users\\Åsa\\intyg.pdf, intyg.pdf",
    "..pdf, bilaga.pdf",
    ".pdf, bilaga.pdf",
    "a<b>\"c'.pdf, a_b__c_.pdf",
    "a%00.pdf, a_00.pdf",
    "läkar intyg (2).pdf, läkar intyg (2).pdf",
  })
  void file_names_are_cleaned(String claimed, String cleaned) {
    assertThat(post(READY, claimed, Forms.PDF).state().attachments("filer"))
        .extracting(AttachmentRef::name)
        .containsExactly(cleaned);
  }

  @Property(tries = 300)
  void any_file_name_becomes_a_harmless_one(@ForAll String claimed) {
    StepResult step = post(READY, claimed + ".pdf", Forms.PDF);
    String name = step.state().attachments("filer").get(0).name();
    assertThat(name).isNotBlank().doesNotContain("/", "\\", "..", "<", ">", "\"", "\u0000");
    assertThat(name.codePoints().anyMatch(Character::isISOControl)).isFalse();
    assertThat(name.length()).isLessThan(260);
    assertThat(RUN.read(RUN.write(step.state()))).isEqualTo(step.state());
  }

  @Test
  void the_page_says_the_limits_before_and_works_as_multipart() {
    String html =
        FormRenderer.of(RUN)
            .page(READY, "filer", PageView.of(Locale.forLanguageTag("sv"), "/allt", "t"))
            .value();
    assertThat(html)
        .contains("Högst 2 filer av dessa typer: PDF, JPEG, PNG")
        .contains("enctype=\"multipart/form-data\"")
        .contains("multiple");
  }
}
