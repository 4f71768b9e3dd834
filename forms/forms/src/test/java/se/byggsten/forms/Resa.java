package se.byggsten.forms;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.identifier.BankAccount;
import se.byggsten.core.identifier.Coordinates;
import se.byggsten.forms.annotation.Case;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.GoTo;
import se.byggsten.forms.annotation.Input;
import se.byggsten.forms.annotation.Limit;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.Party;
import se.byggsten.forms.annotation.Prefill;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.annotation.Warning;
import se.byggsten.forms.constraint.Attachments;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.Rule;
import se.byggsten.forms.type.PostalAddress;

/** The same form as forms/resa.yaml. */
@Form(
    id = "resa",
    version = 2,
    classification = "2.5",
    draftDays = 30,
    drafts = 3,
    sendAnyway = true,
    validateOn = ValidateOn.REVIEW,
    facts =
        @Facts(
            purpose = "Ordna resan",
            legalBasis = "Skollagen",
            personalData = PersonalData.ORDINARY,
            secrecy = "23 kap. 2 § OSL",
            retention = "preserve"),
    plainLanguage = {
      @Limit(name = "lix", value = 35),
      @Limit(name = "label-characters", value = 60)
    },
    inputs = {
      @Input(name = "platser", type = InputType.NUMBER),
      @Input(name = "roll", type = InputType.TEXT),
      @Input(name = "start", type = InputType.DATE),
      @Input(name = "stangd", type = InputType.YES_NO),
      @Input(name = "skolor", type = InputType.TEXTS)
    },
    parties = {
      @Party(
          id = "forare",
          identifier = "forarePnr",
          showIf = "buss == true",
          task = PartyDefinition.Task.FILL),
      @Party(id = "rektor", identifier = "rektorPnr")
    },
    pages = {
      @Page(id = "inledning", kind = PageKind.INTRO),
      @Page(
          id = "resan",
          routes = {
            @GoTo(when = "buss == false && antal < 10.0", value = "pris"),
            @GoTo(when = "roll == 'personal'", value = "barnen")
          }),
      @Page(id = "stopp", kind = PageKind.EXIT, showIf = "stangd == true"),
      @Page(id = "forarens-sida", party = "forare"),
      @Page(id = "barnen", kind = PageKind.REPEAT, showIf = "antal > 0.0"),
      @Page(id = "pris"),
      @Page(id = "filer", kind = PageKind.UPLOAD),
      @Page(id = "lova", kind = PageKind.DECLARATION),
      @Page(id = "granska", kind = PageKind.REVIEW),
      @Page(id = "kvittens", kind = PageKind.RECEIPT)
    })
public record Resa(
    @Field(page = "resan", type = "content", showIf = "stangd == false") String om,
    @Field(
            page = "resan",
            settings = {
              @Setting(name = "decimals", value = "0"),
              @Setting(name = "unit", value = "elever")
            },
            warnings = @Warning(id = "manga", when = "antal > platser"))
        @NotNull
        @DecimalMin("1")
        BigDecimal antal,
    @Field(page = "resan") @NotNull Boolean buss,
    @Field(
            page = "resan",
            facts = @Facts(personalData = PersonalData.IDENTITY_NUMBER, classification = "2.5.1"))
        @NotBlank
        @Personnummer
        String rektorPnr,
    @Field(
            page = "resan",
            type = "personnummer",
            showIf = "buss == true",
            requiredIf = "antal > 50.0",
            deferrable = true)
        String forarePnr,
    @Field(
            page = "resan",
            type = "select",
            autocomplete = "organization",
            prefill = @Prefill(source = "staff.school", locked = true),
            width = FieldWidth.MEDIUM,
            options = {@Option("asen"), @Option(value = "berget", showIf = "'berget' in skolor")})
        String skola,
    @Field(page = "resan") @Future LocalDate avresa,
    @Field(page = "resan") YearMonth manad,
    @Field(page = "resan") LocalTime tid,
    @Field(page = "resan", settings = @Setting(name = "careOf", value = "true"))
        PostalAddress adress,
    @Field(page = "resan", settings = @Setting(name = "system", value = "wgs84")) Coordinates plats,
    @Field(page = "resan", deferrable = true) BankAccount konto,
    @Field(page = "forarens-sida")
        @NotBlank
        @Pattern(regexp = "[0-9]{6}-[0-9]{4}", flags = Pattern.Flag.CASE_INSENSITIVE)
        String korkort,
    @Rows(page = "barnen", min = 1, max = 40, prefill = "staff.pupils") List<Barn> barn,
    @Field(
            page = "pris",
            type = "amount",
            settings = {
              @Setting(name = "decimals", value = "2"),
              @Setting(name = "currency", value = "SEK")
            })
        BigDecimal avgift,
    @Field(
            page = "pris",
            type = "calculated",
            value = "avgift * antal",
            settings = {
              @Setting(name = "format", value = "amount"),
              @Setting(name = "decimals", value = "2"),
              @Setting(name = "currency", value = "SEK")
            })
        BigDecimal summa,
    @Field(page = "pris", type = "calculated", value = "size(barn)") BigDecimal antalBarn,
    @Field(
            page = "pris",
            type = "calculated",
            value = "antal > 0.0",
            settings = @Setting(name = "format", value = "yes-no"))
        Boolean klar,
    @Field(
            page = "pris",
            type = "calculated",
            cases = {
              @Case(when = "antal > 20.0 || buss == true", then = "'stor'"),
              @Case(when = "size(barn) > 5", then = "'mellan'")
            },
            value = "'liten'",
            settings = @Setting(name = "format", value = "text"))
        String storlek,
    @Field(page = "pris", type = "calculated", cases = @Case(when = "klar", then = "2"))
        BigDecimal rabatt,
    @Field(page = "filer") @Attachments(max = 2, maxBytes = 1000, types = "application/pdf")
        List<AttachmentRef> intyg,
    @Field(page = "lova", type = "declaration") @NotNull Boolean lovar) {

  /** A row of a group. */
  @RowPages({
    @Page(id = "barnet", routes = @GoTo(when = "frisk == true", value = "barnets-foraldrar")),
    @Page(id = "medicinerna", kind = PageKind.REPEAT, showIf = "frisk == false"),
    @Page(id = "barnets-foraldrar")
  })
  public record Barn(
      @Field(page = "barnet") @NotBlank @Size(max = 60) String namn,
      @Field(page = "barnet") @NotNull Boolean frisk,
      @Rows(page = "medicinerna", max = 5) List<Medicin> mediciner,
      @Field(page = "barnets-foraldrar") @PhoneNumber(mobileOnly = true) String telefon,
      @Field(page = "barnets-foraldrar") @EmailAddress String epost) {}

  /** A row of a group in a group. */
  @RowPages(@Page(id = "medicinen"))
  public record Medicin(
      @Field(page = "medicinen", showIf = "namn != '' && rowNumber < 5") @NotBlank String medicin,
      @Field(
              page = "medicinen",
              options = {@Option("morgon"), @Option("kvall")})
          List<String> tider,
      @Field(
              page = "medicinen",
              type = "long-text",
              requiredIf = "'kvall' in tider",
              settings = @Setting(name = "rows", value = "4"))
          @Rule(id = "nagot", holds = "hur != namn")
          String hur) {}
}
