package se.byggsten.saml.lint;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** Keys and their certificates (SC-04, SC-05, SC-06, SC-57). */
final class KeyRules implements LintRules {
  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    List<MetadataKey> keys = new ArrayList<>();
    List<XmlNode> descriptors = subject.inRole("KeyDescriptor");
    for (XmlNode descriptor : descriptors) {
      Optional<XmlNode> element = certificateElement(descriptor);
      if (element.isEmpty()) {
        conclusions.broken("SC-04", descriptor, "KEY-NO-CERTIFICATE");
      } else {
        Optional<X509Certificate> read = MetadataKey.certificate(element.get().text());
        if (read.isEmpty()) {
          conclusions.broken("SC-04", element.get(), "CERTIFICATE-UNREADABLE");
        }
        read.ifPresent(c -> keys.add(new MetadataKey(descriptor, element.get(), c)));
      }
    }
    if (descriptors.isEmpty()) {
      conclusions.notApplicable("SC-04", "na.keys");
    }
    conclusions.judged("SC-04", descriptors.size());
    uses(subject, descriptors, conclusions);
    newest(subject, keys, descriptors, conclusions);
    if (keys.isEmpty()) {
      for (String id : List.of("SC-05b", "SC-57a", "SC-57b")) {
        conclusions.notVerified(id, "no-certificate");
      }
    }
    keys.forEach(key -> quality(key, subject, conclusions));
    strength(keys, subject, conclusions);
  }

  private static Optional<XmlNode> certificateElement(XmlNode descriptor) {
    return descriptor.children(Names.DS, "KeyInfo").stream()
        .flatMap(info -> info.children(Names.DS, "X509Data").stream())
        .flatMap(data -> data.children(Names.DS, "X509Certificate").stream())
        .findFirst();
  }

  private static String use(XmlNode descriptor) {
    return descriptor.attribute("use").map(String::strip).orElse("");
  }

  private static void uses(Subject subject, List<XmlNode> descriptors, Conclusions conclusions) {
    Set<String> uses = new HashSet<>();
    for (XmlNode descriptor : descriptors) {
      String use = use(descriptor);
      if (use.isEmpty()) {
        conclusions.broken("SC-05a", descriptor, "KEY-WITHOUT-USE");
      }
      uses.add(use);
    }
    if (!uses.contains("") && !uses.contains("signing")) {
      conclusions.broken("SC-05a", subject.descriptors().get(0), "KEY-SIGNING-MISSING");
    }
    // A service without one breaks SC-06a, since nothing can be sent to it.
    boolean needed = subject.role() == EntityRole.IDP;
    if (needed && !uses.contains("") && !uses.contains("encryption")) {
      conclusions.broken("SC-05a", subject.descriptors().get(0), "KEY-ENCRYPTION-MISSING");
    }
    conclusions.judged("SC-05a", descriptors.size());
  }

  /** The same key twice is one key. */
  private static void newest(
      Subject subject, List<MetadataKey> keys, List<XmlNode> descriptors, Conclusions conclusions) {
    boolean declared = descriptors.stream().anyMatch(d -> !"signing".equals(use(d)));
    if (!declared && subject.role() == EntityRole.SP) {
      conclusions.broken("SC-06a", subject.descriptors().get(0), "ENCRYPTION-KEY-NONE");
    } else if (!declared) {
      conclusions.notApplicable("SC-06a", "na.encryption-key");
    }
    Set<PublicKey> seen = new HashSet<>();
    for (MetadataKey key : keys) {
      if (!"signing".equals(use(key.descriptor()))
          && seen.add(key.certificate().getPublicKey())
          && seen.size() > 1) {
        conclusions.broken("SC-06a", key.descriptor(), "ENCRYPTION-KEYS-SEVERAL");
      }
    }
    conclusions.judged("SC-06a", seen.size());
  }

  private static void quality(MetadataKey key, Subject subject, Conclusions conclusions) {
    X509Certificate certificate = key.certificate();
    try {
      certificate.checkValidity(Date.from(subject.at()));
    } catch (CertificateExpiredException e) {
      conclusions.broken("SC-05b", key.element(), "CERTIFICATE-EXPIRED", end(certificate));
    } catch (CertificateNotYetValidException e) {
      conclusions.broken("SC-05b", key.element(), "CERTIFICATE-NOT-YET");
    }
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (algorithm.matches("(SHA-?1|MD[25]).*")) {
      conclusions.broken("SC-05b", key.element(), "CERTIFICATE-DIGEST", algorithm);
    }
    if (!isSelfSigned(certificate)) {
      conclusions.broken("SC-05b", key.element(), "CERTIFICATE-ISSUED");
    }
    conclusions.judged("SC-05b", 1);
  }

  private static String end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant().toString();
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    PublicKey own = certificate.getPublicKey();
    boolean usable =
        own instanceof RSAPublicKey
            || (own instanceof ECPublicKey ec && MetadataKey.isPermittedCurve(ec));
    if (!usable) {
      // Nothing can be verified with such a key; that it is one is told by itself (SC-57a).
      return true;
    }
    try {
      certificate.verify(own);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static void strength(List<MetadataKey> keys, Subject subject, Conclusions conclusions) {
    int least = subject.parameter("SC-57a", "rsa-bits");
    int recommended = subject.parameter("SC-57b", "rsa-bits");
    int rsaKeys = 0;
    for (MetadataKey key : keys) {
      PublicKey publicKey = key.certificate().getPublicKey();
      if (publicKey instanceof RSAPublicKey rsa) {
        rsaKeys++;
        int bits = rsa.getModulus().bitLength();
        if (bits < least) {
          conclusions.broken("SC-57a", key.element(), "KEY-SHORT", bits, least);
        } else if (bits < recommended) {
          conclusions.broken("SC-57b", key.element(), "KEY-SHORT", bits, recommended);
        }
      } else if (publicKey instanceof ECPublicKey ec) {
        if (!MetadataKey.isPermittedCurve(ec)) {
          conclusions.broken("SC-57a", key.element(), "KEY-CURVE");
        } else if ("encryption".equals(use(key.descriptor()))) {
          conclusions.broken("SC-57a", key.element(), "KEY-EC-ENCRYPTION");
        }
      } else {
        conclusions.broken("SC-57a", key.element(), "KEY-KIND", publicKey.getAlgorithm());
      }
    }
    if (!keys.isEmpty() && rsaKeys == 0) {
      conclusions.notApplicable("SC-57b", "na.rsa");
    }
    conclusions.judged("SC-57a", keys.size());
    conclusions.judged("SC-57b", rsaKeys);
  }
}
