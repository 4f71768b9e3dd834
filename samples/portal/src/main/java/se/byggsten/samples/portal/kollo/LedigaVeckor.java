package se.byggsten.samples.portal.kollo;

/** When a week at a camp is offered: the child has the age, and there are places left. */
final class LedigaVeckor {
  static final String SOLVIK_V26 = "alder >= 7 && alder <= 9 && 'solvik-v26' in lediga";
  static final String SOLVIK_V27 = "alder >= 7 && alder <= 9 && 'solvik-v27' in lediga";
  static final String SOLVIK_V28 = "alder >= 7 && alder <= 9 && 'solvik-v28' in lediga";
  static final String GRINDSO_V26 = "alder >= 10 && alder <= 12 && 'grindso-v26' in lediga";
  static final String GRINDSO_V27 = "alder >= 10 && alder <= 12 && 'grindso-v27' in lediga";
  static final String GRINDSO_V28 = "alder >= 10 && alder <= 12 && 'grindso-v28' in lediga";
  static final String SKOGSRO_V26 = "alder >= 13 && alder <= 15 && 'skogsro-v26' in lediga";
  static final String SKOGSRO_V27 = "alder >= 13 && alder <= 15 && 'skogsro-v27' in lediga";
  static final String SKOGSRO_V28 = "alder >= 13 && alder <= 15 && 'skogsro-v28' in lediga";

  /** Siblings have first choices in different weeks. */
  static final String OLIKA =
      "forstaVal.contains('-v') && barn.exists(b, b.forstaVal.contains('-v') && "
          + "!(forstaVal.endsWith('v26') && b.forstaVal.endsWith('v26')) && "
          + "!(forstaVal.endsWith('v27') && b.forstaVal.endsWith('v27')) && "
          + "!(forstaVal.endsWith('v28') && b.forstaVal.endsWith('v28')))";

  private LedigaVeckor() {}
}
