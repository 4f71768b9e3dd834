package se.byggsten.testidp;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.byggsten.testidp.internal.ChosenWay;
import se.byggsten.testidp.internal.PageForm;
import se.byggsten.testidp.internal.PageText;
import se.byggsten.testidp.protocol.TestIdpException;

/** The service under attack, as a browser sees it; nothing but its own hosts is visited. */
final class AttackedService {
  private static final int MAX_STEPS = 10;
  private static final int COMPARED = 200_000;
  private static final Pattern VARIES =
      Pattern.compile("[0-9A-Za-z+/=_-]{16,}|[0-9]+", Pattern.CASE_INSENSITIVE);

  private final TestIdentityProvider idp;
  private final URI protectedPage;
  private final URI start;
  private final Set<String> hosts = new TreeSet<>();
  private String outside = "";

  AttackedService(TestIdentityProvider idp, URI protectedPage, URI start, Set<String> acsUrls) {
    this.idp = idp;
    this.protectedPage = protectedPage;
    this.start = start;
    hosts.add(authority(protectedPage));
    hosts.add(authority(start));
    acsUrls.forEach(url -> hosts.add(authority(address(url))));
  }

  TestBrowser browser() {
    return TestBrowser.visiting(this::isVisited);
  }

  /** Whether the service is on this machine, so that it can reach an address at 127.0.0.1. */
  boolean isHere() {
    try {
      return InetAddress.getByName(protectedPage.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Looks at the page without a login, which tells later how being let in differs from it. */
  Optional<String> lookFromOutside() {
    TestPage page = browser().get(protectedPage);
    outside = leadsToIdp(page) ? "" : place(page);
    return page.status() / 100 == 2 && page.address().equals(protectedPage) && !leadsToIdp(page)
        ? Optional.of("open")
        : Optional.empty();
  }

  /** Begins a login and returns what the service asks of the identity provider. */
  ReceivedRequest begin(TestBrowser browser) {
    TestPage page = browser.get(start);
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<ReceivedRequest> request = request(page);
      if (request.isPresent()) {
        return request.get();
      }
      Optional<ChosenWay> way = wayOn(page);
      if (way.isEmpty()) {
        throw new TestIdpException(
            "The page does not lead to the test identity provider: "
                + page.told()
                + ". No link, form or redirect there names "
                + idp.entityId()
                + ". Name where a login with it begins");
      }
      URI address = way.get().address();
      if (isIdp(address)) {
        return idp.receive(String.valueOf(address.getRawQuery()));
      }
      page = way.get().posts() ? browser.post(address, way.get().fields()) : browser.get(address);
    }
    throw new TestIdpException("The way to the test identity provider does not end");
  }

  private Optional<ReceivedRequest> request(TestPage page) {
    Optional<URI> next = page.redirect().filter(this::isIdp);
    if (next.isPresent()) {
      return Optional.of(idp.receive(String.valueOf(next.get().getRawQuery())));
    }
    return PageForm.on(page.answer())
        .filter(form -> isIdp(form.action()))
        .map(PageForm::hidden)
        .map(
            hidden ->
                idp.receivePosted(
                    hidden.getOrDefault("SAMLRequest", ""), hidden.getOrDefault("RelayState", "")));
  }

  /** Where a visitor who chooses this identity provider goes next; only to where one may go. */
  private Optional<ChosenWay> wayOn(TestPage page) {
    Optional<URI> away = page.redirect();
    if (away.isPresent()) {
      return ChosenWay.back(away.get(), idp.entityId(), this::isVisited);
    }
    return choice(page)
        .or(
            () ->
                PageForm.on(page.answer())
                    .filter(form -> !form.asks() && isVisited(form.action()))
                    .map(form -> new ChosenWay(form.action(), true, form.hidden())));
  }

  private Optional<ChosenWay> choice(TestPage page) {
    return ChosenWay.on(
        page.answer(), idp.entityId(), address -> isVisited(address) || isIdp(address));
  }

  private boolean isVisited(URI address) {
    return hosts.contains(authority(address));
  }

  /** Says whether the protected page opens in this browser. */
  boolean isIn(TestBrowser browser) {
    TestPage page = browser.get(protectedPage);
    return page.status() / 100 == 2 && !leadsToIdp(page) && !place(page).equals(outside);
  }

  /** Returns the protected page. */
  TestPage shown(TestBrowser browser) {
    return browser.get(protectedPage);
  }

  /** What a visitor can see of an answer, without what differs from one answer to the next. */
  static String visible(TestPage page) {
    String text = VARIES.matcher(start(page, COMPARED)).replaceAll("#").toLowerCase(Locale.ROOT);
    String redirect =
        page.redirect().map(uri -> VARIES.matcher(uri.toString()).replaceAll("#")).orElse("");
    return page.status() + " " + redirect + " " + text;
  }

  /** The beginning of an answer's text and its code, for evidence. */
  static String beginning(TestPage page) {
    return PageText.summary(page.answer());
  }

  private static String start(TestPage page, int length) {
    return page.body().substring(0, Math.min(page.body().length(), length));
  }

  private boolean leadsToIdp(TestPage page) {
    return page.redirect().filter(this::isIdp).isPresent()
        || PageForm.on(page.answer()).filter(form -> isIdp(form.action())).isPresent()
        || choice(page).isPresent();
  }

  private boolean isIdp(URI address) {
    return address.toString().startsWith(idp.singleSignOn().toString());
  }

  private static String place(TestPage page) {
    return page.status() + " " + page.address().getPath();
  }

  private static URI address(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new TestIdpException("An address in the service's metadata cannot be read", e);
    }
  }

  private static String authority(URI address) {
    return String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
