package se.byggsten.forms.diff;

import se.byggsten.forms.DataFacts;

/** Compares why something is asked for and what becomes of it. */
final class FactChanges {
  private FactChanges() {}

  static void compare(String where, DataFacts before, DataFacts after, Changes changes) {
    Impact impact = Impact.NEEDS_REVIEW;
    changes.compare(where, "purpose", impact, before.purpose(), after.purpose());
    changes.compare(where, "legal-basis", impact, before.legalBasis(), after.legalBasis());
    changes.compare(where, "personal-data", impact, before.personalData(), after.personalData());
    changes.compare(where, "secrecy", impact, before.secrecy(), after.secrecy());
    changes.compare(where, "retention", impact, before.retention(), after.retention());
    changes.compare(
        where, "classification", impact, before.classification(), after.classification());
  }
}
