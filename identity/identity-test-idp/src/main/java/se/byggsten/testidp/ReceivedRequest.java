package se.byggsten.testidp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.protocol.internal.Request;

/** A request whose signature, address and age are right. */
public final class ReceivedRequest {
  private final Request request;

  ReceivedRequest(Request request) {
    this.request = request;
  }

  Request request() {
    return request;
  }

  /**
   * Returns where the answer will go.
   *
   * @return the address, absolute
   */
  public URI acsUrl() {
    return URI.create(request.acsUrl());
  }

  /**
   * Returns who asks.
   *
   * @return the entityID of the service
   */
  public String service() {
    return request.service().entityId();
  }

  /**
   * Returns what the service calls itself to people.
   *
   * @param language the language that is wanted
   * @return its name in that language, else in another; empty when its metadata have none
   */
  public Optional<String> serviceName(Locale language) {
    Map<String, String> names = request.service().displayNames();
    return Optional.ofNullable(names.get(language.getLanguage()))
        .or(() -> names.values().stream().findFirst());
  }

  /**
   * Returns the levels that the service asks for.
   *
   * @return the levels, as they stand in the request
   */
  public List<AssuranceLevel> levels() {
    return request.levels().stream().map(AssuranceLevel::of).toList();
  }

  /**
   * Says whether the person must identify themselves anew.
   *
   * @return the attribute ForceAuthn
   */
  public boolean forceAuthn() {
    return request.forceAuthn();
  }

  /**
   * Returns what the service wants to tell the person (UserMessage).
   *
   * @return the texts by language tag; none when there is no message
   */
  public Map<String, String> messages() {
    return request.messages();
  }

  /**
   * Returns the identity providers that the request names (Scoping).
   *
   * @return their names, such as that of a country's proxy
   */
  public List<String> scoping() {
    return request.scoping();
  }

  /**
   * Returns which of these people the service expects (PrincipalSelection).
   *
   * @param persons those who can log in
   * @return the person, or empty when the request names nobody or somebody else
   */
  public Optional<TestPerson> expected(List<TestPerson> persons) {
    Map<String, String> wanted = request.principal();
    return persons.stream()
        .filter(
            person ->
                !wanted.isEmpty()
                    && TestIdentityProvider.attributesOf(person)
                        .entrySet()
                        .containsAll(wanted.entrySet()))
        .findFirst();
  }

  @Override
  public String toString() {
    return "ReceivedRequest[" + request.id() + "]";
  }
}
