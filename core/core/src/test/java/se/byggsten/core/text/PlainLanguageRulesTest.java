package se.byggsten.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

/** For each rule a text that breaks it and one that does not, in both languages. */
class PlainLanguageRulesTest {
  private static List<Finding> findings(String language, TextRole role, String text, String label) {
    Optional<String> of = Optional.ofNullable(label).filter(l -> !l.isBlank());
    TextItem item = new TextItem("key", role, text, of, role == TextRole.ERROR && of.isPresent());
    return PlainLanguage.check(
        new PageText("page", language, List.of(item)), PlainLanguageLimits.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          KLAR-OFFICIALESE|sv|BODY|Du erhåller ett brev.|erhåller|får
          KLAR-OFFICIALESE|sv|BODY|Vi har inhämtat uppgiften.|inhämtat|hämtat
          KLAR-OFFICIALESE|sv|BODY|Vi svarar i enlighet med lagen.|i enlighet med|enligt
          KLAR-OFFICIALESE|sv|BODY|Ange vad du vill.|Ange|skriv
          KLAR-OFFICIALESE|en|BODY|You must obtain a form.|obtain|get
          KLAR-ABBREVIATION|sv|BODY|Ta med t.ex. ditt pass.|t.ex|till exempel
          KLAR-ABBREVIATION|sv|BODY|Ta med kläder, mat m.m.|m.m|med mera
          KLAR-ABBREVIATION|sv|BODY|Det gäller bl. a. barn.|bl. a|bland annat
          KLAR-ABBREVIATION|sv|BODY|Det tar ca två veckor.|ca|cirka
          KLAR-ABBREVIATION|sv|BODY|Skriv ev. kommentar.|ev|eventuellt
          KLAR-ABBREVIATION|en|BODY|Bring, e.g. a passport.|e.g|for example
          KLAR-PASSIVE|sv|BODY|Ansökan registreras senare.|registreras|vem som gör det
          KLAR-PASSIVE|sv|BODY|Ansökan ska skickas in av dig.|skickas|av dig
          KLAR-PASSIVE|sv|BODY|Beslutet fattas av nämnden.|fattas|av nämnden
          KLAR-PASSIVE|sv|BODY|Ansökan blir sedan behandlad.|blir sedan behandlad|vem
          KLAR-PASSIVE|en|BODY|The form is then checked.|is then checked|who does it
          KLAR-PASSIVE|en|BODY|The form was written by the board.|was written|by the
          KLAR-NOMINALISATION|sv|BODY|Nämnden gör en ny bedömning.|gör en ny bedömning|bedöma
          KLAR-NOMINALISATION|sv|BODY|Utbetalning sker i maj.|Utbetalning sker|betala ut
          KLAR-NOMINALISATION|sv|BODY|Höjningen av sänkningen och minskningen.|3|med verb
          KLAR-NOMINALISATION|en|BODY|We carry out an assessment.|carry out an assessment|assess
          KLAR-NEGATION|sv|BODY|Det är inte ovanligt.|inte ovanligt|vanlig
          KLAR-NEGATION|sv|BODY|Det går inte utan hjälp.|inte utan|med
          KLAR-NEGATION|en|BODY|This is not unusual.|not unusual|usual
          KLAR-ADDRESS|sv|BODY|Här kan Ni söka plats.|Ni|du
          KLAR-ADDRESS|sv|BODY|Skicka er ansökan nu.|er|din
          KLAR-CAPITALS|sv|BODY|Det här är VIKTIGT.|VIKTIGT|viktigt
          KLAR-CAPITALS|sv|BODY|Du får INTE vänta.|INTE|inte
          KLAR-CAPITALS|en|BODY|This is IMPORTANT.|IMPORTANT|important
          KLAR-EXCLAMATION|sv|BODY|Välkommen!|utropstecken|punkt
          KLAR-EXCLAMATION|en|BODY|Welcome!|exclamation|full stop
          KLAR-LINK|sv|LINK|Klicka här|Klicka här|kommer till
          KLAR-LINK|sv|LINK|Läs mer.|Läs mer|kommer till
          KLAR-LINK|sv|BODY|För blankett, klicka här.|klicka här|kommer till
          KLAR-LINK|sv|LINK|https://eksta.example/kollo|https|kommer till
          KLAR-LINK|en|LINK|Read more|Read more|leads to
          KLAR-WORD|sv|BODY|Barnomsorgsplaceringsansökan är klar.|Barnomsorgs|flera ord
          KLAR-LABEL-END|sv|LABEL|Ditt namn:|:|Stryk
          KLAR-LABEL-END|en|LABEL|Your name:|:|away
          KLAR-LABEL-QUESTION|sv|YES_NO_LABEL|Allergier|Allergier|fråga
          KLAR-LABEL-QUESTION|sv|LABEL|Vilken vecka vill du åka|Vilken vecka|frågetecken
          KLAR-LABEL-QUESTION|en|LABEL|What is your name|What is|question
          KLAR-LABEL-INSTRUCTION|sv|LABEL|Fyll i ditt namn|Fyll|hjälptexten
          KLAR-LABEL-INSTRUCTION|en|LABEL|Enter your name|Enter|hint
          KLAR-ERROR-INSTRUCTION|sv|ERROR|Personnumret måste ha 12 siffror|Personnumret|Skriv
          KLAR-ERROR-INSTRUCTION|en|ERROR|The number must have 12 digits|The|Enter
          KLAR-ERROR-BLAME|sv|ERROR|Skriv inte ett ogiltigt värde|ogiltigt|vad som går
          KLAR-ERROR-BLAME|sv|ERROR|Kontrollera, numret är fel|fel|vad som ska stå
          KLAR-ERROR-BLAME|en|ERROR|Check the invalid number|invalid|what to write
          """)
  void findsWhatBreaksTheRuleAndSaysWhatToWrite(
      String rule, String language, TextRole role, String text, String what, String how) {
    assertThat(findings(language, role, text, null))
        .filteredOn(f -> f.code().value().equals(rule))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.message()).contains(what);
              assertThat(f.remedy()).contains(how);
              assertThat(f.where().resource()).isEqualTo("page");
              assertThat(f.where().detail()).contains("key");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sv|BODY|Vi hämtar barnets och kommunens uppgifter hos oss.
          sv|BODY|Det finns hjälp, och det behövs ett intyg. Det hoppas vi lyckas.
          sv|BODY|Det fattas ett intyg. Stödet kallas avlastning. Vi delas upp. Det krävs av dig.
          sv|BODY|Plats, hus, kurs och resultats är inga passiva ord.
          sv|BODY|Du blir glad när du får din plats.
          sv|BODY|Inte bara barn utan också vuxna kan söka.
          sv|BODY|Du kan inte ansöka än.
          sv|BODY|Vi frågar er båda om ni vill. Du svarar först.
          sv|BODY|Skriv ÅÅÅÅMMDD-NNNN. Skicka en PDF med MVC och IBAN.
          sv|BODY|Rum A och rum M M i huset.
          sv|BODY|Vi gör en tårta och läser en tidning om utbildning och förening i vår avdelning.
          sv|BODY|Vecka 26, klockan 8.30.
          sv|BODY|Läs vår tillgänglighetsredogörelse.
          sv|LABEL|Barnets personnummer
          sv|LABEL|Har barnet allergier?
          sv|YES_NO_LABEL|Behöver barnet stöd?
          sv|HINT|Skriv 12 siffror, till exempel ÅÅÅÅMMDD-NNNN.
          sv|LINK|Regler för kolloplats
          sv|LINK|Läs mer om kollo
          sv|LINK|{namn}
          sv|ERROR|Skriv barnets personnummer med 12 siffror
          en|BODY|You are married and need two forms. We check the form.
          en|BODY|You do not need to apply now.
          en|BODY|The station has information on education and the environment.
          en|LABEL|Your name
          en|LABEL|What is your name?
          en|LINK|Rules for camp places
          en|ERROR|Enter your postcode with five digits
          """)
  void leavesPlainTextAlone(String language, TextRole role, String text) {
    assertThat(findings(language, role, text, null)).isEmpty();
  }

  @Test
  void findsALongSentence() {
    assertThat(findings("sv", TextRole.BODY, "ord ".repeat(26), null))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).startsWith("Meningen har 26 ord, över 25"));
    assertThat(findings("sv", TextRole.BODY, "ord ".repeat(25), null)).isEmpty();
  }

  @Test
  void findsLongLabelsHintsAndErrors() {
    String long161 = "Skriv " + "namn ".repeat(33);

    assertThat(findings("sv", TextRole.LABEL, "namn ".repeat(16) + "och", null))
        .extracting(f -> f.code().value())
        .containsExactly("KLAR-LABEL-LENGTH");
    assertThat(findings("sv", TextRole.HINT, "Namn. ".repeat(34), null))
        .extracting(f -> f.code().value())
        .containsExactly("KLAR-HINT-LENGTH");
    assertThat(findings("sv", TextRole.ERROR, long161, null))
        .extracting(f -> f.code().value())
        .contains("KLAR-ERROR-LENGTH");
  }

  @Test
  void findsAHintThatRepeatsItsLabel() {
    assertThat(findings("sv", TextRole.HINT, "Barnets namn.", "Barnets namn"))
        .extracting(f -> f.code().value())
        .containsExactly("KLAR-HINT-REPEATS");
    assertThat(findings("sv", TextRole.HINT, "Förnamn och efternamn.", "Barnets namn")).isEmpty();
  }

  @Test
  void anErrorTextNamesItsField() {
    assertThat(findings("sv", TextRole.ERROR, "Skriv 5 siffror", "Postnummer"))
        .extracting(f -> f.code().value())
        .containsExactly("KLAR-ERROR-FIELD");
    assertThat(findings("sv", TextRole.ERROR, "Skriv postnumret med 5 siffror", "Ditt postnummer"))
        .isEmpty();
    assertThat(findings("sv", TextRole.ERROR, "Skriv din adress, som Gatan 1", "Gatuadress"))
        .isEmpty();
    assertThat(findings("en", TextRole.ERROR, "Enter 5 digits for: {label}", "Postcode")).isEmpty();
    assertThat(findings("sv", TextRole.ERROR, "Välj ja 1 eller nej 2", "Behöver du stöd?"))
        .isEmpty();
  }

  @Test
  void anErrorTextOnTheFormHasAnExample() {
    assertThat(findings("sv", TextRole.ERROR, "Skriv e-postadressen rätt", "E-postadress"))
        .extracting(f -> f.code().value())
        .containsExactly("KLAR-ERROR-EXAMPLE");
    assertThat(
            findings("sv", TextRole.ERROR, "Skriv e-postadressen med @ i mitten", "E-postadress"))
        .isEmpty();
    assertThat(findings("en", TextRole.ERROR, "Enter the town, for example Eksta", "Town"))
        .isEmpty();
  }

  @Test
  void aFewPassivesAreInformationAndManyAreWarnings() {
    String plain = "Du kan söka plats. Vi svarar dig. Du får ett brev. Ring oss gärna. Vi finns. ";

    assertThat(findings("sv", TextRole.BODY, plain + "Svaret sparas.", null))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    assertThat(findings("sv", TextRole.BODY, plain + "Svaret sparas. Brevet skickas.", null))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inlämnas", "avskrivs", "gallras", "raderas", "utbetalas", "upphävs", "delges",
        "tillhandahålls", "översänds", "insänds", "mottas", "anvisas", "inhämtas", "expedieras",
        "returneras", "fattas", "delas", "kallas", "uppges"
      })
  void thePassivesOfAuthoritiesAreFound(String word) {
    assertThat(PlainLanguage.check("x", "Det " + word + " av oss."))
        .extracting(f -> f.code().value())
        .contains("KLAR-PASSIVE");
  }
}
