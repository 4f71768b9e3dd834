package se.byggsten.forms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import se.byggsten.core.cases.PersonalData;
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
import se.byggsten.forms.constraint.Required;
import se.byggsten.forms.constraint.Rule;

/** The same form as forms/allt.yaml. */
@Form(
    id = "allt",
    version = 3,
    languages = {"sv", "en"},
    facts = @Facts(purpose = "Prova", legalBasis = "Lagen", retention = "dispose P1Y"),
    pages = {
      @Page(id = "ett"),
      @Page(id = "tva", showIf = "val != 'b'"),
      @Page(id = "filer"),
      @Page(id = "intyg", kind = PageKind.DECLARATION),
      @Page(id = "granska", kind = PageKind.REVIEW)
    })
public record Allt(
    @Field(
            page = "ett",
            autocomplete = "name",
            facts = @Facts(personalData = PersonalData.ORDINARY))
        @NotBlank
        @Size(max = 20)
        String text,
    @Field(page = "ett", type = "long-text") @Pattern(regexp = "[^<]*") String langtext,
    @Field(
            page = "ett",
            options = {
              @Option("a"),
              @Option("b"),
              @Option(value = "c", showIf = "text == 'hemlig'")
            })
        @Required
        String val,
    @Field(page = "ett", showIf = "val == 'a'") @NotBlank String underA,
    @Field(
            page = "ett",
            options = {@Option("x"), @Option("y"), @Option("z")})
        List<String> kryss,
    @Field(page = "ett", requiredIf = "text == 'krav'", showIf = "'x' in kryss && 'y' in kryss")
        String underXy,
    @Field(
            page = "ett",
            type = "select",
            options = {@Option("p"), @Option("q")})
        String lista,
    @Field(
            page = "ett",
            type = "select",
            options = {@Option("p"), @Option("q")})
        @Rule(id = "olika", holds = "lista2 != lista")
        String lista2,
    @Field(page = "tva") @NotNull Boolean janej,
    @Field(
            page = "tva",
            autocomplete = "off",
            facts = @Facts(personalData = PersonalData.IDENTITY_NUMBER))
        @Personnummer(samordningsnummer = false)
        String pnr,
    @Field(
            page = "tva",
            autocomplete = "email",
            prefill = @Prefill(source = "login.email"),
            facts = @Facts(personalData = PersonalData.ORDINARY))
        @EmailAddress
        String epost,
    @Field(page = "tva", autocomplete = "tel", facts = @Facts(personalData = PersonalData.ORDINARY))
        @PhoneNumber
        String telefon,
    @Field(
            page = "tva",
            autocomplete = "postal-code",
            requiredIf = "janej == true",
            facts = @Facts(personalData = PersonalData.ORDINARY))
        @PostalCode
        String postnr,
    @Field(page = "tva") @Past LocalDate datum,
    @Field(
            page = "tva",
            autocomplete = "name",
            prefill = @Prefill(source = "login.name", locked = true),
            facts = @Facts(personalData = PersonalData.ORDINARY))
        @NotBlank
        String namn,
    @Field(page = "filer") @Attachments(max = 2, maxBytes = 1000) List<AttachmentRef> filer,
    @Field(page = "intyg", type = "declaration") @NotNull Boolean intygar) {}
