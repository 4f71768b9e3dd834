package se.byggsten.testidp.attack.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.attack.Attack.Manner;
import se.byggsten.testidp.attack.Attack.Target;

/** All attacks, with what makes the message of each. */
public final class AttackList {
  private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

  /** The attacks in the order in which they are run. */
  public static final List<Attack> ALL = all();

  private AttackList() {}

  /** Returns the message of an attack, as XML. */
  public static String message(Attack attack, Scene scene) {
    Maker maker = MAKERS.get(attack.id());
    if (maker == null) {
      throw new IllegalArgumentException("No attack of the list: " + attack.id());
    }
    return maker.make(scene);
  }

  /** Returns the messages of the attack that compares answers. */
  public static List<String> unopenable(Scene scene) {
    return EncryptionAttacks.unopenable(scene);
  }

  /** Returns the messages of the attack that compares times. */
  public static List<String> unsignedUnopenable(Scene scene) {
    return EncryptionAttacks.unsignedUnopenable(scene);
  }

  /** Returns the right answer: the response signed, the assertion encrypted. */
  public static String right(Scene scene) {
    return scene.right();
  }

  /** Returns the right answer with the persistent name of an attack, whole or as it is cut. */
  public static String named(Scene scene, boolean whole) {
    String name = HostileXml.CUT_NAME + (whole ? HostileXml.NAME_REST : "");
    return scene.signed(scene.draft().named(name));
  }

  /** Returns the assertion of an earlier answer in a new response. */
  public static String reused(Scene scene, String earlier) {
    return EncryptionAttacks.reused(scene, earlier);
  }

  /** Returns a right answer whose assertion has this id. */
  public static String withAssertionId(Scene scene, String id) {
    return EncryptionAttacks.sameId(scene, id);
  }

  private static List<Attack> all() {
    Adder adder = new Adder();
    SignatureAttacks.addTo(adder);
    FormAttacks.addTo(adder);
    ProtocolAttacks.addTo(adder);
    return List.copyOf(adder.attacks);
  }

  /** Takes the attacks one by one. */
  static final class Adder {
    private final List<Attack> attacks = new ArrayList<>();

    private Adder() {}

    void add(
        String id, Target target, Manner manner, String source, String requirements, Maker maker) {
      List<RequirementId> ids =
          Stream.of(requirements.split(" ", -1))
              .map(number -> RequirementId.of("SC-" + number))
              .toList();
      attacks.add(new Attack(id, target, manner, source, ids));
      MAKERS.put(id, maker);
    }
  }
}
