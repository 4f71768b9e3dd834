package se.byggsten.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.saml.Verification;
import se.byggsten.saml.VerifiedAssertion;
import se.byggsten.saml.lint.SwedenConnectRequirement;
import se.byggsten.saml.lint.SwedenConnectRequirements;
import se.byggsten.saml.metadata.SamlAttribute;

/** What the verification of a response came to, for people and for programs. */
final class SamlVerification {
  private static final Map<String, String> PLACES =
      Map.of(
          "SubjectConfirmationData/@NotOnOrAfter", "SC-43",
          "Conditions/@NotOnOrAfter", "SC-44",
          "Response/@IssueInstant", "SC-47");

  private final Verification verification;
  private final Instant now;
  private final SwedenConnectRequirements requirements;
  private final SamlOptions options;

  SamlVerification(Verification verification, Instant now, String version, SamlOptions options) {
    this.now = now;
    this.verification = verification;
    this.requirements = SwedenConnectRequirements.version(version);
    this.options = options;
  }

  List<String> text() {
    return verification instanceof Verification.Accepted accepted
        ? accepted(accepted.assertion())
        : refused((Verification.Refused) verification);
  }

  private List<String> accepted(VerifiedAssertion assertion) {
    List<String> lines = new ArrayList<>();
    lines.add(options.words("verify.accepted"));
    line(lines, "verify.idp", assertion.identityProvider());
    assertion
        .authenticatingAuthorities()
        .forEach(authority -> line(lines, "verify.authority", authority));
    line(lines, "verify.level", assertion.level());
    line(lines, "verify.at", assertion.authenticatedAt());
    line(lines, "verify.until", assertion.validUntil());
    assertion.nameId().ifPresent(nameId -> line(lines, "verify.name-id", nameId));
    lines.add(options.words("verify.attributes"));
    new TreeMap<>(assertion.attributes())
        .forEach(
            (name, values) ->
                lines.add(
                    "  %s (%s): %s".formatted(friendly(name), name, String.join(", ", values))));
    return lines;
  }

  private void line(List<String> lines, String key, Object value) {
    lines.add("  " + options.words(key) + ": " + value);
  }

  private static String friendly(String name) {
    return SamlAttribute.find(name).map(SamlAttribute::friendlyName).orElse("-");
  }

  /** What the service should do is not told: whoever sent the response is to mend it. */
  private List<String> refused(Verification.Refused refused) {
    List<String> lines = new ArrayList<>();
    lines.add(options.words("verify.refused", refused.refusal().code()));
    if (!refused.detail().isEmpty()) {
      lines.add("  " + options.words("verify.detail", refused.detail(), now));
    }
    for (SwedenConnectRequirement requirement : broken(refused)) {
      lines.add(
          "  %s %s  %s [%s]"
              .formatted(
                  requirement.id(),
                  requirement.strength(),
                  requirement.text(options.language()),
                  requirement.source()));
    }
    return lines;
  }

  /** Where one of several times has passed, the place of that one says which requirement. */
  private List<SwedenConnectRequirement> broken(Verification.Refused refused) {
    String place = refused.detail().replaceFirst(" .*", "");
    return refused.refusal().requirements().stream()
        .filter(id -> PLACES.getOrDefault(place, id.value()).equals(id.value()))
        .map(requirements::get)
        .toList();
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", 1);
    root.put("accepted", verification instanceof Verification.Accepted);
    if (verification instanceof Verification.Accepted accepted) {
      VerifiedAssertion assertion = accepted.assertion();
      root.put("identityProvider", assertion.identityProvider());
      root.put("authenticatingAuthorities", assertion.authenticatingAuthorities());
      root.put("level", assertion.level().uri());
      root.put("authenticatedAt", assertion.authenticatedAt().toString());
      root.put("validUntil", assertion.validUntil().toString());
      root.put("nameId", assertion.nameId().orElse(null));
      root.put("attributes", new TreeMap<>(assertion.attributes()));
    } else if (verification instanceof Verification.Refused refused) {
      root.put("code", refused.refusal().code().value());
      root.put("detail", refused.detail());
      root.put("requirements", broken(refused).stream().map(this::json).toList());
    }
    return root;
  }

  private Map<String, @Nullable Object> json(SwedenConnectRequirement requirement) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", requirement.id().value());
    json.put("level", requirement.strength().name());
    json.put("source", requirement.source());
    json.put("text", requirement.text(options.language()));
    json.put("remedy", requirement.remedy(options.language()));
    return json;
  }
}
