package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Somebody at another network address than the other tests' visitors, with their cookies. */
final class OtherAddress {
  private final String address;
  private final List<String> cookies = new ArrayList<>();

  private OtherAddress(String address) {
    this.address = address;
  }

  /** At an address of the loopback. */
  static OtherAddress at(String address) {
    return new OtherAddress(address);
  }

  Reply get(String path) {
    return keep(Wire.send(address, head("GET", path), out -> {}));
  }

  Reply post(String path, String form) {
    byte[] body = form.getBytes(UTF_8);
    String head =
        head("POST", path)
            + "Content-Type: application/x-www-form-urlencoded\nContent-Length: "
            + body.length
            + "\n";
    return keep(Wire.send(address, head, out -> out.write(body)));
  }

  private String head(String method, String path) {
    String sent = cookies.isEmpty() ? "" : "Cookie: " + String.join("; ", cookies) + "\n";
    return method + " " + path + " HTTP/1.1\n" + sent;
  }

  private Reply keep(Reply reply) {
    reply
        .headers()
        .getOrDefault("set-cookie", List.of())
        .forEach(line -> cookies.add(line.split(";", 2)[0]));
    return reply;
  }
}
