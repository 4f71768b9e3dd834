package se.byggsten.samples.portal.kollo;

/** Purposes and provisions that several answers share. */
final class Grunder {
  static final String FAKTURA = "Skicka fakturan till rätt person";
  static final String STOD = "Ge barnet rätt stöd på kollot";
  static final String HALSA = "Dataskyddsförordningen art. 9.2 g, lagen (2018:218) 3 kap. 3 §";
  static final String SOCIALTJANST = "26 kap. 1 § OSL";
  static final String FOLKBOKFORING = "22 kap. 1 § OSL";
  static final String PERSONNUMMER = "Lagen (2018:218) 3 kap. 10 §";

  private Grunder() {}
}
