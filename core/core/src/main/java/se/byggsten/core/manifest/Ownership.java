package se.byggsten.core.manifest;

import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * Who owns the service, who receives it and who pays, as known so far.
 *
 * @param systemOwner the system owner (<i>systemägare</i>)
 * @param objectManager the object manager (<i>objektförvaltare</i>)
 * @param serviceOwner the owner of the e-service (<i>e-tjänsteansvarig</i>)
 * @param incidentOfficer who reports incidents (cybersäkerhetslagen 2025:1506)
 * @param receivingDepartment the department that receives the service after the project
 * @param funding how operation and maintenance are paid
 */
public record Ownership(
    Optional<Steward> systemOwner,
    Optional<Steward> objectManager,
    Optional<Steward> serviceOwner,
    Optional<Steward> incidentOfficer,
    Optional<String> receivingDepartment,
    Optional<String> funding) {
  /** Nothing is known. */
  public static final Ownership NONE =
      new Ownership(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static Ownership from(DataView map) {
    map.onlyKeys(
        "systemOwner",
        "objectManager",
        "serviceOwner",
        "incidentOfficer",
        "receivingDepartment",
        "funding");
    return new Ownership(
        map.optional("systemOwner").map(Steward::from),
        map.optional("objectManager").map(Steward::from),
        map.optional("serviceOwner").map(Steward::from),
        map.optional("incidentOfficer").map(Steward::from),
        map.optional("receivingDepartment").map(DataView::text),
        map.optional("funding").map(DataView::text));
  }
}
