package se.byggsten.core.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.person.AssuranceLevel;

/**
 * What the owner of an e-service declares about it, in {@code byggsten.yaml}.
 *
 * <p>The manifest is evidence: who owns the service, what it is for, how that is followed up, where
 * data lies and what has been decided. It holds roles and functional addresses, never persons. What
 * is not declared is empty here, and the conformance kit then says what is missing; what is written
 * wrong is refused when it is read.
 *
 * <pre>{@code
 * EServiceManifest manifest =
 *     EServiceManifest.from(DataReader.yaml().view(Path.of("byggsten.yaml")));
 * }</pre>
 *
 * @param schema the version of the format, {@value #SCHEMA}
 * @param service what the service is
 * @param participants the authorities that take part, at least one; the first one receives
 * @param costSharing how responsibility and cost are shared between them
 * @param ownership who owns, receives and pays
 * @param goals what it is to achieve
 * @param followUps what has been followed up
 * @param channels the ways in
 * @param assuranceLevels the levels of identification that are accepted
 * @param representations who may act for whom
 * @param retention what is preserved and what is disposed of
 * @param hosting where data lies
 * @param privacy who answers for personal data
 * @param contents information that can go stale
 * @param reachBaseline how many were reached before launch
 * @param cookies the cookies that are set
 * @param allowedHosts other hosts that pages may fetch from
 * @param decisions decisions on the service
 * @param evidence documents on the service
 * @param deviations decided deviations from requirements
 * @param feedback how users tell what they think
 * @param support help for those who find it hard
 * @param verification how the kit walks the service
 */
public record EServiceManifest(
    int schema,
    ServiceDescription service,
    List<Participant> participants,
    Optional<String> costSharing,
    Ownership ownership,
    List<Goal> goals,
    List<FollowUp> followUps,
    List<Channel> channels,
    List<AssuranceLevel> assuranceLevels,
    List<Representation> representations,
    Retention retention,
    Optional<Hosting> hosting,
    Optional<Privacy> privacy,
    List<ContentSet> contents,
    Optional<ReachBaseline> reachBaseline,
    List<CookieUse> cookies,
    List<AllowedHost> allowedHosts,
    List<Evidence> decisions,
    List<Evidence> evidence,
    List<Deviation> deviations,
    Optional<Feedback> feedback,
    List<SupportWay> support,
    Optional<Verification> verification) {
  /** The version of the format that this program reads. */
  public static final int SCHEMA = 1;

  /** Copies the lists. */
  public EServiceManifest {
    participants = List.copyOf(participants);
    goals = List.copyOf(goals);
    followUps = List.copyOf(followUps);
    channels = List.copyOf(channels);
    assuranceLevels = List.copyOf(assuranceLevels);
    representations = List.copyOf(representations);
    contents = List.copyOf(contents);
    cookies = List.copyOf(cookies);
    allowedHosts = List.copyOf(allowedHosts);
    decisions = List.copyOf(decisions);
    evidence = List.copyOf(evidence);
    deviations = List.copyOf(deviations);
    support = List.copyOf(support);
  }

  /**
   * Reads a manifest.
   *
   * @param map the whole text
   * @return the manifest
   * @throws DataException with every section's first problem and every unknown key, each with line
   *     and column; {@code DATA-UNKNOWN-VERSION} alone for another schema
   */
  public static EServiceManifest from(DataView map) {
    return ManifestReader.read(map);
  }

  /**
   * Returns the same manifest with another plan for the kit's walk.
   *
   * @param plan how the kit walks the service
   * @return the manifest
   */
  public EServiceManifest withVerification(Verification plan) {
    return new EServiceManifest(
        schema,
        service,
        participants,
        costSharing,
        ownership,
        goals,
        followUps,
        channels,
        assuranceLevels,
        representations,
        retention,
        hosting,
        privacy,
        contents,
        reachBaseline,
        cookies,
        allowedHosts,
        decisions,
        evidence,
        deviations,
        feedback,
        support,
        Optional.of(plan));
  }

  /**
   * Returns the newest decision with an id.
   *
   * @param id what it proves
   * @return the decision, expired or not
   */
  public Optional<Evidence> decision(String id) {
    return newest(decisions, id);
  }

  /**
   * Returns the newest piece of evidence with an id.
   *
   * @param id what it proves
   * @return the evidence, expired or not
   */
  public Optional<Evidence> evidence(String id) {
    return newest(evidence, id);
  }

  private static Optional<Evidence> newest(List<Evidence> list, String id) {
    return list.stream().filter(e -> e.id().equals(id)).max(Comparator.comparing(Evidence::date));
  }
}
