package se.byggsten.samples.portal.kollo;

import static se.byggsten.core.cases.PersonalData.IDENTITY_NUMBER;
import static se.byggsten.core.cases.PersonalData.ORDINARY;
import static se.byggsten.core.cases.PersonalData.SENSITIVE;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import se.byggsten.core.identifier.BankAccount;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.InputType;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.annotation.Case;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.GoTo;
import se.byggsten.forms.annotation.Input;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.Party;
import se.byggsten.forms.annotation.Prefill;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.Rule;
import se.byggsten.forms.constraint.Time;
import se.byggsten.forms.type.PostalAddress;

/** Ansökan om kolloplats as an annotated record: the same form as {@code forms/kolloplats.yaml}. */
@Form(
    id = "kolloplats",
    version = 2,
    languages = {"sv", "en"},
    classification = "3.7.2",
    draftDays = 30,
    sendAnyway = true,
    facts =
        @Facts(
            purpose = "Fördela platser på kommunens kollo",
            legalBasis = "Dataskyddsförordningen art. 6.1 e, kommunallagen (2017:725) 2 kap. 1 §",
            retention = "dispose P2Y"),
    inputs = @Input(name = "lediga", type = InputType.TEXTS),
    parties = {
      @Party(
          id = "vardnadshavare2",
          identifier = "andraPersonnummer",
          showIf = "antalVardnadshavare == 'tva'"),
      @Party(
          id = "betalare",
          identifier = "andraPersonnummer",
          showIf = "antalVardnadshavare == 'tva' && delaFaktura",
          task = PartyDefinition.Task.FILL)
    },
    pages = {
      @Page(id = "start", kind = PageKind.INTRO),
      @Page(id = "bor"),
      @Page(id = "stopp", kind = PageKind.EXIT, showIf = "'borIEksta' in answered && !borIEksta"),
      @Page(id = "kontakt"),
      @Page(
          id = "relation",
          routes = @GoTo(value = "barnen", when = "relation != 'vardnadshavare'")),
      @Page(id = "vardnad", routes = @GoTo(value = "barnen", when = "antalVardnadshavare == 'en'")),
      @Page(id = "andra"),
      @Page(id = "andra-kontakt"),
      @Page(id = "barnen", kind = PageKind.REPEAT),
      @Page(id = "kontakter", kind = PageKind.REPEAT),
      @Page(id = "resa"),
      @Page(id = "lov"),
      @Page(id = "inkomst"),
      @Page(id = "avgift"),
      @Page(id = "faktura", showIf = "andraBor == 'annan'"),
      @Page(
          id = "andras-faktura",
          party = "betalare",
          showIf = "andraBor == 'annan' && delaFaktura"),
      @Page(id = "konto"),
      @Page(id = "bilagor", kind = PageKind.UPLOAD),
      @Page(id = "intygande", kind = PageKind.DECLARATION),
      @Page(id = "granska", kind = PageKind.REVIEW),
      @Page(id = "kvittens", kind = PageKind.RECEIPT)
    })
