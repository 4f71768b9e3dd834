package se.byggsten.conformance.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Asks a server for a version of TLS that must be refused (RFC 8996).
 *
 * <p>The Java runtime will not speak these versions, so the greeting is written by hand. A server
 * that would go on answers with a ServerHello of that version; any other answer is a refusal.
 */
public enum OldTls {
  /** TLS 1.0. */
  TLS_1_0("TLSv1", 1),
  /** TLS 1.1. */
  TLS_1_1("TLSv1.1", 2);

  private static final int[] SUITES = {0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035, 0x000A};

  private final String protocol;
  private final int minor;

  OldTls(String protocol, int minor) {
    this.protocol = protocol;
    this.minor = minor;
  }

  /** Returns the usual name of the version. */
  public String protocol() {
    return protocol;
  }

  /** Returns whether the server goes on with this version. */
  public boolean accepted(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 5_000);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(hello(host));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] record = in.readNBytes(5);
      // Anything but a handshake is a refusal: an alert, or nothing.
      if (record.length < 5 || record[0] != 22) {
        return false;
      }
      byte[] answer = in.readNBytes(6);
      return answer.length == 6 && answer[0] == 2 && answer[4] == 3 && answer[5] == minor;
    } catch (IOException refused) {
      return false;
    }
  }

  private byte[] hello(String host) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeByte(3);
    body.writeByte(minor);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    body.write(random);
    body.writeByte(0);
    body.writeShort(SUITES.length * 2);
    for (int suite : SUITES) {
      body.writeShort(suite);
    }
    body.writeByte(1);
    body.writeByte(0);
    byte[] extensions = extensions(host);
    body.writeShort(extensions.length);
    body.write(extensions);

    byte[] hello = bytes.toByteArray();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(record);
    out.writeByte(22);
    out.writeByte(3);
    out.writeByte(1);
    out.writeShort(hello.length + 4);
    out.writeByte(1);
    out.writeByte(0);
    out.writeShort(hello.length);
    out.write(hello);
    return record.toByteArray();
  }

  private static byte[] extensions(String host) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] name = host.getBytes(StandardCharsets.US_ASCII);
    out.writeShort(0); // server_name
    out.writeShort(name.length + 5);
    out.writeShort(name.length + 3);
    out.writeByte(0);
    out.writeShort(name.length);
    out.write(name);
    out.writeShort(10); // supported_groups: P-256, P-384
    out.writeShort(6);
    out.writeShort(4);
    out.writeShort(23);
    out.writeShort(24);
    out.writeShort(11); // ec_point_formats: uncompressed
    out.writeShort(2);
    out.writeByte(1);
    out.writeByte(0);
    return bytes.toByteArray();
  }
}
