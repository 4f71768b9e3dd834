package se.byggsten.conformance.walk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.FormField;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.core.manifest.Verification;

/** What the kit tries without being logged in. */
final class ServiceProbes {
  private static final List<String> EXPOSED =
      List.of(
          "/.git/config",
          "/.git/HEAD",
          "/.env",
          "/.htaccess",
          "/WEB-INF/web.xml",
          "/actuator",
          "/actuator/env",
          "/actuator/heapdump",
          "/admin",
          "/manager/html",
          "/console",
          "/h2-console",
          "/server-status",
          "/phpinfo.php",
          "/backup.zip",
          "/config.yaml",
          "/byggsten.yaml",
          "/application.properties",
          "/swagger-ui/index.html",
          "/metrics",
          "/debug",
          "/static/",
          "/assets/",
          "/..%2f..%2fetc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd");
  private static final String RESPONSE =
      "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
          + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_kit1\" Version=\"2.0\""
          + " IssueInstant=\"2026-01-01T00:00:00Z\"><saml:Issuer>https://kit.invalid</saml:Issuer>"
          + "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>"
          + "</samlp:Status><saml:Assertion ID=\"_kit2\" Version=\"2.0\""
          + " IssueInstant=\"2026-01-01T00:00:00Z\"><saml:Issuer>https://kit.invalid</saml:Issuer>"
          + "<saml:Subject><saml:NameID>kit</saml:NameID></saml:Subject></saml:Assertion>"
          + "</samlp:Response>";
  private static final String WITH_DTD =
      "<!DOCTYPE r [<!ENTITY kit \"kit\">]>" + RESPONSE.replace(">kit<", ">&kit;<");

  private final URI base;
  private final HttpBrowser browser;
  private final Recorder recorder;
  private final Verification plan;

  ServiceProbes(URI base, HttpBrowser browser, Recorder recorder, Verification plan) {
    this.base = base;
    this.browser = browser;
    this.recorder = recorder;
    this.plan = plan;
  }

  void surface() {
    recorder.probe(Probe.NOT_FOUND, () -> get("/finns-inte-" + "7f3a9c5e"));
    recorder.probe(Probe.NOT_FOUND, () -> get("/finns-inte?q=%00%27%3Cb%3E"));
    recorder.probe(
        Probe.TRACE,
        () ->
            browser.send(
                "TRACE", base.resolve("/"), Map.of("X-Byggsten-Kit", "spegel"), new byte[0]));
    for (String path : EXPOSED) {
      recorder.probe(
          Probe.EXPOSED_PATHS,
          () -> browser.send("GET", base.resolve(path), Map.of(), new byte[0]));
    }
    plan.httpPort()
        .ifPresent(
            port ->
                recorder.probe(
                    Probe.PLAIN_HTTP,
                    () ->
                        browser.send(
                            "GET",
                            URI.create("http://" + base.getHost() + ":" + port + plan.start()),
                            Map.of(),
                            new byte[0])));
    recorder.probe(Probe.SECURITY_TXT, () -> get(page("securityTxt", "/.well-known/security.txt")));
  }

  /** Looks up what every page must lead to, by its links first and by the manifest else. */
  void information(Exchange start) {
    lookUp(Probe.STATEMENT, start, "tillgänglighetsredogörelse", "statement");
    lookUp(Probe.PRIVACY, start, "personuppgifter", "privacy");
    lookUp(Probe.FEEDBACK, start, "synpunkter|tyck till|feedback", "feedback");
    Optional<URI> english =
        PageDocument.parse(start.text()).document().select("a[hreflang=en], a[lang=en]").stream()
            .map(a -> start.uri().resolve(a.attr("href")))
            .filter(browser::mayContact)
            .findFirst();
    // A browser of its own, so that a choice of language does not follow the citizen.
    english.ifPresent(uri -> recorder.probe(Probe.ENGLISH, () -> browser.stranger().get(uri)));
  }

  private void lookUp(Probe probe, Exchange start, String words, String key) {
    Optional<URI> linked =
        PageDocument.parse(start.text()).link(words).map(href -> start.uri().resolve(href));
    Optional<URI> named = Optional.ofNullable(plan.pages().get(key)).map(base::resolve);
    linked
        .filter(browser::mayContact)
        .or(() -> named)
        .ifPresent(uri -> recorder.probe(probe, () -> browser.get(uri)));
  }

  /** Searches the public diary as anybody can. */
  void diary(String number, Exchange receipt) {
    Optional<URI> linked =
        PageDocument.parse(receipt.text()).link("diari(um|et)").map(h -> receipt.uri().resolve(h));
    URI uri = linked.filter(browser::mayContact).orElse(base.resolve(page("diary", "/diarium")));
    recorder.probe(Probe.DIARY, () -> browser.get(uri));
    for (Exchange page : recorder.probes.getOrDefault(Probe.DIARY, List.of())) {
      for (WebForm form : WebForm.in(page)) {
        Optional<FormField> field = form.fields().stream().filter(FormField::textual).findFirst();
        if (form.inMain() && field.isPresent()) {
          FormData search = FormData.untouched(form).with(field.get().name(), number);
          recorder.probe(Probe.DIARY_SEARCH, () -> browser.submit(form, search, form.primary()));
          return;
        }
      }
    }
  }

  /** Sends what is no valid login to where logins are answered, each in a browser of its own. */
  void falseLogins(URI address, URI cases) {
    falseLogin(Probe.LOGIN_GARBAGE, address, cases, "inte base64 !!");
    falseLogin(Probe.LOGIN_GARBAGE, address, cases, encoded("<inte-ens-xml"));
    falseLogin(Probe.LOGIN_UNSIGNED, address, cases, encoded(RESPONSE));
    falseLogin(Probe.LOGIN_DTD, address, cases, encoded(WITH_DTD));
  }

  private void falseLogin(Probe probe, URI address, URI cases, String response) {
    HttpBrowser liar = browser.stranger();
    String body =
        "SAMLResponse="
            + java.net.URLEncoder.encode(response, StandardCharsets.UTF_8)
            + "&RelayState=kit";
    recorder.probe(
        probe,
        () ->
            liar.send(
                "POST",
                address,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.US_ASCII)));
    recorder.probe(Probe.LOGIN_FALSE_SESSION, () -> liar.send("GET", cases, Map.of(), new byte[0]));
  }

  private static String encoded(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  private String page(String key, String usual) {
    return plan.pages().getOrDefault(key, usual);
  }

  private Exchange get(String path) {
    return browser.get(base.resolve(path));
  }
}
