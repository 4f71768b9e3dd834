package se.byggsten.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.SecrecyMark;

/** Packages for the tests. */
public final class Packages {
  /** When they were made. */
  public static final Instant AT = Instant.parse("2026-03-02T08:15:31Z");

  private Packages() {}

  /** Two representations with text, a "PDF" and a picture. */
  public static SubmissionPackageBuilder simple() {
    return SubmissionPackage.builder(PackageProfile.CSIP_SIP_2_1_0)
        .objectId("eksta-2c4f1a")
        .label("Ansökan om kolloplats, KFN 2026-0001")
        .content("Mixed", "Byggsten case 1")
        .createdAt(AT)
        .archivalCreator(new PackageAgent("Kultur- och fritidsnämnden", "ORG:2120000001"))
        .submittingAgent(new PackageAgent("Eksta kommun", "ORG:2120000001"))
        .software("Byggsten", "0.1")
        .submissionAgreement("EKSTA 2026/17")
        .rights(
            new PackageRights(
                new RetentionRule("3.7.2", Optional.of(Period.ofYears(5)), "Plan 2026, KFN § 12"),
                Optional.of(new SecrecyMark("26 kap. 1 § OSL", LocalDate.of(2026, 3, 2), "KFN"))))
        .event(new PreservationEvent("creation", AT.minusSeconds(60), "Received by the e-service"))
        .event(new PreservationEvent("information package creation", AT, "Packaged"))
        .description(
            new DescriptiveMetadata(
                file("case.xml", "application/xml", "<case>å</case>"), "OTHER", "Byggsten case 1"))
        .representation(
            new Representation(
                "rep1", List.of(file("application.pdf", "application/pdf", "%PDF-1.7 å"))))
        .representation(
            new Representation(
                "rep2",
                List.of(
                    file("answers.json", "application/json", "{\"å\": 1}"),
                    PackageFile.of("attachment-1.png", "image/png", AT, noise(4_000))
                        .originallyNamed("Läkarintyg Åsa <Öberg> & co \u0000.png"))));
  }

  /** A file with text. */
  public static PackageFile file(String name, String mediaType, String text) {
    return PackageFile.of(name, mediaType, AT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that do not compress, the same each time. */
  public static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    int x = 17;
    for (int i = 0; i < length; i++) {
      x = x * 1_103_515_245 + 12_345;
      bytes[i] = (byte) (x >>> 16);
    }
    return Arrays.copyOf(bytes, length);
  }
}
