package se.byggsten.samples.portal.kollo;

import static se.byggsten.core.cases.PersonalData.ORDINARY;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.constraint.PhoneNumber;

/** Somebody to call when the applicant cannot be reached: a row. */
@RowPages(@Page(id = "anhorig"))
public record Anhorig(
    @Field(
            page = "anhorig",
            autocomplete = "off",
            facts =
                @Facts(purpose = "Nå någon om det händer barnet något", personalData = ORDINARY))
        @NotBlank
        @Size(max = 100)
        String anhorigNamn,
    @Field(
            page = "anhorig",
            autocomplete = "off",
            width = FieldWidth.MEDIUM,
            facts =
                @Facts(purpose = "Nå någon om det händer barnet något", personalData = ORDINARY))
        @NotBlank
        @PhoneNumber
        String anhorigTelefon,
    @Field(
            page = "anhorig",
            options = {@Option("slakting"), @Option("granne"), @Option("van"), @Option("annan")},
            facts =
                @Facts(purpose = "Nå någon om det händer barnet något", personalData = ORDINARY))
        @NotBlank
        String anhorigAr) {
  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Anhorig";
  }
}
