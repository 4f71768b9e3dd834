package se.byggsten.archive.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipFile;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.archive.ArchiveException;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageValidator;
import se.byggsten.archive.spi.PackageDelivery;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.document.PdfRenderer;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.DocumentRelease;
import se.byggsten.pdf.PdfRenderers;

class ArchiveHandlerTest {
  private static final Clock CLOCK = Clock.fixed(MemoryCase.AT.plusSeconds(5), ZoneOffset.UTC);
  private static final PdfRenderer RENDERER = PdfRenderers.preservation();
  private static final OutboxMessage MESSAGE =
      new OutboxMessage(MemoryCase.ID, "archive", "archive-1", Map.of());

  @TempDir Path folder;

  @Test
  void aCaseBecomesADeliveredPackageThatHolds() throws IOException {
    MemoryCase store = new MemoryCase();
    handler(store, store, RENDERER, delivery()).handle(MESSAGE);
    assertThat(store.deliveries()).hasSize(1);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    assertThat(PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, CLOCK).validate(zip)).isEmpty();
    String description = entry(zip, "metadata/descriptive/case.xml");
    assertThat(description)
        .contains("KFN 2026-0001", "<term>P5Y</term>", "26 kap. 1 § OSL")
        .doesNotContain(MemoryCase.NAME, MemoryCase.NUMBER);
    assertThat(entry(zip, "representations/rep1/data/application-pdf-1.pdf")).startsWith("%PDF-");
    assertThat(entry(zip, "representations/rep2/data/journal.json")).contains("DOCUMENT_ADDED");
    assertThat(entry(zip, "representations/rep2/data/answers-1.json")).contains("Öberg");
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theDescriptionFollowsTheSchemaInThePackage() throws Exception {
    MemoryCase store = new MemoryCase();
    handler(store, store, RENDERER, delivery()).handle(MESSAGE);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    valid(entry(zip, "schemas/byggsten-case-1.xsd"), entry(zip, "metadata/descriptive/case.xml"));
  }

  private static void valid(String schema, String description) throws Exception {
    SchemaFactory.newDefaultInstance()
        .newSchema(new StreamSource(new java.io.StringReader(schema)))
        .newValidator()
        .validate(new StreamSource(new java.io.StringReader(description)));
  }

