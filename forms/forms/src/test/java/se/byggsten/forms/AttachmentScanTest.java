package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.Filtered;
import se.byggsten.forms.file.Refusal;
import se.byggsten.forms.run.AttachmentChecks;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.AttachmentScanner;

/** What becomes of files that were not scanned, were filtered, or are too large together. */
class AttachmentScanTest {
  private static final AttachmentScanner DOWN =
      content -> {
        throw new FormException(FormException.STATE, "The scanner is down");
      };

  private static FormDefinition form(String constraint) {
    try (InputStream in = Forms.class.getResourceAsStream("/forms/allt.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(yaml).contains("{max: 2, max-bytes: 1000}");
      return FormYaml.read(
          "allt.yaml",
          yaml.replace("{max: 2, max-bytes: 1000}", constraint).getBytes(StandardCharsets.UTF_8),
          FormYaml.texts(Forms.class.getClassLoader(), "forms/allt", List.of("sv", "en")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static FormRun run(String constraint, AttachmentChecks checks) {
    return FormRun.builder(form(constraint), Forms.CLOCK).attachments(checks).build();
  }

  private static StepResult post(FormRun run, PostedFile... files) {
    FormState state = run.post(Forms.started(run), "ett", Forms.pageOne()).state();
    state = run.post(state, "tva", Forms.pageTwo()).state();
    PostedFields posted = PostedFields.with("_action", "upload");
    for (PostedFile file : files) {
      posted = posted.and(file);
    }
    return run.post(state, "filer", posted);
  }

  private static PostedFile pdf(int size) {
    return PostedFile.of("filer", "intyg.pdf", Arrays.copyOf(Forms.PDF, size));
  }

  private static List<String> errors(StepResult step) {
    return step.violations().stream().map(Violation::constraint).toList();
  }

  @Test
  void a_scanned_file_is_clean_and_stays_so_when_the_state_is_stored() {
    FormRun run = run("{max: 2, max-bytes: 1000}", AttachmentChecks.basic());
    FormState state = post(run, pdf(100)).state();
    assertThat(state.attachments("filer").get(0).scan()).isEqualTo(ScanState.CLEAN);
    assertThat(run.read(run.write(state))).isEqualTo(state);
  }

  @Test
  void a_form_may_go_on_without_the_scanner_but_the_file_is_not_clean() {
    AttachmentChecks down = AttachmentChecks.basic().with(DOWN);
    FormRun run = run("{max: 2, max-bytes: 1000, accept-unscanned: true}", down);
    StepResult step = post(run, pdf(100));
    assertThat(step.violations()).isEmpty();
    AttachmentRef file = step.state().attachments("filer").get(0);
    assertThat(file.scan()).isEqualTo(ScanState.PENDING);
    assertThat(run.read(run.write(step.state())).attachments("filer")).containsExactly(file);
    assertThat(errors(post(run("{max: 2, max-bytes: 1000}", down), pdf(100))))
        .containsExactly("FileNotScanned");
  }

  @Test
  void a_file_that_can_never_be_scanned_is_refused_even_then() {
    AttachmentChecks never =
        AttachmentChecks.basic().with(content -> AttachmentScanner.Verdict.UNSCANNABLE);
    FormRun run = run("{max: 2, max-bytes: 1000, accept-unscanned: true}", never);
    assertThat(errors(post(run, pdf(100)))).containsExactly("FileUnscannable");
  }

  @Test
  void files_that_are_too_large_together_or_alone_are_refused_one_by_one() {
    FormRun run = run("{max: 5, max-bytes: 1000, max-total-bytes: 1500}", AttachmentChecks.basic());
    StepResult step =
        post(run, pdf(900), pdf(900), pdf(500), PostedFile.tooLarge("filer", "stor.pdf"));
    assertThat(errors(step)).containsExactly("FileTotal", "FileSize");
    assertThat(step.state().attachments("filer"))
        .extracting(AttachmentRef::size)
        .containsExactly(900L, 500L);
  }

  @Test
  void what_is_stored_and_scanned_is_what_the_filters_left() {
    AttachmentChecks checks =
        AttachmentChecks.basic()
            .with((type, content) -> new Filtered.Kept(content.part(0, 20)))
            .with(
                content -> {
                  assertThat(content.size()).isEqualTo(20);
                  return AttachmentScanner.Verdict.CLEAN;
                });
    StepResult step = post(run("{max: 2, max-bytes: 1000}", checks), pdf(100));
    AttachmentRef file = step.state().attachments("filer").get(0);
    assertThat(file.size()).isEqualTo(20);
    assertThat(file.sha256()).isEqualTo(FileContent.of(step.added().get(0).bytes()).sha256());
    AttachmentChecks refusing =
        AttachmentChecks.basic().with((type, content) -> new Filtered.Refused(Refusal.DAMAGED));
    assertThat(errors(post(run("{max: 2, max-bytes: 1000}", refusing), pdf(100))))
        .containsExactly("FileDamaged");
  }
}
