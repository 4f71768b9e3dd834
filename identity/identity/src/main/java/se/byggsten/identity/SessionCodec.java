package se.byggsten.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.identifier.InvalidIdentifierException;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ForeignIdentity;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.identity.internal.Secrets;

/** Turns a session into bytes and back; bytes of another version are as good as no session. */
final class SessionCodec {
  private static final byte VERSION = 3;
  // Stored numbers were judged at login; reading them back must not depend on the day.
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

  private SessionCodec() {}

  static byte[] write(Session session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      write(out, session.openedAt());
      write(out, session.lastSeenAt());
      out.write(session.csrfSecret());
      write(out, session.person());
      out.writeInt(session.roles().size());
      for (String role : new TreeSet<>(session.roles())) {
        write(out, role);
      }
      out.writeInt(session.attributes().size());
      for (Map.Entry<String, String> entry : new TreeMap<>(session.attributes()).entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Optional<Session> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      Instant openedAt = readInstant(in);
      Instant lastSeenAt = readInstant(in);
      byte[] csrfSecret = in.readNBytes(Secrets.BYTES);
      AuthenticatedPerson person = readPerson(in);
      Set<String> roles = new TreeSet<>();
      for (int left = in.readInt(); left > 0; left--) {
        roles.add(readText(in));
      }
      Map<String, String> attributes = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = readText(in);
        attributes.put(name, readText(in));
      }
      return Optional.of(new Session(person, roles, attributes, openedAt, lastSeenAt, csrfSecret));
    } catch (IOException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | InvalidIdentifierException unreadable) {
      return Optional.empty();
    }
  }

  private static void write(DataOutputStream out, AuthenticatedPerson person) throws IOException {
    write(out, person.identifier().map(PersonIdentifier::canonical).orElse(""));
    out.writeInt(person.affiliations().size());
    for (OrganisationAffiliation affiliation : person.affiliations()) {
      write(out, affiliation.userId());
      write(out, affiliation.organisation().canonical());
    }
    write(out, person.givenName());
    write(out, person.surname());
    write(out, person.displayName());
    write(out, person.level().uri());
    write(out, person.authenticatedAt());
    write(out, person.identityProvider());
    write(out, person.protectedIdentity().name());
    write(out, person.previousIdentifier().map(PersonIdentifier::canonical).orElse(""));
    Optional<ForeignIdentity> foreign = person.foreign();
    write(out, foreign.map(ForeignIdentity::provisionalId).orElse(""));
    if (foreign.isPresent()) {
      write(out, foreign.get().persistence().name());
      write(out, foreign.get().eidasPersonIdentifier().orElse(""));
      write(out, foreign.get().dateOfBirth().map(LocalDate::toString).orElse(""));
    }
  }

  private static AuthenticatedPerson readPerson(DataInputStream in) throws IOException {
    AuthenticatedPerson.Builder person = AuthenticatedPerson.builder();
    String number = readText(in);
    if (!number.isEmpty()) {
      person.identifier(number(number));
    }
    for (int left = in.readInt(); left > 0; left--) {
      String userId = readText(in);
      person.affiliation(
          OrganisationAffiliation.of(userId, Organisationsnummer.parse(readText(in), ANY_DAY)));
    }
    String given = readText(in);
    person
        .name(given, readText(in))
        .displayName(readText(in))
        .level(AssuranceLevel.of(readText(in)))
        .authenticatedAt(readInstant(in))
        .identityProvider(readText(in))
        .protectedIdentity(ProtectedIdentity.valueOf(readText(in)));
    String previous = readText(in);
    if (!previous.isEmpty()) {
      person.previousIdentifier(number(previous));
    }
    String provisionalId = readText(in);
    if (!provisionalId.isEmpty()) {
      person.foreign(readForeign(in, provisionalId));
    }
    return person.build();
  }

  private static ForeignIdentity readForeign(DataInputStream in, String provisionalId)
      throws IOException {
    ForeignIdentity foreign =
        ForeignIdentity.of(provisionalId, ForeignIdentity.Persistence.valueOf(readText(in)));
    String eidas = readText(in);
    String born = readText(in);
    ForeignIdentity named = eidas.isEmpty() ? foreign : foreign.withEidasPersonIdentifier(eidas);
    return born.isEmpty() ? named : named.bornOn(LocalDate.parse(born));
  }

  private static PersonIdentifier number(String canonical) {
    return PersonIdentifier.parse(canonical, ANY_DAY, PersonIdentifier.Option.INTERIM);
  }

  private static void write(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.atOffset(ZoneOffset.UTC).getNano());
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("A text is longer than what is left");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
