package se.byggsten.testidp;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.byggsten.testidp.internal.PageForm;
import se.byggsten.testidp.protocol.TestIdpException;

/** The service under attack, as a browser sees it; nothing but its own hosts is visited. */
final class AttackedService {
  private static final int MAX_STEPS = 10;
  private static final int SHOWN = 300;
  private static final int LOOKED_AT = 20_000;
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
    acsUrls.forEach(url -> hosts.add(authority(URI.create(url))));
  }

  TestBrowser browser() {
    return TestBrowser.visiting(address -> hosts.contains(authority(address)));
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
      Optional<URI> next = page.redirect();
      if (next.isPresent() && isIdp(next.get())) {
        return idp.receive(String.valueOf(next.get().getRawQuery()));
      }
      Optional<PageForm> form = PageForm.on(page.answer());
      if (form.isPresent() && isIdp(form.get().action())) {
        Map<String, String> hidden = form.get().hidden();
        return idp.receivePosted(
            hidden.getOrDefault("SAMLRequest", ""), hidden.getOrDefault("RelayState", ""));
      }
      if (form.isEmpty() || form.get().asks() || !hosts.contains(authority(form.get().action()))) {
        break;
      }
      page = browser.post(form.get().action(), form.get().hidden());
    }
    throw new TestIdpException(
        "The page does not lead to the test identity provider: it answers " + page.status());
  }

  /** Says whether the protected page opens in this browser. */
  boolean isIn(TestBrowser browser) {
    TestPage page = browser.get(protectedPage);
    return page.status() / 100 == 2 && !leadsToIdp(page) && !place(page).equals(outside);
  }

  /** Returns what the protected page shows. */
  String shown(TestBrowser browser) {
    return browser.get(protectedPage).body();
  }

  /** What a visitor can see of an answer, without what differs from one answer to the next. */
  static String visible(TestPage page) {
    String text = VARIES.matcher(start(page, COMPARED)).replaceAll("#").toLowerCase(Locale.ROOT);
    String redirect =
        page.redirect().map(uri -> VARIES.matcher(uri.toString()).replaceAll("#")).orElse("");
    return page.status() + " " + redirect + " " + text;
  }

  /** The beginning of an answer's text, for evidence. */
  static String beginning(TestPage page) {
    String plain =
        start(page, LOOKED_AT).replaceAll("(?s)<(script|style|head)\\b.*?</\\1>|<[^>]*>", " ");
    String text = plain.replaceAll("\\s+", " ").strip();
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }

  private static String start(TestPage page, int length) {
    return page.body().substring(0, Math.min(page.body().length(), length));
  }

  private boolean leadsToIdp(TestPage page) {
    return page.redirect().filter(this::isIdp).isPresent()
        || PageForm.on(page.answer()).filter(form -> isIdp(form.action())).isPresent();
  }

  private boolean isIdp(URI address) {
    return address.toString().startsWith(idp.singleSignOn().toString());
  }

  private static String place(TestPage page) {
    return page.status() + " " + page.address().getPath();
  }

  private static String authority(URI address) {
    return String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
