package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.cases.Case;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.party.PartyStatus;

/** The codes of the invitations to what has been sent, so that its sender finds the links again. */
final class CaseInvitations {
  private static final String NAMESPACE = "case-invitation";
  private static final Duration LIFE = Duration.ofDays(120);

  private final ExpiringStore store;
  private final Clock clock;

  CaseInvitations(ExpiringStore store, DraftKeys keys, Clock clock) {
    this.store = keys.sealing(store, NAMESPACE);
    this.clock = clock;
  }

  void keep(String caseId, List<PartyStatus> parties) {
    StringBuilder lines = new StringBuilder();
    for (PartyStatus one : parties) {
      one.code().ifPresent(code -> lines.append(one.party().id() + " " + code + "\n"));
    }
    if (!lines.isEmpty()) {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      store.putIfAbsent(NAMESPACE, caseId, bytes, clock.instant().plus(LIFE));
    }
  }

  /** The code of each party, by the party's id. */
  Map<String, String> of(Case one) {
    Map<String, String> codes = new LinkedHashMap<>();
    store
        .find(NAMESPACE, one.id().toString())
        .ifPresent(
            value ->
                new String(value.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .forEach(parts -> codes.put(parts[0], parts[1])));
    return codes;
  }
}
