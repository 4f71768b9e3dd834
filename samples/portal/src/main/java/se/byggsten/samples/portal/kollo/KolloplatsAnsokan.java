package se.byggsten.samples.portal.kollo;

import static se.byggsten.forms.PersonalData.IDENTITY_NUMBER;
import static se.byggsten.forms.PersonalData.ORDINARY;
import static se.byggsten.forms.PersonalData.SENSITIVE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.Prefill;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.PostalCode;
import se.byggsten.forms.constraint.Rule;

/** Ansökan om kolloplats as an annotated record: the same form as {@code forms/kolloplats.yaml}. */
@Form(
    id = "kolloplats",
    version = 1,
    languages = {"sv", "en"},
    classification = "3.7.2",
    facts =
        @Facts(
            purpose = "Fördela platser på kommunens kollo",
            legalBasis = "Dataskyddsförordningen art. 6.1 e, kommunallagen (2017:725) 2 kap. 1 §",
            retention = "dispose P2Y"),
    pages = {
      @Page(id = "barn"),
      @Page(id = "onskemal"),
      @Page(id = "stod"),
      @Page(id = "kontakt"),
      @Page(id = "bilagor"),
      @Page(id = "intygande", kind = PageKind.DECLARATION),
      @Page(id = "granska", kind = PageKind.REVIEW)
    })
public record KolloplatsAnsokan(
    @Field(page = "barn", autocomplete = "off", facts = @Facts(personalData = ORDINARY))
        @NotBlank
        @Size(max = 100)
        String barnetsNamn,
    @Field(
            page = "barn",
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts =
                @Facts(personalData = IDENTITY_NUMBER, legalBasis = "Lagen (2018:218) 3 kap. 10 §"))
        @NotBlank
        @Personnummer
        String barnetsPersonnummer,
    @Field(
            page = "barn",
            options = {
              @Option("vardnadshavare"),
              @Option("familjehemsforalder"),
              @Option("god-man")
            },
            facts = @Facts(personalData = ORDINARY))
        @NotBlank
        String relation,
    @Field(
            page = "onskemal",
            type = "select",
            options = {
              @Option("solvik-v26"),
              @Option("solvik-v28"),
              @Option("grindso-v27"),
              @Option("grindso-v29"),
              @Option("skogsro-v26"),
              @Option("skogsro-v28")
            })
        @NotBlank
        String forstaVal,
    @Field(
            page = "onskemal",
            type = "select",
            options = {
              @Option("solvik-v26"),
              @Option("solvik-v28"),
              @Option("grindso-v27"),
              @Option("grindso-v29"),
              @Option("skogsro-v26"),
              @Option("skogsro-v28")
            })
        @Rule(id = "sammaVal", holds = "andraVal != forstaVal")
        String andraVal,
    @Field(
            page = "onskemal",
            type = "select",
            options = {
              @Option("solvik-v26"),
              @Option("solvik-v28"),
              @Option("grindso-v27"),
              @Option("grindso-v29"),
              @Option("skogsro-v26"),
              @Option("skogsro-v28")
            })
        @Rule(id = "sammaVal", holds = "tredjeVal != forstaVal && tredjeVal != andraVal")
        @Rule(id = "ordning", holds = "andraVal != ''")
        String tredjeVal,
    @Field(
            page = "stod",
            facts =
                @Facts(
                    purpose = KolloplatsAnsokan.STOD,
                    legalBasis = KolloplatsAnsokan.HALSA,
                    personalData = SENSITIVE,
                    secrecy = KolloplatsAnsokan.SEKRETESS))
        @NotNull
        Boolean behoverStod,
    @Field(
            page = "stod",
            type = "long-text",
            showIf = "behoverStod == true",
            facts =
                @Facts(
                    purpose = KolloplatsAnsokan.STOD,
                    legalBasis = KolloplatsAnsokan.HALSA,
                    personalData = SENSITIVE,
                    secrecy = KolloplatsAnsokan.SEKRETESS))
        @NotBlank
        @Size(max = 1000)
        String stodBeskrivning,
    @Field(
            page = "stod",
            type = "long-text",
            facts =
                @Facts(
                    purpose = KolloplatsAnsokan.STOD,
                    legalBasis = KolloplatsAnsokan.HALSA,
                    personalData = SENSITIVE,
                    secrecy = KolloplatsAnsokan.SEKRETESS))
        @Size(max = 500)
        String allergier,
    @Field(
            page = "stod",
            options = {@Option("kan-inte"), @Option("lite"), @Option("tvahundra")},
            facts = @Facts(purpose = "Hålla barnet säkert vid vatten", personalData = ORDINARY))
        @NotBlank
        String simkunnighet,
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
            prefill = @Prefill(source = "login.email"),
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
            autocomplete = "address-line1",
            prefill = @Prefill(source = "population.street"),
            facts = @Facts(purpose = "Skicka beslutet", personalData = ORDINARY))
        @NotBlank
        @Size(max = 100)
        String adress,
    @Field(
            page = "kontakt",
            autocomplete = "postal-code",
            prefill = @Prefill(source = "population.postal-code"),
            width = FieldWidth.SHORT,
            facts = @Facts(purpose = "Skicka beslutet", personalData = ORDINARY))
        @NotBlank
        @PostalCode
        String postnummer,
    @Field(
            page = "kontakt",
            autocomplete = "address-level2",
            prefill = @Prefill(source = "population.city"),
            width = FieldWidth.MEDIUM,
            facts = @Facts(purpose = "Skicka beslutet", personalData = ORDINARY))
        @NotBlank
        @Size(max = 60)
        String ort,
    @Field(
            page = "bilagor",
            facts =
                @Facts(
                    purpose = "Styrka uppgifter om relation eller stöd",
                    legalBasis = KolloplatsAnsokan.HALSA,
                    personalData = SENSITIVE,
                    secrecy = KolloplatsAnsokan.SEKRETESS))
        @Attachments(max = 3, maxBytes = 10_000_000)
        List<AttachmentRef> bilagor,
    @Field(page = "intygande", type = "declaration") @NotNull Boolean intygar) {

  private static final String STOD = "Ge barnet rätt stöd på kollot";
  private static final String HALSA =
      "Dataskyddsförordningen art. 9.2 g, lagen (2018:218) 3 kap. 3 §";
  private static final String SEKRETESS = "26 kap. 1 § OSL";

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "KolloplatsAnsokan";
  }
}
