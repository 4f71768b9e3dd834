package se.byggsten.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.person.ProtectedIdentity;

class PublicRegisterTest {
  private static final SecrecyMark MARK =
      new SecrecyMark("26 kap. 1 § OSL", LocalDate.of(2026, 3, 2), "KFN");
  private static TestDiary all;

  @BeforeAll
  @BeforeContainer
  static void start() {
    all = new TestDiary();
  }

  @AfterAll
  @AfterContainer
  static void stop() {
    all.close();
  }

  @Test
  void an_open_entry_shows_sender_and_public_subject_and_never_the_internal_one() {
    PublicView view = viewOf(application());

    assertThat(view.counterparty()).contains("Tolvan Tolvansson");
    assertThat(view.subject()).contains("Ansökan om kolloplats");
  }

  @Test
  void a_marked_entry_hides_the_sender_and_the_internal_subject() {
    PublicView view = viewOf(application().secrecyMark(MARK));

    assertThat(view.date()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(view.number()).startsWith("KFN 2026-");
    assertThat(view.counterparty()).isEmpty();
    assertThat(view.subject()).contains("Ansökan om kolloplats");
  }

  @Test
  void an_entry_of_a_protected_person_hides_the_sender() {
    for (ProtectedIdentity protection :
        List.of(ProtectedIdentity.MARKED, ProtectedIdentity.PROTECTED_REGISTRATION)) {
      PublicView view = viewOf(application().applicant(TOLVAN.withProtectedIdentity(protection)));

      assertThat(view.counterparty()).isEmpty();
      assertThat(view.subject()).contains("Ansökan om kolloplats");
    }
  }

  @Test
  void a_name_that_nothing_vouches_for_is_not_shown_to_the_public() {
    PublicView view = viewOf(application().unidentified("Gösta Ekorrberg"));

    assertThat(view.counterparty()).isEmpty();
    assertThat(all.diary.search(DiarySearch.of("Ekorrberg")))
        .extracting(PublicView::documentText)
        .doesNotContain(view.documentText());
  }

  @Test
  void finds_swedish_words_in_other_forms_and_names_and_numbers() {
    PublicView view =
        viewOf(
            application()
                .applicant(person("198112189876", "Gösta", "Ekorrberg"))
                .titles("hemligt", "Ansökningar om båtplatser vid Ekstaviken"));

    for (String words :
        List.of(
            "båtplats",
            "ansökning båtplatserna",
            "Ekorrberg",
            "gösta",
            "\"" + view.number() + "\"",
            "båtplatser -segelbåt")) {
      assertThat(all.diary.search(DiarySearch.of(words)))
          .as(words)
          .extracting(PublicView::documentText)
          .containsExactly(view.documentText());
    }
    assertThat(all.diary.search(DiarySearch.of("hemligt"))).isEmpty();
    assertThat(all.diary.search(DiarySearch.of("båtplats -ekstaviken"))).isEmpty();
  }

  @Test
  void upper_and_lower_case_are_alike_also_beyond_ascii_whatever_the_locale_of_the_cluster() {
    viewOf(
        application()
            .applicant(person("198112189876", "Åse", "ÄRLIGMAN"))
            .titles("x", "ÖPPNA FÖRSKOLAN ÅTER"));

    for (String words : List.of("ärligman", "ÄRLIGMAN", "åse", "förskola", "Åter öppna", "ÅSE")) {
      assertThat(all.diary.search(DiarySearch.of(words))).as(words).hasSize(1);
    }
  }

  @Test
  void what_is_secret_cannot_be_searched_for() {
    viewOf(
        application()
            .applicant(person("198112189876", "Zebulon", "Zetterkvist"))
            .secrecyMark(MARK)
            .titles("vräkning", "vattenskada"));
    viewOf(
        application()
            .applicant(
                person("198112189876", "Zebulon", "Zetterkvist")
                    .withProtectedIdentity(ProtectedIdentity.MARKED))
            .titles("vräkning", "vattenskada"));

    for (String words : List.of("Zebulon", "zetterkvist", "vräkning")) {
      assertThat(all.diary.search(DiarySearch.of(words))).as(words).isEmpty();
    }
  }

  @Test
  void orders_by_the_swedish_alphabet_and_what_is_left_out_comes_last() {
    for (String name : List.of("Öman", "Ångman", "Zettman", "Äppelman", "Wiman", "Viman")) {
      viewOf(
          application()
              .applicant(person("198112189876", "", name))
              .titles("x", "Alfabetisering av " + name));
    }

    assertThat(
            all.diary.search(DiarySearch.of("alfabetisering").by(DiarySearch.Order.COUNTERPARTY)))
        .extracting(view -> view.counterparty().orElseThrow())
        .containsExactly("Viman", "Wiman", "Zettman", "Ångman", "Äppelman", "Öman");
    assertThat(all.diary.search(DiarySearch.of("alfabetisering").by(DiarySearch.Order.SUBJECT)))
        .extracting(view -> view.subject().orElseThrow())
        .startsWith("Alfabetisering av Viman")
        .endsWith("Alfabetisering av Öman");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "\ud800",
        "'",
        "\"",
        "& | ! ( ) :* <->",
        "och att det",
        "%",
        "\\",
        "'; DROP SCHEMA byggsten_diary CASCADE; --",
        "-",
        "--",
        "\"\"\"",
        "or or or",
        "- ",
        "-a ",
        "-\"",
        "\"-",
        "-a",
        "a-"
      })
  void no_search_text_is_an_error(String words) {
    assertThat(all.diary.search(DiarySearch.of(words))).isNotNull();
    assertThat(all.diary.search(DiarySearch.of(words.repeat(5_000)))).isNotNull();
  }

