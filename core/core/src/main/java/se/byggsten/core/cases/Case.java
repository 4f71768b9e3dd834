package se.byggsten.core.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/**
 * A case (<i>ärende</i>) as it stands.
 *
 * @param id the internal id
 * @param version grows by one at each change
 * @param eService the e-service it came through
 * @param form the form that was answered
 * @param authority the authority that owns it
 * @param diarienummer its number in the authority's diary
 * @param status where it stands
 * @param applicant the applicant's personal number; empty when nobody knows who sent it in
 * @param applicantName the applicant's name; of somebody who is not identified the name that they
 *     stated, empty when they stated none
 * @param protection the applicant's protection in the population register
 * @param language the language that the applicant used
 * @param title what it concerns
 * @param publicTitle what it concerns, for the public diary
 * @param retention what the information plan says of it
 * @param secrecyMark the secrecy mark of the case as a whole
 * @param receivedAt when the authority had the whole submission
 * @param registeredAt when it was registered; never earlier than {@code receivedAt}
 * @param supplementRequest what the citizen has been asked for, while that is so
 * @param decision the decision, once there is one
 */
public record Case(
    CaseId id,
    long version,
    String eService,
    FormReference form,
    Authority authority,
    Optional<Diarienummer> diarienummer,
    CaseStatus status,
    Optional<PersonIdentifier> applicant,
    String applicantName,
    ProtectedIdentity protection,
    Locale language,
    String title,
    String publicTitle,
    RetentionRule retention,
    Optional<SecrecyMark> secrecyMark,
    Instant receivedAt,
    Instant registeredAt,
    Optional<SupplementRequest> supplementRequest,
    Optional<Decision> decision) {

  @Override
  public String toString() {
    return "Case[" + id + ", " + status + "]";
  }
}
