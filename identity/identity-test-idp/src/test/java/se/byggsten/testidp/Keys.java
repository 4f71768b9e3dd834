package se.byggsten.testidp;

import java.time.Instant;
import se.byggsten.testidp.protocol.internal.IdpKey;

/** Keys that all tests share, since RSA keys take long to make. */
final class Keys {
  static final IdpKey IDP = IdpKey.rsa(2048, Instant.parse("2026-01-01T00:00:00Z"));
  static final IdpKey SERVICE = IdpKey.rsa(2048, Instant.parse("2026-01-01T00:00:00Z"));

  private Keys() {}

  static TestIdp.Builder idp() {
    return TestIdp.builder().key(IDP.privateKey(), IDP.certificate());
  }
}
