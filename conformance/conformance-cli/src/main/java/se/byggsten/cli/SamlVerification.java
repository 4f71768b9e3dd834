package se.byggsten.cli;

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
import se.byggsten.saml.protocol.SamlRefusal;

/** What the verification of a response came to, for people and for programs. */
final class SamlVerification {
  private final Verification verification;
  private final SwedenConnectRequirements requirements;
  private final SamlOptions options;

  SamlVerification(Verification verification, String version, SamlOptions options) {
    this.verification = verification;
    this.requirements = SwedenConnectRequirements.version(version);
    this.options = options;
  }

  List<String> text() {
    return verification instanceof Verification.Accepted accepted
        ? accepted(accepted.assertion())
        : refused(((Verification.Refused) verification).refusal());
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

  private List<String> refused(SamlRefusal refusal) {
    List<String> lines = new ArrayList<>();
    lines.add(options.words("verify.refused", refusal.code()));
    for (SwedenConnectRequirement requirement : broken(refusal)) {
      lines.add(
          "  %s %s  %s [%s]"
              .formatted(
                  requirement.id(),
                  requirement.strength(),
                  requirement.text(options.language()),
                  requirement.source()));
      lines.add("    " + requirement.remedy(options.language()));
    }
    return lines;
  }

  private List<SwedenConnectRequirement> broken(SamlRefusal refusal) {
    return refusal.requirements().stream().map(requirements::get).toList();
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
      root.put("requirements", broken(refused.refusal()).stream().map(this::json).toList());
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
