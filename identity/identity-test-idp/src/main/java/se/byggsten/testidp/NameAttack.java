package se.byggsten.testidp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.attack.internal.AttackList;
import se.byggsten.testidp.attack.internal.Scene;

/**
 * A persistent name with a comment in it, of which somebody may read the beginning alone.
 *
 * <p>Who reads it whole may let it in, so the page after the login must tell whom the service takes
 * the visitor for. It is compared with the pages of right logins by the cut name and by the whole.
 */
final class NameAttack {
  private final Attacker attacker;
  private final AttackedService service;
  private final TestPerson person;

  NameAttack(Attacker attacker, AttackedService service, TestPerson person) {
    this.attacker = attacker;
    this.service = service;
    this.person = person;
  }

  AttackResult carriedOut(Attack attack) {
    Attacker.Begun begun = attacker.begin();
    Seen seen = attacker.post(begun, begun.message(attack));
    if (!service.isIn(begun.browser())) {
      return new AttackResult(attack, Ending.REFUSED, seen.evidence());
    }
    String attacked = page(begun);
    Optional<String> cut = pageOf(false, person);
    Optional<String> again = pageOf(false, person);
    Optional<String> whole = pageOf(true, person);
    if (cut.isEmpty() || whole.isEmpty()) {
      return unknown(attack, "persistent-refused");
    }
    if (!cut.equals(again)) {
      return unknown(attack, "name-not-shown");
    }
    if (!cut.equals(whole)) {
      if (attacked.equals(cut.get())) {
        return Attacker.gotIn(attack, seen, new Evidence("name-cut", ""));
      }
      return attacked.equals(whole.get())
          ? new AttackResult(attack, Ending.REFUSED, List.of(new Evidence("name-whole", "")))
          : unknown(attack, "name-not-shown");
    }
    Optional<String> other = somebodyElse().flatMap(one -> pageOf(false, one));
    return other.isPresent() && !other.equals(cut)
        ? new AttackResult(
            attack, Ending.NOT_APPLICABLE, List.of(new Evidence("name-without-effect", "")))
        : unknown(attack, "name-not-shown");
  }

  private static AttackResult unknown(Attack attack, String why) {
    return new AttackResult(attack, Ending.NOT_VERIFIED, List.of(new Evidence(why, "")));
  }

  /** The page after a right login; empty when it does not get in. */
  private Optional<String> pageOf(boolean whole, TestPerson who) {
    Attacker.Begun begun = attacker.begin();
    Map<String, String> attributes =
        who.equals(person) ? begun.scene().attributes() : TestIdentityProvider.attributesOf(who);
    Scene scene = Attacker.withAttributes(begun.scene(), attributes);
    attacker.post(begun, AttackList.named(scene, whole));
    return service.isIn(begun.browser()) ? Optional.of(page(begun)) : Optional.empty();
  }

  private String page(Attacker.Begun begun) {
    return AttackedService.visible(service.shown(begun.browser()));
  }

  /** Another person of the same kind, whom the service may let in too. */
  private Optional<TestPerson> somebodyElse() {
    return TestPersons.everybody().stream()
        .filter(one -> !one.equals(person))
        .filter(one -> one.identifier().isPresent() == person.identifier().isPresent())
        .filter(one -> one.userId().isPresent() == person.userId().isPresent())
        .findFirst();
  }
}
