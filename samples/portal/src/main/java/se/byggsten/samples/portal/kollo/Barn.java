package se.byggsten.samples.portal.kollo;

import static se.byggsten.core.cases.PersonalData.IDENTITY_NUMBER;
import static se.byggsten.core.cases.PersonalData.ORDINARY;
import static se.byggsten.core.cases.PersonalData.SENSITIVE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.annotation.Warning;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.constraint.Month;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.Rule;

/** A child that the application is about: a row. */
@RowPages({
  @Page(id = "barnet"),
  @Page(id = "barnets-kollo"),
  @Page(id = "barnets-simning"),
  @Page(id = "barnets-mat"),
  @Page(id = "barnets-allergi"),
  @Page(id = "barnets-allergier", kind = PageKind.REPEAT, showIf = "harAllergi"),
  @Page(id = "barnets-medicin"),
  @Page(id = "barnets-mediciner", kind = PageKind.REPEAT, showIf = "tarMedicin"),
  @Page(id = "barnets-vaccin"),
  @Page(id = "barnets-stod"),
  @Page(id = "barnets-intyg", kind = PageKind.UPLOAD, showIf = "behoverStod")
})
public record Barn(
    @Field(page = "barnet", autocomplete = "off", facts = @Facts(personalData = ORDINARY))
        @NotBlank
        @Size(max = 60)
        String fornamn,
    @Field(page = "barnet", autocomplete = "off", facts = @Facts(personalData = ORDINARY))
        @NotBlank
        @Size(max = 60)
        String efternamn,
    @Field(
            page = "barnet",
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts = @Facts(legalBasis = Grunder.PERSONNUMMER, personalData = IDENTITY_NUMBER))
        @NotBlank
        @Personnummer
        @Rule(
            id = "alder",
            holds = "birthDate(barnPersonnummer, today) == '' || (alder >= 7 && alder <= 15)")
        @Rule(
            id = "dubblett",
            holds = "barn.filter(b, b.barnPersonnummer == barnPersonnummer).size() < 2")
        String barnPersonnummer,
    @Field(
            page = "barnets-kollo",
            type = "calculated",
            value = "age(barnPersonnummer, date(year(today) + (month(today) >= 9 ? 1 : 0), 6, 15))",
            settings = @Setting(name = "unit", value = "år"),
            facts = @Facts(personalData = ORDINARY))
        BigDecimal alder,
    @Field(
            page = "barnets-kollo",
            type = "select",
            options = {
              @Option(value = "solvik-v26", showIf = LedigaVeckor.SOLVIK_V26),
              @Option(value = "solvik-v27", showIf = LedigaVeckor.SOLVIK_V27),
              @Option(value = "solvik-v28", showIf = LedigaVeckor.SOLVIK_V28),
              @Option(value = "grindso-v26", showIf = LedigaVeckor.GRINDSO_V26),
              @Option(value = "grindso-v27", showIf = LedigaVeckor.GRINDSO_V27),
              @Option(value = "grindso-v28", showIf = LedigaVeckor.GRINDSO_V28),
              @Option(value = "skogsro-v26", showIf = LedigaVeckor.SKOGSRO_V26),
              @Option(value = "skogsro-v27", showIf = LedigaVeckor.SKOGSRO_V27),
              @Option(value = "skogsro-v28", showIf = LedigaVeckor.SKOGSRO_V28),
              @Option("valfritt")
            },
            warnings = @Warning(id = "olikaVeckor", when = LedigaVeckor.OLIKA))
        @NotBlank
        String forstaVal,
    @Field(
            page = "barnets-kollo",
            type = "select",
            options = {
              @Option(value = "solvik-v26", showIf = LedigaVeckor.SOLVIK_V26),
              @Option(value = "solvik-v27", showIf = LedigaVeckor.SOLVIK_V27),
              @Option(value = "solvik-v28", showIf = LedigaVeckor.SOLVIK_V28),
              @Option(value = "grindso-v26", showIf = LedigaVeckor.GRINDSO_V26),
              @Option(value = "grindso-v27", showIf = LedigaVeckor.GRINDSO_V27),
              @Option(value = "grindso-v28", showIf = LedigaVeckor.GRINDSO_V28),
              @Option(value = "skogsro-v26", showIf = LedigaVeckor.SKOGSRO_V26),
              @Option(value = "skogsro-v27", showIf = LedigaVeckor.SKOGSRO_V27),
              @Option(value = "skogsro-v28", showIf = LedigaVeckor.SKOGSRO_V28),
              @Option("valfritt")
            })
        @Rule(id = "sammaVal", holds = "andraVal != forstaVal")
        String andraVal,
    @Field(
            page = "barnets-kollo",
            type = "select",
            options = {
              @Option(value = "solvik-v26", showIf = LedigaVeckor.SOLVIK_V26),
              @Option(value = "solvik-v27", showIf = LedigaVeckor.SOLVIK_V27),
              @Option(value = "solvik-v28", showIf = LedigaVeckor.SOLVIK_V28),
              @Option(value = "grindso-v26", showIf = LedigaVeckor.GRINDSO_V26),
              @Option(value = "grindso-v27", showIf = LedigaVeckor.GRINDSO_V27),
              @Option(value = "grindso-v28", showIf = LedigaVeckor.GRINDSO_V28),
              @Option(value = "skogsro-v26", showIf = LedigaVeckor.SKOGSRO_V26),
              @Option(value = "skogsro-v27", showIf = LedigaVeckor.SKOGSRO_V27),
              @Option(value = "skogsro-v28", showIf = LedigaVeckor.SKOGSRO_V28),
              @Option("valfritt")
            })
        @Rule(id = "sammaVal", holds = "tredjeVal != forstaVal && tredjeVal != andraVal")
        @Rule(id = "ordning", holds = "andraVal != ''")
        String tredjeVal,
    @Field(
            page = "barnets-kollo",
            autocomplete = "off",
            facts = @Facts(purpose = "Låta kompisar åka samma vecka", personalData = ORDINARY))
        @Size(max = 100)
        String kompis,
    @Field(
            page = "barnets-simning",
            options = {@Option("kan-inte"), @Option("lite"), @Option("tvahundra")},
            facts = @Facts(purpose = "Hålla barnet säkert vid vatten", personalData = ORDINARY))
        @NotBlank
        String simkunnighet,
    @Field(
            page = "barnets-mat",
            options = {
              @Option("vegetarisk"),
              @Option("vegansk"),
              @Option("halal"),
              @Option("utan-flask"),
              @Option("utan-laktos"),
              @Option("utan-gluten")
            },
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        List<String> mat,
    @Field(
            page = "barnets-mat",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @Size(max = 200)
        String matAnnat,
    @Field(
            page = "barnets-allergi",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        Boolean harAllergi,
    @Rows(page = "barnets-allergier", min = 1, max = 10) List<Allergi> allergier,
    @Field(
            page = "barnets-medicin",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        Boolean tarMedicin,
    @Rows(page = "barnets-mediciner", min = 1, max = 10) List<Medicin> mediciner,
    @Field(
            page = "barnets-vaccin",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @Month(earliest = "2005-01")
        @Rule(id = "framtid", holds = "stelkramp <= today")
        YearMonth stelkramp,
    @Field(
            page = "barnets-stod",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        Boolean behoverStod,
    @Field(
            page = "barnets-stod",
            showIf = "behoverStod",
            options = {
              @Option("rorelse"),
              @Option("medicin"),
              @Option("natt"),
              @Option("samtal"),
              @Option("grupp"),
              @Option("annat")
            },
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotEmpty
        List<String> stodSorter,
    @Field(
            page = "barnets-stod",
            type = "long-text",
            showIf = "behoverStod",
            deferrable = true,
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        @Size(max = 1000)
        String stodBeskrivning,
    @Field(
            page = "barnets-intyg",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @Attachments(max = 3, maxBytes = 10_000_000, acceptUnscanned = true)
        List<AttachmentRef> lakarintyg,
    @Field(
            page = "barnets-intyg",
            showIf = "'lakarintyg' in answered",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @PastOrPresent
        @Rule(id = "gammalt", holds = "months(intygsdatum, today) < 12")
        LocalDate intygsdatum) {
  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Barn";
  }
}
