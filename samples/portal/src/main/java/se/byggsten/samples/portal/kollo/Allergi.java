package se.byggsten.samples.portal.kollo;

import static se.byggsten.core.cases.PersonalData.SENSITIVE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Setting;

/** An allergy of a child: a row within the row of the child. */
@RowPages(@Page(id = "allergin"))
public record Allergi(
    @Field(
            page = "allergin",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        @Size(max = 100)
        String allergen,
    @Field(
            page = "allergin",
            options = {@Option("lindrig"), @Option("tydlig"), @Option("farlig")},
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        String reaktion,
    @Field(
            page = "allergin",
            type = "long-text",
            requiredIf = "reaktion == 'farlig'",
            settings = @Setting(name = "rows", value = "4"),
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @Size(max = 500)
        String atgard) {
  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Allergi";
  }
}
