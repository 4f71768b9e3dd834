package se.byggsten.conformance;

import java.time.LocalDate;
import se.byggsten.core.finding.RequirementId;

/**
 * A requirement that somebody accepts unverified, for a time.
 *
 * @param requirement the requirement
 * @param reason why
 * @param expires the last day on which it counts, in Sweden
 */
public record Acceptance(RequirementId requirement, String reason, LocalDate expires) {}
