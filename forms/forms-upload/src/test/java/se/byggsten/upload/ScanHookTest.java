package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;

class ScanHookTest {
  @ParameterizedTest
  @CsvSource({
    "ATTACHMENT, application/pdf, true",
    "ATTACHMENT, text/plain, true",
    "ATTACHMENT, text/plain; charset=utf-8, true",
    "SUPPLEMENT, application/pdf, true",
    "SUPPLEMENT, text/plain, true",
    "SUPPLEMENT, text/plain;charset=utf-16, true",
    "SUPPLEMENT, text/plain; charset=utf-8, false",
    "ANSWERS, application/json, false",
    "DECISION, text/plain, false"
  })
  void every_file_that_somebody_has_sent_is_scanned(
      DocumentRole role, String mediaType, boolean scanned) {
    StoredDocument document =
        new StoredDocument(
            new UUID(1, 2),
            role,
            "x.txt",
            mediaType,
            1,
            "0".repeat(64),
            Instant.EPOCH,
            Optional.empty());
    assertThat(ScanHook.isUpload(document)).isEqualTo(scanned);
  }
}
