package se.byggsten.testidp.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What an answer is to say, right or wrong. */
public final class AnswerDraft {
  private final String issuer;
  private final String destination;
  private String recipient;
  private String audience;
  private String inResponseTo;
  private Instant issuedAt;
  private final String level;
  private final Map<String, String> attributes;

  /** Creates a draft in which everything is right. */
  public AnswerDraft(
      String issuer,
      RequestReader.Request request,
      Instant issuedAt,
      String level,
      Map<String, String> attributes) {
    this.issuer = issuer;
    this.destination = request.acsUrl();
    this.recipient = request.acsUrl();
    this.audience = request.service().entityId();
    this.inResponseTo = request.id();
    this.issuedAt = issuedAt;
    this.level = level;
    this.attributes = new TreeMap<>(attributes);
  }

  /** Addresses the assertion to another place. */
  public void recipient(String value) {
    recipient = value;
  }

  /** Makes the assertion for another service. */
  public void audience(String value) {
    audience = value;
  }

  /** Answers another request. */
  public void inResponseTo(String value) {
    inResponseTo = value;
  }

  /** Issues the answer at another time. */
  public void issuedAt(Instant value) {
    issuedAt = value;
  }

  /** Leaves out an attribute. */
  public void without(String oid) {
    attributes.remove(oid);
  }

  String issuer() {
    return issuer;
  }

  String destination() {
    return destination;
  }

  String recipient() {
    return recipient;
  }

  String audience() {
    return audience;
  }

  String inResponseTo() {
    return inResponseTo;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  String level() {
    return level;
  }

  Map<String, String> attributes() {
    return attributes;
  }

  @Override
  public String toString() {
    return "AnswerDraft[masked]";
  }
}
