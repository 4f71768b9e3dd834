package se.byggsten.samples.portal.kollo;

import static se.byggsten.core.cases.PersonalData.SENSITIVE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Option;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;

/** A medicine of a child: a row within the row of the child. */
@RowPages(@Page(id = "medicinen"))
public record Medicin(
    @Field(
            page = "medicinen",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        @Size(max = 100)
        String preparat,
    @Field(
            page = "medicinen",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotBlank
        @Size(max = 100)
        String dos,
    @Field(
            page = "medicinen",
            options = {
              @Option("morgon"),
              @Option("mitt-pa-dagen"),
              @Option("kvall"),
              @Option("vid-behov"),
              @Option("klockslag")
            },
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotEmpty
        List<String> dags,
    @Field(
            page = "medicinen",
            showIf = "'klockslag' in dags",
            autocomplete = "off",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        LocalTime klockslag,
    @Field(
            page = "medicinen",
            facts =
                @Facts(
                    purpose = Grunder.STOD,
                    legalBasis = Grunder.HALSA,
                    personalData = SENSITIVE,
                    secrecy = Grunder.SOCIALTJANST))
        @NotNull
        Boolean kyl) {
  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Medicin";
  }
}
