package se.byggsten.forms.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent with the answers of who took part: co-applicants with their approvals, and the
 * official who filled in.
 *
 * @param parties how far each co-applicant had come when it was sent
 * @param assisted for whom an official filled in, if one did
 * @param officialName the official's name by the login; empty without one
 */
public record Circumstances(
    List<PartyStatus> parties, Optional<AssistedEntry> assisted, String officialName) {
  /** Nobody but the applicant took part. */
  public static final Circumstances ALONE = new Circumstances(List.of(), Optional.empty(), "");

  /** Copies the list. */
  public Circumstances {
    parties = List.copyOf(parties);
  }

  /**
   * Returns them as data for the answers document.
   *
   * @return {@code parties} and {@code assisted}, each only where there is something to say
   */
  public Map<String, Object> json() {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!parties.isEmpty()) {
      data.put("parties", parties.stream().map(Circumstances::json).toList());
    }
    assisted.ifPresent(entry -> data.put("assisted", json(entry)));
    return data;
  }

  private static Map<String, Object> json(PartyStatus status) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("party", status.party().id());
    data.put("state", status.state().name());
    if (status.state() == PartyStatus.State.APPROVED) {
      status
          .approval()
          .ifPresent(
              approval -> {
                data.put("person", approval.person().canonical());
                data.put("name", approval.name());
                data.put("at", approval.at().toString());
                data.put("contentSha256", approval.contentSha256());
              });
    }
    return data;
  }

  private Map<String, Object> json(AssistedEntry entry) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("official", entry.official());
    data.put("officialName", officialName);
    data.put("identification", entry.identification().name());
    data.put("arrival", entry.arrival().name());
    data.put("arrivedAt", entry.arrivedAt().toString());
    return data;
  }

  /** Leaves out who they are. */
  @Override
  public String toString() {
    return "Circumstances[" + parties.size() + " parties, " + assisted + "]";
  }
}
