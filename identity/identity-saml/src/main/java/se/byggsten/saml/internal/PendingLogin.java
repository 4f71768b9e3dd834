package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.protocol.RequiredIdentity;

/**
 * A login that has been begun; holds no personal data.
 *
 * @param requestId the id of the request
 * @param identityProvider the entity id of who was asked
 * @param levels the levels asked for
 * @param forceAuthn whether identification anew was asked for
 * @param askedAt when
 * @param required what the service needs to know
 * @param returnTo where the visitor is on the way
 * @param bindingHash the hash of what the browser holds
 */
public record PendingLogin(
    String requestId,
    String identityProvider,
    Set<AssuranceLevel> levels,
    boolean forceAuthn,
    Instant askedAt,
    RequiredIdentity required,
    String returnTo,
    String bindingHash) {
  private static final byte VERSION = 1;

  /** Returns the bytes for a store. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(requestId);
      out.writeUTF(identityProvider);
      out.writeShort(levels.size());
      for (AssuranceLevel level : levels) {
        out.writeUTF(level.uri());
      }
      out.writeBoolean(forceAuthn);
      out.writeLong(askedAt.toEpochMilli());
      out.writeUTF(required.name());
      out.writeUTF(returnTo);
      out.writeUTF(bindingHash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote; empty for another version. */
  public static Optional<PendingLogin> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      String requestId = in.readUTF();
      String identityProvider = in.readUTF();
      Set<AssuranceLevel> levels = new TreeSet<>((a, b) -> a.uri().compareTo(b.uri()));
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        levels.add(AssuranceLevel.of(in.readUTF()));
      }
      return Optional.of(
          new PendingLogin(
              requestId,
              identityProvider,
              Set.copyOf(levels),
              in.readBoolean(),
              Instant.ofEpochMilli(in.readLong()),
              RequiredIdentity.valueOf(in.readUTF()),
              in.readUTF(),
              in.readUTF()));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
