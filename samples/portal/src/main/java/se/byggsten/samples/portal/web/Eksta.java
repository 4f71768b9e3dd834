package se.byggsten.samples.portal.web;

import java.time.LocalDate;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Participant;

/** The made-up municipality of the samples. */
public final class Eksta {
  /** Its organisationsnummer. */
  public static final String ORGANISATION = "2120002999";

  private Eksta() {}

  /** The authority that receives, from the manifest. */
  static Authority authority(EServiceManifest manifest, LocalDate today) {
    Participant first = manifest.participants().get(0);
    return new Authority(
        first.code(), first.name(), Organisationsnummer.parse(ORGANISATION, today));
  }
}
