package se.byggsten.testidp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.attack.internal.AttackList;
import se.byggsten.testidp.attack.internal.Scene;
import se.byggsten.testidp.internal.HttpFetch;
import se.byggsten.testidp.internal.Listener;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.Names;

/** Carries out the attacks, one browser each. */
final class Attacker {
  private static final int TRIES = 30;
  private static final String AWAY = "https://angripare.example/fangad";

  private final TestIdentityProvider idp;
  private final AttackedService service;
  private final AttackedService second;
  private final TestPerson person;
  private final Listener listener;
  private final Map<String, Boolean> needs = new HashMap<>();
  private @Nullable String notBoth;

  Attacker(
      TestIdentityProvider idp,
      AttackedService service,
      AttackedService second,
      TestPerson person,
      Listener listener) {
    this.idp = idp;
    this.service = service;
    this.second = second;
    this.person = person;
    this.listener = listener;
  }

  /** A begun login: the browser that began it and what an attacker has in hand. */
  record Begun(TestBrowser browser, ReceivedRequest request, Scene scene) {
    String message(Attack attack) {
      return AttackList.message(attack, scene);
    }

    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** Returns why nothing can be verified; nothing when a right login gets in. */
  List<Evidence> control() {
    try {
      if (service.lookFromOutside().isPresent()) {
        return List.of(new Evidence("control-open", ""));
      }
      Begun begun = begin();
      TestPage page = post(begun, AttackList.right(begun.scene())).page();
      return service.isIn(begun.browser())
          ? List.of()
          : List.of(
              new Evidence("control-refused", Integer.toString(page.status())),
              new Evidence("said", AttackedService.beginning(page)));
    } catch (TestIdpException e) {
      return List.of(new Evidence("control-failed", String.valueOf(e.getMessage())));
    }
  }

  AttackResult attack(Attack attack) {
    listener.takeAsked();
    try {
      String reason = reasonNotTo(attack);
      if (!reason.isEmpty()) {
        return new AttackResult(attack, Ending.NOT_APPLICABLE, List.of(new Evidence(reason, "")));
      }
      return carriedOut(attack);
    } catch (TestIdpException e) {
      return new AttackResult(
          attack,
          Ending.NOT_VERIFIED,
          List.of(new Evidence("failed", String.valueOf(e.getMessage()))));
    }
  }

  private AttackResult carriedOut(Attack attack) {
    return switch (attack.manner()) {
      case MESSAGE, UNSOLICITED -> message(attack);
      case SECOND -> second(attack);
      case FETCH -> fetch(attack);
      case NAME -> new NameAttack(this, service, person).carriedOut(attack);
      case REPLAY -> replay(attack);
      case REUSE -> reuse(attack);
      case OTHER_BROWSER -> otherBrowser(attack);
      case RELAY_STATE -> relayState(attack);
      case DEFLATED -> deflated(attack);
      case ORACLE -> oracle(attack);
      case TIMED -> timed(attack);
    };
  }

  /** Some attacks are none where the service does not ask for what they forge, or with this key. */
  private String reasonNotTo(Attack attack) {
    return switch (attack.id()) {
      case "authentication-old" -> begin().request().forceAuthn() ? "" : "no-force-authn";
      case "ecdsa-zero" ->
          "EC".equals(idp.certificate().getPublicKey().getAlgorithm()) ? "" : "no-ecdsa-key";
      case "foreign-scope" -> !isNeeded(Names.AFFILIATION) ? "no-affiliation" : "";
      case "comment-in-number", "instruction-in-number", "cdata-in-number" ->
          isNeeded(identifier()) ? "" : "no-identifier";
      default -> "";
    };
  }

  private String identifier() {
    if (person.identifier().isPresent()) {
      return Names.NUMBER;
    }
    return person.userId().isPresent() ? Names.AFFILIATION : "urn:oid:1.2.752.201.3.4";
  }

  /** Whether a right login without this attribute is refused. */
  private boolean isNeeded(String attribute) {
    return needs.computeIfAbsent(
        attribute,
        name -> {
          Begun begun = begin();
          Map<String, String> fewer = new HashMap<>(begun.scene().attributes());
          if (fewer.remove(name) == null) {
            return false;
          }
          post(begun, AttackList.right(withAttributes(begun.scene(), fewer)));
          return !service.isIn(begun.browser());
        });
  }