  @Test
  void eachKindOfInformationIsDescribedByItsOwnFactsAndNoAnswers() throws Exception {
    MemoryCase store = new MemoryCase();
    handler(store, store, RENDERER, delivery()).handle(MESSAGE);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    String information = entry(zip, "metadata/descriptive/information.xml");
    String own = information.substring(information.indexOf("<information field=\"minne\">"));
    assertThat(own.substring(0, own.indexOf("</information>")))
        .contains(
            "<personalData>sensitive</personalData>",
            "<secrecy>26 kap. 1 § OSL</secrecy>",
            "<classification>3.7.9</classification>",
            "<action>preserve</action>")
        .doesNotContain("<term>", "<label>", "<purpose>");
    assertThat(information)
        .contains("Ditt namn &amp; så", "<term>P2Y</term>", "<action>unstated</action>")
        .contains("<legalBasis>Kommunallagen (2017:725) 2 kap. 1 §</legalBasis>")
        .contains("<personalData>identity-number</personalData>", "language=\"sv\"")
        .doesNotContain(MemoryCase.NAME, MemoryCase.NUMBER);
    String mets = ArchiveHandler.packageId(MESSAGE) + "/METS.xml";
    try (ZipFile file = new ZipFile(zip.toFile())) {
      mets =
          new String(
              file.getInputStream(file.getEntry(mets)).readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(mets)
        .contains("metadata/descriptive/information.xml", "schemas/byggsten-information-1.xsd")
        .contains("OTHERMDTYPE=\"Byggsten information 1\"");
    assertThat(PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, CLOCK).validate(zip)).isEmpty();
    valid(entry(zip, "schemas/byggsten-information-1.xsd"), information);
  }

  @Test
  void aCaseOfWhoseInformationNothingIsSaidHasNoSuchDescription() throws IOException {
    MemoryCase store = new MemoryCase();
    store.saysNothingOfItsInformation();
    handler(store, store, RENDERER, delivery()).handle(MESSAGE);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(e -> e.getName()))
          .noneMatch(name -> name.contains("information"));
    }
    assertThat(PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, CLOCK).validate(zip)).isEmpty();
  }

  @Test
  void namesInThePackageAreNeverTheCitizens() throws IOException {
    MemoryCase store = new MemoryCase();
    handler(store, store, RENDERER, delivery()).handle(MESSAGE);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(e -> e.getName()))
          .noneMatch(name -> name.contains("Öberg") || name.contains("passwd"));
    }
    assertThat(zip.toString()).doesNotContain("Öberg", MemoryCase.NUMBER);
  }

  @Test
  void nothingIsDoneTwiceWhereverTheProcessDies() throws IOException {
    int steps = 0;
    boolean died = true;
    while (died) {
      for (boolean after : new boolean[] {false, true}) {
        Path own = Files.createDirectory(folder.resolve("run-" + steps + "-" + after));
        died = dieAtAndRunAgain(steps, after, own);
      }
      steps++;
    }
    assertThat(steps).as("calls to the ports, each of which died once").isGreaterThan(8);
  }

  private boolean dieAtAndRunAgain(int step, boolean after, Path own) throws IOException {
    MemoryCase store = new MemoryCase();
    PackageDelivery delivery = FolderDelivery.to(own, CLOCK);
    Dying dying = new Dying(step, after);
    boolean died = false;
    try {
      handler(
              dying.wrap(CaseQueries.class, store),
              dying.wrap(CaseHandling.class, store),
              dying.wrap(PdfRenderer.class, RENDERER),
              dying.wrap(PackageDelivery.class, delivery))
          .handle(MESSAGE);
    } catch (Killed e) {
      died = true;
    }
    ArchiveHandler again = handler(store, store, RENDERER, delivery);
    again.handle(MESSAGE);
    again.handle(MESSAGE);
    assertThat(store.deliveries()).hasSize(1);
    assertThat(store.count(DocumentRole.APPLICATION_PDF)).isEqualTo(1);
    try (var all = Files.list(own)) {
      assertThat(all.map(p -> p.getFileName().toString()).sorted())
          .containsExactly(
              ArchiveHandler.packageId(MESSAGE) + ".receipt",
              ArchiveHandler.packageId(MESSAGE) + ".zip");
    }
    return died;
  }

  @Test
  void aCaseWaitsForADocumentThatMayNotLeaveItYetAndLeavesOutWhatNeverMay() throws IOException {
    MemoryCase store = new MemoryCase();
    AtomicReference<DocumentRelease.State> state =
        new AtomicReference<>(DocumentRelease.State.WAITING);
    ArchiveHandler handler =
        handler(store, store, RENDERER, delivery())
            .releasedBy(
                (id, document) ->
                    document.role() == DocumentRole.ATTACHMENT
                        ? state.get()
                        : DocumentRelease.State.FREE);
    assertThatThrownBy(() -> handler.handle(MESSAGE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-DOCUMENT-WAITS");
    assertThat(store.deliveries()).isEmpty();
    state.set(DocumentRelease.State.WITHHELD);
    handler.handle(MESSAGE);
    Path zip = folder.resolve("archive").resolve(store.deliveries().get(0).location());
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(e -> e.getName()))
          .anyMatch(name -> name.contains("answers-1"))
          .noneMatch(name -> name.contains("attachment"));
    }
    assertThat(entry(zip, "metadata/descriptive/case.xml")).doesNotContain("ATTACHMENT");
  }

  @Test
  void anIncompleteOrUnknownCaseIsAnErrorAndNothingIsDelivered() {
    MemoryCase store = new MemoryCase();
    store.remove(DocumentRole.APPLICATION);
    assertThatThrownBy(() -> handler(store, store, RENDERER, delivery()).handle(MESSAGE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-CASE-INCOMPLETE");
    OutboxMessage unknown =
        new OutboxMessage(
            CaseId.parse("00000000-0000-4000-8000-000000000000"), "archive", "k", Map.of());
    assertThatThrownBy(() -> handler(store, store, RENDERER, delivery()).handle(unknown))
        .hasMessageStartingWith("ARCHIVE-CASE-INCOMPLETE");
    assertThat(store.deliveries()).isEmpty();
  }

  @Test
  void aPackageThatDoesNotHoldIsNotDelivered() {
    MemoryCase store = new MemoryCase();
    Clock early = Clock.fixed(MemoryCase.AT.plusSeconds(5), ZoneOffset.UTC);
    // A clock that goes back after the package was made puts its time in the future.
    Clock back =
        new Clock() {
          private int calls;

          @Override
          public java.time.Instant instant() {
            return early.instant().minusSeconds(calls++ == 0 ? 0 : 3_600);
          }

          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    ArchiveHandler handler =
        new ArchiveHandler(store, store, RENDERER, delivery(), settings(), back);
    assertThatThrownBy(() -> handler.handle(MESSAGE))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ArchiveException.PACKAGE_INVALID);
              assertThat(e.findings()).isNotEmpty();
            });
    assertThat(store.deliveries()).isEmpty();
  }

  private PackageDelivery delivery() {
    return FolderDelivery.to(folder.resolve("archive"), CLOCK);
  }

  private ArchiveSettings settings() {
    return new ArchiveSettings(
        PackageProfile.CSIP_SIP_2_1_0,
        new PackageAgent("Eksta kommun", "ORG:2120000142"),
        Optional.of("EKSTA 2026/17"),
        "0.1",
        folder.resolve("work"));
  }

  private ArchiveHandler handler(
      CaseQueries queries, CaseHandling handling, PdfRenderer renderer, PackageDelivery delivery) {
    return new ArchiveHandler(queries, handling, renderer, delivery, settings(), CLOCK);
  }

  private static String entry(Path zip, String path) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      var entry =
          file.stream().filter(e -> e.getName().endsWith("/" + path)).findFirst().orElseThrow();
      return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The end of a process. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Dies before or after the call with a number, counted over all wrapped ports. */
  private static final class Dying {
    private final int step;
    private final boolean after;
    private int calls;

    Dying(int step, boolean after) {
      this.step = step;
      this.after = after;
    }

    <T> T wrap(Class<T> port, T real) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (proxy, method, arguments) -> {
                boolean here = calls++ == step;
                if (here && !after) {
                  throw new Killed();
                }
                try {
                  Object result = method.invoke(real, arguments);
                  if (here) {
                    throw new Killed();
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }
}