  @Property(tries = 40)
  void nothing_secret_reaches_the_public_view_or_the_search(
      @ForAll("secrets") String given,
      @ForAll("secrets") String family,
      @ForAll("secrets") String subject,
      @ForAll("secrets") String publicSubject,
      @ForAll boolean marked,
      @ForAll boolean protectedPerson) {
    Submission.Builder submission =
        application()
            .applicant(
                person("198112189876", given, family)
                    .withProtectedIdentity(
                        protectedPerson ? ProtectedIdentity.MARKED : ProtectedIdentity.NONE))
            .titles(subject, publicSubject);
    if (marked) {
      submission.secrecyMark(MARK);
    }
    PublicView view = viewOf(submission);
    String shown = everything(view);

    boolean open = !marked && !protectedPerson;
    assertThat(shown).doesNotContain(subject);
    assertThat(shown.contains(given)).isEqualTo(open);
    assertThat(shown).contains(publicSubject);
    assertThat(view.toString()).doesNotContain(given, family, subject, publicSubject);
    assertThat(all.diary.search(DiarySearch.of(subject))).isEmpty();
    assertThat(all.diary.search(DiarySearch.of(family))).hasSize(open ? 1 : 0);
    assertThat(all.diary.search(DiarySearch.of(publicSubject))).hasSize(1);
  }

  @Property(tries = 200)
  void a_view_holds_only_what_the_entry_allows(
      @ForAll boolean marked, @ForAll boolean protectedPerson, @ForAll boolean withheld) {
    DiaryEntry entry =
        new DiaryEntry(
            new Diarienummer("KFN", 2026, 1, "KFN 2026-0001"),
            1,
            "KFN 2026-0001-1",
            new CaseId(new UUID(1, 2)),
            LocalDate.of(2026, 3, 2),
            Instant.EPOCH,
            Direction.IN,
            "Avsändare",
            "Inre ämne",
            "Yttre ämne",
            protectedPerson,
            marked ? Optional.of(MARK) : Optional.empty(),
            List.of(),
            Optional.empty(),
            withheld);

    assertThat(entry.toString()).doesNotContain("Avsändare", "ämne");
    assertThat(entry.publicView().isEmpty()).isEqualTo(withheld);
    entry
        .publicView()
        .ifPresent(
            view -> {
              boolean open = !marked && !protectedPerson;
              assertThat(everything(view)).doesNotContain("Inre ämne");
              assertThat(view.counterparty().isPresent()).isEqualTo(open);
              assertThat(view.subject()).contains("Yttre ämne");
              assertThat(view.number()).isEqualTo("KFN 2026-0001");
              assertThat(view.date()).isEqualTo(LocalDate.of(2026, 3, 2));
            });
  }

  @Provide
  Arbitrary<String> secrets() {
    // Words of their own: no two tries share one, so that finding one means that it leaked.
    return Arbitraries.longs()
        .between(1L << 40, Long.MAX_VALUE)
        .withDistribution(RandomDistribution.uniform())
        .map(number -> "q" + Long.toHexString(number) + "x")
        .withoutEdgeCases();
  }

  private static String everything(PublicView view) {
    return String.join(
        "|",
        view.number(),
        view.documentText(),
        view.date().toString(),
        view.counterparty().orElse(""),
        view.subject().orElse(""));
  }

  private static PublicView viewOf(Submission.Builder submission) {
    CaseId id = all.cases.accept(submission.build()).caseId();
    return all.diary.entries(id).get(0).publicView().orElseThrow();
  }
}