  private AttackResult message(Attack attack) {
    Begun begun = begin();
    boolean unasked = attack.manner() == Attack.Manner.UNSOLICITED;
    Begun by = unasked ? new Begun(service.browser(), begun.request(), begun.scene()) : begun;
    Seen seen = unasked ? postWith(by, "", by.message(attack)) : post(by, by.message(attack));
    return judged(attack, by.browser(), seen);
  }

  /** Who trusts one identity provider alone cannot mix two up, but may when there are two. */
  private AttackResult second(Attack attack) {
    AttackResult result = message(attack);
    String reason = reasonNotToTrustBoth();
    return result.ending() == Ending.GOT_IN || reason.isEmpty()
        ? result
        : new AttackResult(
            attack, Ending.NOT_VERIFIED, List.of(new Evidence("second-not-trusted", reason)));
  }

  private String reasonNotToTrustBoth() {
    String known = notBoth;
    if (known == null) {
      known = rightBySecond();
      notBoth = known;
    }
    return known;
  }

  private String rightBySecond() {
    try {
      TestBrowser browser = second.browser();
      ReceivedRequest request = second.begin(browser);
      Scene scene = idp.second().scene(request, person, level(request), listener.address());
      Seen seen = post(new Begun(browser, request, scene), AttackList.right(scene));
      return service.isIn(browser) ? "" : AttackedService.beginning(seen.page());
    } catch (TestIdpException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private AttackResult fetch(Attack attack) {
    Begun begun = begin();
    Seen seen = post(begun, begun.message(attack));
    List<String> asked = listener.takeAsked();
    if (!asked.isEmpty()) {
      return gotIn(attack, seen, new Evidence("fetched", asked.get(0)));
    }
    return service.isHere()
        ? new AttackResult(attack, Ending.REFUSED, seen.evidence())
        : new AttackResult(attack, Ending.NOT_VERIFIED, List.of(new Evidence("far-away", "")));
  }

  private AttackResult replay(Attack attack) {
    Begun first = begin();
    String xml = AttackList.right(first.scene());
    post(first, xml);
    if (!service.isIn(first.browser())) {
      throw new TestIdpException("A right login does not get in any more");
    }
    Begun second = begin();
    Seen again = post(second, xml);
    if (service.isIn(second.browser())) {
      return gotIn(attack, again, new Evidence("opened", ""));
    }
    TestBrowser third = service.browser();
    Seen asItCame =
        postWith(
            new Begun(third, first.request(), first.scene()),
            first.request().request().relayState(),
            xml);
    return judged(attack, third, asItCame);
  }

  private AttackResult reuse(Attack attack) {
    Begun first = begin();
    AnswerDraft draft =
        AnswerDraft.to(
            first.scene().request(),
            first.scene().issuer(),
            first.scene().now(),
            first.scene().level(),
            first.scene().attributes());
    String id = draft.get(AnswerDraft.Part.ASSERTION_ID);
    String xml = AttackList.withAssertionId(first.scene(), id);
    post(first, xml);
    if (!service.isIn(first.browser())) {
      throw new TestIdpException("A right login does not get in any more");
    }
    Begun second = begin();
    String next =
        "replay-assertion".equals(attack.id())
            ? AttackList.reused(second.scene(), xml)
            : AttackList.withAssertionId(second.scene(), id);
    return judged(attack, second.browser(), post(second, next));
  }

  private AttackResult otherBrowser(Attack attack) {
    Begun attacker = begin();
    Begun victim = begin();
    Begun mixed = new Begun(victim.browser(), attacker.request(), attacker.scene());
    return judged(attack, victim.browser(), post(mixed, attacker.message(attack)));
  }

  private AttackResult relayState(Attack attack) {
    Begun begun = begin();
    Seen seen = postWith(begun, AWAY, begun.message(attack));
    boolean led =
        seen.page()
            .redirect()
            .filter(to -> URI.create(AWAY).getHost().equals(to.getHost()))
            .isPresent();
    return led
        ? gotIn(attack, seen, new Evidence("led-away", AWAY))
        : new AttackResult(attack, Ending.REFUSED, seen.evidence());
  }

  private AttackResult deflated(Attack attack) {
    Begun begun = begin();
    String small = Base64.getEncoder().encodeToString(deflate(begun.message(attack)));
    URI address =
        URI.create(
            begun.request().acsUrl()
                + "?SAMLResponse="
                + HttpFetch.encoded(small)
                + "&RelayState="
                + HttpFetch.encoded(begun.request().request().relayState()));
    Seen seen = Seen.of(() -> begun.browser().get(address));
    return judged(attack, begun.browser(), seen);
  }

  private AttackResult oracle(Attack attack) {
    Set<String> answers = new HashSet<>();
    List<Evidence> all = new ArrayList<>();
    int count = AttackList.unopenable(begin().scene()).size();
    for (int i = 0; i < count; i++) {
      Begun begun = begin();
      Seen seen = post(begun, AttackList.unopenable(begun.scene()).get(i));
      all.addAll(seen.evidence());
      answers.add(AttackedService.visible(seen.page()));
      if (service.isIn(begun.browser())) {
        return gotIn(attack, seen, new Evidence("opened", ""));
      }
    }
    if (answers.size() > 1) {
      all.add(new Evidence("told-apart", Integer.toString(answers.size())));
      return new AttackResult(attack, Ending.GOT_IN, all);
    }
    return new AttackResult(attack, Ending.REFUSED, all);
  }

  /** What is not signed should never reach the decryption, and then takes the same time. */
  private AttackResult timed(Attack attack) {
    List<Evidence> all = new ArrayList<>();
    int kinds = AttackList.unsignedUnopenable(begin().scene()).size();
    for (int kind = 0; kind < kinds; kind++) {
      Begun begun = begin();
      Seen seen = post(begun, AttackList.unsignedUnopenable(begun.scene()).get(kind));
      if (service.isIn(begun.browser())) {
        return gotIn(attack, seen, new Evidence("opened", ""));
      }
      all.addAll(seen.evidence());
    }
    TimeComparison compared =
        TimeComparison.of(
            kinds,
            TRIES,
            kind -> {
              Begun begun = begin();
              String xml = AttackList.unsignedUnopenable(begun.scene()).get(kind);
              long before = System.nanoTime();
              post(begun, xml);
              return System.nanoTime() - before;
            });
    Ending ending = compared.isFineEnough() ? Ending.REFUSED : Ending.NOT_VERIFIED;
    String key = compared.tellsApart() ? "told-apart-by-time" : "time-compared";
    all.add(
        new Evidence(
            compared.isFineEnough() ? key : "time-uneven",
            millis(compared.difference()) + "/" + millis(compared.visible())));
    return new AttackResult(attack, ending, all);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1_000_000.0);
  }

  private AttackResult judged(Attack attack, TestBrowser browser, Seen seen) {
    List<String> asked = listener.takeAsked();
    if (!asked.isEmpty()) {
      return gotIn(attack, seen, new Evidence("fetched", asked.get(0)));
    }
    return service.isIn(browser)
        ? gotIn(attack, seen, new Evidence("opened", ""))
        : new AttackResult(attack, Ending.REFUSED, seen.evidence());
  }

  static AttackResult gotIn(Attack attack, Seen seen, Evidence how) {
    List<Evidence> all = new ArrayList<>(seen.evidence());
    all.add(how);
    return new AttackResult(attack, Ending.GOT_IN, all);
  }

  Begun begin() {
    TestBrowser browser = service.browser();
    ReceivedRequest request = service.begin(browser);
    Scene scene = idp.scene(request, person, level(request), listener.address());
    return new Begun(browser, request, scene);
  }

  private static AssuranceLevel level(ReceivedRequest request) {
    return TestIdentityProvider.LEVELS.stream()
        .filter(request.levels()::contains)
        .findFirst()
        .orElse(AssuranceLevel.LOA3);
  }

  static Scene withAttributes(Scene scene, Map<String, String> attributes) {
    return new Scene(
        scene.request(),
        scene.issuer(),
        scene.key(),
        scene.strangers(),
        scene.siblings(),
        scene.now(),
        scene.level(),
        attributes,
        scene.listener());
  }

  Seen post(Begun begun, String xml) {
    return postWith(begun, begun.request().request().relayState(), xml);
  }

  private Seen postWith(Begun begun, String relayState, String xml) {
    Map<String, String> fields = new HashMap<>();
    fields.put(
        "SAMLResponse", Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
    if (!relayState.isEmpty()) {
      fields.put("RelayState", relayState);
    }
    return Seen.of(() -> begun.browser().post(begun.request().acsUrl(), fields));
  }

  private static byte[] deflate(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
