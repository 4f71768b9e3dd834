package se.byggsten.samples.benchmarks.peer;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.EmailAddress;
import se.byggsten.forms.constraint.Personnummer;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.PostalCode;
import se.byggsten.forms.constraint.PrintableText;
import se.byggsten.forms.constraint.Required;

/**
 * The answers of ten questions, as a bean with the messages of its rules: all those that the form
 * has, so that both refuse the same answers.
 */
public final class Section {
  private final int number;

  @Required(message = "Skriv ditt namn.")
  @Size(max = 200, message = "Skriv högst 200 tecken.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String namn;

  @Required(message = "Skriv ditt personnummer.")
  @Personnummer(message = "Skriv personnumret med tio eller tolv siffror.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String pnr;

  @Required(message = "Skriv din e-postadress.")
  @EmailAddress(message = "Skriv e-postadressen med ett @.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String epost;

  @PhoneNumber(message = "Skriv telefonnumret med riktnummer.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String telefon;

  @Required(message = "Skriv din adress.")
  @Size(max = 200, message = "Skriv högst 200 tecken.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String adress;

  @Required(message = "Skriv ditt postnummer.")
  @PostalCode(message = "Skriv postnumret med fem siffror.")
  @PrintableText(message = "Skriv utan styrtecken.")
  @Nullable String postnr;

  @Required(message = "Skriv första dagen.")
  @Nullable LocalDate datum;

  @Required(message = "Skriv hur många ni är.")
  @Digits(integer = 12, fraction = 0, message = "Skriv antalet i hela tal.")
  @Nullable BigDecimal antal;

  @Required(message = "Välj ett läger.")
  @Nullable String val;

  List<String> mat = List.of();
  String datumDay = "";
  String datumMonth = "";
  String datumYear = "";
  String antalText = "";

  Section(int number) {
    this.number = number;
  }

  /** The end of the names of its questions. */
  public int number() {
    return number;
  }

  public String namn() {
    return text(namn);
  }

  public String pnr() {
    return text(pnr);
  }

  public String epost() {
    return text(epost);
  }

  public String telefon() {
    return text(telefon);
  }

  public String adress() {
    return text(adress);
  }

  public String postnr() {
    return text(postnr);
  }

  public String datumDay() {
    return datumDay;
  }

  public String datumMonth() {
    return datumMonth;
  }

  public String datumYear() {
    return datumYear;
  }

  public String antal() {
    return antalText;
  }

  /** Whether this camp is chosen. */
  public boolean isVal(String option) {
    return option.equals(val);
  }

  /** Whether this food is ticked. */
  public boolean isMat(String option) {
    return mat.contains(option);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Section[" + number + "]";
  }
}