public record KolloplatsAnsokan(
    @Field(
            page = "bor",
            facts = @Facts(purpose = "Se om kommunen är rätt", personalData = ORDINARY))
        @NotNull
        Boolean borIEksta,
    @Field(
            page = "kontakt",
            autocomplete = "name",
            prefill = @Prefill(source = "login.name", locked = true),
            facts = @Facts(personalData = ORDINARY))
        @NotBlank
        @Size(max = 100)
        String namn,
    @Field(
            page = "kontakt",
            autocomplete = "email",
            facts = @Facts(purpose = "Skicka kvittens och besked", personalData = ORDINARY))
        @NotBlank
        @EmailAddress
        String epost,
    @Field(
            page = "kontakt",
            autocomplete = "tel",
            width = FieldWidth.MEDIUM,
            facts = @Facts(purpose = "Nå dig när barnet är på kollo", personalData = ORDINARY))
        @NotBlank
        @PhoneNumber
        String telefon,
    @Field(
            page = "kontakt",
            options = {@Option("nej"), @Option("ja")},
            facts =
                @Facts(
                    purpose = "Skydda den som har skyddade personuppgifter",
                    personalData = SENSITIVE,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotBlank
        String skyddad,
    @Field(page = "kontakt", type = "content", showIf = "skyddad == 'ja'") String skyddadText,
    @Field(
            page = "kontakt",
            showIf = "skyddad == 'nej'",
            autocomplete = "address-line1",
            prefill = @Prefill(source = "population.address"),
            facts = @Facts(purpose = "Skicka beslutet", personalData = ORDINARY))
        @NotNull
        PostalAddress adress,
    @Field(
            page = "relation",
            options = {
              @Option("vardnadshavare"),
              @Option("familjehemsforalder"),
              @Option("god-man")
            },
            facts = @Facts(personalData = ORDINARY))
        @NotBlank
        String relation,
    @Field(
            page = "vardnad",
            options = {@Option("en"), @Option("tva")},
            facts = @Facts(personalData = ORDINARY))
        @NotBlank
        String antalVardnadshavare,
    @Field(
            page = "andra",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotBlank
        @Size(max = 100)
        String andraNamn,
    @Field(
            page = "andra",
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts = @Facts(legalBasis = Grunder.PERSONNUMMER, personalData = IDENTITY_NUMBER))
        @NotBlank
        @Personnummer
        @Rule(
            id = "vuxen",
            holds =
                "birthDate(andraPersonnummer, today) == '' || age(andraPersonnummer, today) >= 18")
        String andraPersonnummer,
    @Field(
            page = "andra",
            facts =
                @Facts(
                    purpose = "Skydda den som har skyddade personuppgifter",
                    personalData = SENSITIVE,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotNull
        Boolean andraSkyddad,
    @Field(page = "andra-kontakt", type = "content", showIf = "andraSkyddad")
        String andraSkyddadText,
    @Field(
            page = "andra-kontakt",
            deferrable = true,
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotBlank
        @PhoneNumber
        String andraTelefon,
    @Field(
            page = "andra-kontakt",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @EmailAddress
        String andraEpost,
    @Field(
            page = "andra-kontakt",
            showIf = "!andraSkyddad",
            options = {@Option("samma"), @Option("annan"), @Option("utomlands")},
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotBlank
        String andraBor,
    @Field(
            page = "andra-kontakt",
            showIf = "andraBor == 'annan'",
            deferrable = true,
            settings = @Setting(name = "careOf", value = "true"),
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotNull
        PostalAddress andraAdress,
    @Field(
            page = "andra-kontakt",
            type = "country",
            showIf = "andraBor == 'utomlands'",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = "Nå den andra vårdnadshavaren",
                    personalData = ORDINARY,
                    secrecy = Grunder.FOLKBOKFORING))
        @NotBlank
        String andraLand,
    @Rows(page = "barnen", min = 1, max = 5) List<Barn> barn,
    @Rows(page = "kontakter", min = 1, max = 3) List<Anhorig> nara,
    @Field(
            page = "resa",
            options = {@Option("buss"), @Option("egen")})
        @NotBlank
        String resval,
    @Field(page = "resa", showIf = "resval == 'egen'")
        @NotNull
        @Time(earliest = "10:00", latest = "14:00")
        LocalTime ankomst,
    @Field(
            page = "lov",
            options = {@Option("bad"), @Option("bild"), @Option("utflykt")},
            facts =
                @Facts(
                    purpose = "Veta vad barnen får göra",
                    legalBasis = "Dataskyddsförordningen art. 6.1 a",
                    personalData = ORDINARY))
        List<String> lov,
    @Field(
            page = "inkomst",
            options = {@Option("ja"), @Option("hogsta")},
            facts =
                @Facts(
                    purpose = "Räkna ut avgiften",
                    personalData = ORDINARY,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        String uppgerInkomst,
    @Field(
            page = "inkomst",
            type = "amount",
            showIf = "uppgerInkomst == 'ja'",
            settings = @Setting(name = "currency", value = "SEK"),
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts =
                @Facts(
                    purpose = "Räkna ut avgiften",
                    personalData = ORDINARY,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        @DecimalMin("0")
        @DecimalMax("99999999")
        BigDecimal inkomst,
    @Field(page = "avgift", type = "content") String taxa,
    @Field(page = "avgift", type = "calculated", value = "size(barn)") BigDecimal antalBarn,
    @Field(
            page = "avgift",
            type = "calculated",
            cases = {
              @Case(when = "uppgerInkomst != 'ja'", then = "2400.0"),
              @Case(when = "inkomst < 60000.0", then = "300.0"),
              @Case(when = "inkomst > 480000.0", then = "2400.0")
            },
            value = "round(inkomst * 0.005, 0)",
            settings = {
              @Setting(name = "format", value = "amount"),
              @Setting(name = "currency", value = "SEK")
            })
        BigDecimal avgiftPerBarn,
    @Field(
            page = "avgift",
            type = "calculated",
            value = "antalBarn > 1 ? (antalBarn - 1) * avgiftPerBarn * 0.5 : 0.0",
            settings = {
              @Setting(name = "format", value = "amount"),
              @Setting(name = "currency", value = "SEK")
            })
        BigDecimal syskonrabatt,
    @Field(
            page = "avgift",
            type = "calculated",
            value = "antalBarn * avgiftPerBarn - syskonrabatt",
            settings = {
              @Setting(name = "format", value = "amount"),
              @Setting(name = "currency", value = "SEK")
            })
        BigDecimal avgiftTotalt,
    @Field(page = "faktura", facts = @Facts(purpose = Grunder.FAKTURA, personalData = ORDINARY))
        @NotNull
        Boolean delaFaktura,
    @Field(
            page = "andras-faktura",
            facts = @Facts(purpose = Grunder.FAKTURA, personalData = ORDINARY))
        @NotNull
        Boolean betalarHalva,
    @Field(
            page = "andras-faktura",
            showIf = "betalarHalva",
            autocomplete = "email",
            facts = @Facts(purpose = Grunder.FAKTURA, personalData = ORDINARY))
        @NotBlank
        @EmailAddress
        String fakturaEpost,
    @Field(
            page = "andras-faktura",
            showIf = "betalarHalva",
            facts = @Facts(purpose = Grunder.FAKTURA, personalData = ORDINARY))
        @Attachments(max = 2, maxBytes = 10_000_000, acceptUnscanned = true)
        List<AttachmentRef> fakturaFullmakt,
    @Field(
            page = "konto",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = "Betala tillbaka avgiften om kollot blir inställt",
                    personalData = ORDINARY,
                    secrecy = Grunder.SOCIALTJANST))
        BankAccount konto,
    @Field(
            page = "bilagor",
            showIf = "relation == 'god-man' || relation == 'familjehemsforalder'",
            deferrable = true,
            facts =
                @Facts(
                    purpose = "Styrka rätten att söka för barnet",
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotEmpty
        @Attachments(max = 2, maxBytes = 10_000_000, acceptUnscanned = true)
        List<AttachmentRef> beslutOmUppdrag,
    @Field(
            page = "bilagor",
            facts =
                @Facts(
                    purpose = "Styrka uppgifter i ansökan",
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @Attachments(max = 3, maxBytes = 10_000_000, acceptUnscanned = true)
        List<AttachmentRef> bilagor,
    @Field(page = "intygande", type = "declaration") @NotNull Boolean intygar,
    @Field(page = "intygande", type = "declaration") @NotNull Boolean betalar) {
  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "KolloplatsAnsokan";
  }
}
