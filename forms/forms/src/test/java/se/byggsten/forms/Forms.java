package se.byggsten.forms;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.run.AttachmentChecks;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.source.FormRecords;
import se.byggsten.forms.source.FormYaml;

/** Forms and answers for tests. */
public final class Forms {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);

  private Forms() {}

  public static FormDefinition yaml() {
    return FormYaml.load(Forms.class.getClassLoader(), "forms/allt");
  }

  public static FormDefinition record() {
    return FormRecords.read(
        Allt.class,
        FormYaml.texts(Forms.class.getClassLoader(), "forms/allt", List.of("sv", "en")));
  }

  public static FormRun run() {
    return run(yaml());
  }

  /** A run that takes files. */
  public static FormRun run(FormDefinition form) {
    return run(form, CLOCK);
  }

  public static FormRun run(FormDefinition form, Clock clock) {
    return FormRun.builder(form, clock).attachments(AttachmentChecks.basic()).build();
  }

  public static FormState started(FormRun run) {
    return run.start(
        Map.of(
            "login.name", new PrefillValue("Åsa Ek", "e-legitimationen", NOW),
            "login.email", new PrefillValue("asa@exempel.se", "Mina sidor", NOW)));
  }

  public static PostedFields pageOne() {
    return PostedFields.with("text", "Hej", "langtext", "", "val", "a", "underA", "under");
  }

  public static PostedFields pageTwo() {
    return PostedFields.with(
        "janej",
        "no",
        "epost",
        "asa@exempel.se",
        "datum-day",
        "6",
        "datum-month",
        "3",
        "datum-year",
        "2014");
  }

  /** A state in which every page is complete. */
  public static FormState complete(FormRun run) {
    FormState state = started(run);
    state = run.post(state, "ett", pageOne()).state();
    state = run.post(state, "tva", pageTwo()).state();
    state =
        run.post(
                state,
                "filer",
                PostedFields.with("_csrf", "t").and(PostedFile.of("filer", "intyg.pdf", PDF)))
            .state();
    return run.post(state, "intyg", PostedFields.with("intygar", "yes")).state();
  }
}
