package se.byggsten.saml.internal;

import java.time.Clock;
import java.util.List;
import se.byggsten.saml.metadata.MetadataListener;

/**
 * By which rules a feed is read.
 *
 * @param trust why its documents are believed
 * @param plan when they are fetched
 * @param clock what time it is
 * @param listeners who is told
 */
public record FeedRules(
    MetadataTrust trust, RefreshPlan plan, Clock clock, List<MetadataListener> listeners) {
  HeldDocument.Rules rules() {
    return new HeldDocument.Rules(trust, plan, clock);
  }
}
