package se.byggsten.saml.servlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.ServiceProvider;

/**
 * One way in to an application: a service provider, what it asks of a login, and what lies behind.
 *
 * <p>An application with citizens and staff has two, because what an identity provider tells is
 * settled for each entity id (Swedish rules of connection, section 3.4). Whoever came in by one has
 * not come in by the other. Immutable: each method returns another entrance. Paths are without the
 * context path.
 */
public final class LoginEntrance {
  private static final Pattern BASE = Pattern.compile("(?:/[A-Za-z0-9_-]+)+");
  private static final Pattern FOLDER =
      Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[^/?#;*%{}\\s\\\\]+)+");

  /** A folder that is behind the entrance. */
  record Area(String folder, @Nullable String role, @Nullable LevelPolicy levels) {
    boolean holds(String path) {
      return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
    }
  }

  private final String base;
  private final ServiceProvider serviceProvider;
  private final Function<String, LoginRequest> requests;
  private final Function<AuthenticatedPerson, Set<String>> roles;
  private final String home;
  private final List<Area> areas;

  private LoginEntrance(
      String base,
      ServiceProvider serviceProvider,
      Function<String, LoginRequest> requests,
      Function<AuthenticatedPerson, Set<String>> roles,
      String home,
      List<Area> areas) {
    this.base = base;
    this.serviceProvider = serviceProvider;
    this.requests = requests;
    this.roles = roles;
    this.home = home;
    this.areas = List.copyOf(areas);
  }

  /**
   * Returns an entrance for citizens, with nothing behind it yet.
   *
   * @param base the folder of its addresses, such as {@code /saml}; answers come to {@code
   *     /saml/acs}, as the configuration of the service provider must say too
   * @param serviceProvider who asks
   * @return the entrance
   * @throws IllegalArgumentException when the folder is not one or more plain names
   */
  public static LoginEntrance at(String base, ServiceProvider serviceProvider) {
    if (!BASE.matcher(base).matches()) {
      throw new IllegalArgumentException(
          "The folder of an entrance is a path such as /saml, not " + base);
    }
    return new LoginEntrance(
        base, serviceProvider, LoginRequest::person, person -> Set.of(), "/", List.of());
  }

  /**
   * Returns the entrance with another question to whoever logs in.
   *
   * @param question makes the request of the path that the visitor is on the way to, such as {@code
   *     LoginRequest::staff}
   * @return the entrance
   */
  public LoginEntrance asking(Function<String, LoginRequest> question) {
    return new LoginEntrance(base, serviceProvider, question, roles, home, areas);
  }

  /**
   * Returns the entrance with what persons may be here.
   *
   * @param given the roles of somebody who has logged in by it; may be empty
   * @return the entrance
   */
  public LoginEntrance roles(Function<AuthenticatedPerson, Set<String>> given) {
    return new LoginEntrance(base, serviceProvider, requests, given, home, areas);
  }

  /**
   * Returns the entrance with where those go who were not on the way anywhere.
   *
   * @param path a path of the service; {@code /} unless changed
   * @return the entrance
   * @throws IllegalArgumentException when it could lead out of the service
   */
  public LoginEntrance home(String path) {
    if (!LoginRequest.isLocal(path)) {
      throw new IllegalArgumentException("The home is a path that begins with a single slash");
    }
    return new LoginEntrance(base, serviceProvider, requests, roles, path, areas);
  }

  /**
   * Returns the entrance with one more folder behind it.
   *
   * @param folder such as {@code /mina-sidor}, for it and all below; {@code /} for everything
   * @return the entrance
   * @throws IllegalArgumentException when it is not a path without a slash at the end
   */
  public LoginEntrance protecting(String folder) {
    return with(new Area(folder, null, null));
  }

  /**
   * Returns the entrance with one more folder behind it, for those with a role.
   *
   * <p>Of nested folders each asks for its role.
   *
   * @param folder the folder
   * @param role the role
   * @return the entrance
   */
  public LoginEntrance protecting(String folder, String role) {
    return with(new Area(folder, Objects.requireNonNull(role, "role"), null));
  }

  /**
   * Returns the entrance with one more folder behind it, for other levels than elsewhere.
   *
   * <p>Who is logged in at another level is asked to log in again on the way there. Of nested
   * folders the innermost decides.
   *
   * @param folder the folder
   * @param levels the levels that are enough, of those that the service provider accepts
   * @return the entrance
   */
  public LoginEntrance protecting(String folder, LevelPolicy levels) {
    return with(new Area(folder, null, Objects.requireNonNull(levels, "levels")));
  }

  private LoginEntrance with(Area area) {
    if (!FOLDER.matcher(area.folder()).matches()) {
      throw new IllegalArgumentException(
          "The folder "
              + area.folder()
              + " is a path such as /mina-sidor, which covers all below it: no * and no slash at the"
              + " end");
    }
    List<Area> more = new ArrayList<>(areas);
    more.add(area);
    return new LoginEntrance(base, serviceProvider, requests, roles, home, more);
  }

  String base() {
    return base;
  }

  /** Tells it apart from those of other applications too, which may share the store. */
  String mark() {
    return serviceProvider.config().entityId() + " " + base;
  }

  ServiceProvider serviceProvider() {
    return serviceProvider;
  }

  String home() {
    return home;
  }

  Set<String> folders() {
    return areas.stream().map(Area::folder).collect(Collectors.toUnmodifiableSet());
  }

  Set<String> rolesOf(AuthenticatedPerson person) {
    return Set.copyOf(roles.apply(person));
  }

  /** The innermost of the folders that hold a path. */
  Optional<Area> innermost(String path) {
    return areas.stream()
        .filter(area -> area.holds(path))
        .max(Comparator.comparingInt(area -> area.folder().length()));
  }

  /** All roles that a path asks for. */
  List<String> rolesFor(String path) {
    return areas.stream()
        .filter(area -> area.holds(path))
        .map(Area::role)
        .filter(Objects::nonNull)
        .toList();
  }

  /** What is asked of somebody on the way to a path; {@code returnTo} has the context path. */
  LoginRequest requestFor(String path, String returnTo) {
    LoginRequest request = requests.apply(returnTo);
    return areas.stream()
        .filter(area -> area.levels() != null && area.holds(path))
        .max(Comparator.comparingInt(area -> area.folder().length()))
        .map(area -> request.withLevels(Objects.requireNonNull(area.levels())))
        .orElse(request);
  }

  @Override
  public String toString() {
    return "LoginEntrance[" + base + "]";
  }
}
