package se.byggsten.conformance.walk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.FormField;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.HttpProbeException;
import se.byggsten.conformance.http.TlsProbe;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Verification;

/**
 * Walks through a running service as a test citizen, from the start page to the receipt and out.
 *
 * <p>The way is told by the manifest's section {@code verification}. Links and forms are followed
 * as a person without scripts would; on each page of questions the kit also tries what must be
 * refused. Only the service and the login's own site are contacted. The walk sends one application:
 * run it against an environment for tests.
 */
public final class ServiceWalk {
  /** What a diary number looks like in Swedish authorities. */
  static final Pattern DIARY_NUMBER =
      Pattern.compile(
          "\\b[A-ZÅÄÖ]{2,10}[ -]?(19|20)\\d{2}[-/:]\\d+\\b|\\b(19|20)\\d{2}[-/:]\\d{3,}\\b|\\b[A-ZÅÄÖ]{2,10} \\d+[-/](19|20)\\d{2}\\b");

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final int MAX_PAGES = 80;
  private static final String CASES_WORDS = "mina ärenden|my cases";

  private final URI base;
  private final EServiceManifest manifest;
  private final Verification plan;
  private final Optional<Path> ca;
  private final Path folder;
  private final Clock clock;

  private ServiceWalk(
      URI base,
      EServiceManifest manifest,
      Verification plan,
      Optional<Path> ca,
      Path folder,
      Clock clock) {
    this.base = base;
    this.manifest = manifest;
    this.plan = plan;
    this.ca = ca;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Prepares a walk.
   *
   * @param base the address of the service, such as {@code https://localhost:8443/}
   * @param manifest the manifest, with a section {@code verification} that names two persons
   * @param ca a PEM file with the certificates to trust instead of the system's
   * @param folder the folder of the manifest, below which {@code packagesFolder} lies
   * @param clock tells the day
   * @return the walk
   * @throws HttpProbeException with {@link HttpProbeException#BAD_ADDRESS} when the manifest tells
   *     no walk
   */
  public static ServiceWalk of(
      URI base, EServiceManifest manifest, Optional<Path> ca, Path folder, Clock clock) {
    Verification plan =
        manifest
            .verification()
            .filter(v -> v.persons().size() >= 2)
            .orElseThrow(
                () ->
                    new HttpProbeException(
                        HttpProbeException.BAD_ADDRESS,
                        "The manifest needs a section 'verification' with two test persons",
                        null));
    return new ServiceWalk(base, manifest, plan, ca, folder, clock);
  }

  /**
   * Walks, and returns what was seen.
   *
   * <p>A service that answers nothing or goes astray gives an observation with few pages and a
   * note, never an exception.
   *
   * @return what was seen
   */
  public ServiceObservation observe() {
    Recorder recorder = new Recorder(base);
    Set<String> origins = new HashSet<>(plan.loginOrigins());
    origins.add(HttpBrowser.origin(base));
    plan.httpPort().ifPresent(port -> origins.add("http://" + base.getHost() + ":" + port));
    HttpBrowser first = HttpBrowser.open(origins, ca);
    Optional<PackageFinder> packages =
        plan.packagesFolder().map(name -> new PackageFinder(folder.resolve(name)));
    Optional<ObservedPackage> archived = Optional.empty();
    try {
      archived = walk(recorder, first, packages);
    } catch (HttpProbeException e) {
      recorder.note("Vandringen avbröts (" + e.code() + ")");
    }
    Optional<TlsProbe> tls =
        "https".equals(base.getScheme()) ? Optional.of(TlsProbe.of(base, ca)) : Optional.empty();
    return new ServiceObservation(
        base,
        manifest,
        LocalDate.ofInstant(clock.instant(), SWEDEN),
        recorder.pages,
        first.transcript(),
        recorder.probes,
        tls,
        archived,
        recorder.notes);
  }

  private Optional<ObservedPackage> walk(
      Recorder recorder, HttpBrowser first, Optional<PackageFinder> packages) {
    ServiceProbes probes = new ServiceProbes(base, first.stranger(), recorder, plan);
    Exchange start = recorder.page(first.get(base.resolve(plan.start())), false);
    probes.surface();
    probes.information(start);
    LoginSteps login = new LoginSteps(first, recorder, true);
    Optional<Exchange> reached = login.from(start, plan.persons().get(0));
    URI cases = base.resolve(plan.pages().getOrDefault("cases", "/mina-arenden"));
    login.responseAddress().ifPresent(address -> probes.falseLogins(address, cases));
    Optional<Exchange> question = reached.flatMap(page -> toQuestions(first, recorder, page));
    Optional<Exchange> review = question.flatMap(page -> answer(first, recorder, page));
    if (review.isEmpty()) {
      recorder.note("Vandringen kom inte fram till granskningen");
      return Optional.empty();
    }
    Optional<WebForm> send = mainForm(review.get());
    if (send.isEmpty()) {
      recorder.note("Granskningen har inget formulär att skicka");
      return Optional.empty();
    }
    FormData data = FormData.filled(send.get(), plan.answers());
    Exchange receipt = recorder.page(first.submit(send.get(), data, send.get().primary()), true);
    if (recorder.role(receipt) != PageRole.RECEIPT) {
      recorder.note("Efter inskicket kom ingen kvittens: " + receipt.summary());
      return Optional.empty();
    }
    String number = diaryNumber(PageDocument.parse(receipt.text()).text()).orElse("");
    Optional<Exchange> list = follow(first, receipt, CASES_WORDS, Optional.of(cases));
    list.ifPresent(page -> recorder.page(page, true));
    Optional<Exchange> one =
        openCase(first, list, receipt, number).map(page -> recorder.page(page, true));
    if (!number.isEmpty()) {
      probes.diary(number, receipt);
    }
    recorder.probe(Probe.REPLAY, () -> first.submit(send.get(), data, send.get().primary()));
    list.ifPresent(page -> recorder.probe(Probe.CASES_AFTER_REPLAY, () -> first.get(page.uri())));
    second(recorder, first, review.get(), receipt, one);
    logout(recorder, first, one.orElse(receipt), list.map(Exchange::uri).orElse(cases));
    List<String> words = new ArrayList<>(List.of(lastSegment(receipt.uri())));
    one.ifPresent(page -> words.add(lastSegment(page.uri())));
    words.add(number);
    words.removeIf(word -> word.length() < 6);
    return packages.flatMap(finder -> finder.await(words, plan.archiveWait()));
  }

  private Optional<Exchange> toQuestions(HttpBrowser browser, Recorder recorder, Exchange reached) {
    if (recorder.role(reached) == PageRole.QUESTION) {
      return Optional.of(reached);
    }
    recorder.page(reached, true);
    Optional<Exchange> next =
        follow(
            browser,
            reached,
            "ny ansökan|ansök|starta|apply",
            Optional.of(base.resolve(plan.start())));
    if (next.isPresent() && recorder.role(next.get()) == PageRole.START) {
      next = new LoginSteps(browser, recorder, false).from(next.get(), plan.persons().get(0));
    }
    return next.filter(page -> recorder.role(page) == PageRole.QUESTION);
  }

  /** Answers page after page until the review is reached. */
  private Optional<Exchange> answer(HttpBrowser browser, Recorder recorder, Exchange first) {
    QuestionProbes tries =
        new QuestionProbes(
            browser, recorder, plan.answers(), LocalDate.ofInstant(clock.instant(), SWEDEN));
    Set<String> tried = new HashSet<>();
    Exchange at = first;
    for (int pages = 0; pages < MAX_PAGES; pages++) {
      PageRole role = recorder.role(at);
      if (role == PageRole.REVIEW) {
        return Optional.of(recorder.page(at, true));
      }
      Optional<WebForm> form = mainForm(at);
      if (role != PageRole.QUESTION || form.isEmpty()) {
        recorder.page(at, true);
        recorder.note("Formuläret slutade vid " + at.summary());
        return Optional.empty();
      }
      if (tried.add(at.uri().getPath())) {
        recorder.page(at, true);
        tries.on(at.uri());
        at = browser.get(at.uri());
        form = mainForm(at);
      }
      if (form.isEmpty()) {
        return Optional.empty();
      }
      at = send(browser, form.get(), pages);
    }
    recorder.note("Formuläret tog aldrig slut: " + at.summary());
    return Optional.empty();
  }

  private Exchange send(HttpBrowser browser, WebForm form, int pages) {
    FormData data = FormData.filled(form, plan.answers());
    Optional<FormField> file =
        form.fields().stream()
            .filter(f -> f.type().equals("file"))
            .filter(f -> plan.attachmentField().filter(name -> name.equals(f.name())).isPresent())
            .findFirst();
    boolean apart = form.upload().isPresent() && !form.upload().equals(form.primary());
    if (file.isPresent() && (!apart || pages % 2 == 0)) {
      FormData with = data.with(file.get().name(), TestFiles.document());
      return browser.submit(form, with, apart ? form.upload() : form.primary());
    }
    return browser.submit(form, data, form.primary());
  }

  private static Optional<Exchange> openCase(
      HttpBrowser browser, Optional<Exchange> list, Exchange receipt, String number) {
    if (list.isEmpty()) {
      return Optional.empty();
    }
    String id = lastSegment(receipt.uri());
    List<String> hrefs =
        PageDocument.parse(list.get().text()).document().select("main a[href]").stream()
            .map(a -> a.attr("href") + " " + a.text())
            .toList();
    Optional<String> target =
        hrefs.stream()
            .filter(
                h ->
                    (id.length() > 5 && h.contains(id))
                        || (!number.isEmpty() && h.contains(number)))
            .map(h -> h.split(" ", 2)[0])
            .findFirst();
    return target.map(href -> browser.get(list.get().uri().resolve(href)));
  }

  /** Another person asks for the first one's pages, and tries to send without having answered. */
  private void second(
      Recorder recorder,
      HttpBrowser first,
      Exchange review,
      Exchange receipt,
      Optional<Exchange> one) {
    HttpBrowser other = first.stranger();
    Exchange start = other.get(base.resolve(plan.start()));
    Optional<Exchange> inside =
        new LoginSteps(other, recorder, false).from(start, plan.persons().get(1));
    if (inside.isEmpty()) {
      recorder.note("Den andra testpersonen kunde inte logga in");
      return;
    }
    recorder.probe(Probe.SKIPPED_STEPS, () -> other.get(review.uri()));
    for (Exchange page :
        List.copyOf(recorder.probes.getOrDefault(Probe.SKIPPED_STEPS, List.of()))) {
      if (recorder.role(page) == PageRole.REVIEW) {
        mainForm(page)
            .ifPresent(
                form ->
                    recorder.probe(
                        Probe.SKIPPED_STEPS,
                        () ->
                            other.submit(
                                form, FormData.filled(form, plan.answers()), form.primary())));
      }
    }
    recorder.probe(
        Probe.OTHER_PERSON,
        () -> other.send("GET", receipt.uri(), java.util.Map.of(), new byte[0]));
    if (one.isPresent()) {
      Exchange page = one.get();
      recorder.probe(
          Probe.OTHER_PERSON, () -> other.send("GET", page.uri(), java.util.Map.of(), new byte[0]));
      PageDocument.parse(page.text()).document().select("main a[href]").stream()
          .map(a -> page.uri().resolve(a.attr("href").replace(" ", "%20")))
          .filter(uri -> uri.getPath().startsWith(page.uri().getPath() + "/"))
          .distinct()
          .limit(5)
          .forEach(
              uri ->
                  recorder.probe(
                      Probe.OTHER_PERSON,
                      () -> other.send("GET", uri, java.util.Map.of(), new byte[0])));
    }
  }

  private static void logout(Recorder recorder, HttpBrowser browser, Exchange page, URI cases) {
    HttpBrowser kept = browser.twin();
    for (WebForm form : WebForm.in(page)) {
      Optional<WebForm.Button> button = form.button("logga ut|log out|sign out");
      if (button.isPresent()) {
        browser.submit(form, FormData.untouched(form), button);
        recorder.probe(
            Probe.AFTER_LOGOUT, () -> kept.send("GET", cases, java.util.Map.of(), new byte[0]));
        return;
      }
    }
    recorder.note("Ingen utloggning hittades");
  }

  private Optional<Exchange> follow(
      HttpBrowser browser, Exchange page, String words, Optional<URI> otherwise) {
    Optional<URI> link =
        PageDocument.parse(page.text())
            .link(words)
            .map(h -> page.uri().resolve(h.replace(" ", "%20")));
    return link.filter(browser::mayContact).or(() -> otherwise).map(browser::get);
  }

  /** Returns the form of the page's main content that leads on. */
  static Optional<WebForm> mainForm(Exchange page) {
    return WebForm.in(page).stream()
        .filter(f -> f.inMain() && f.method().equals("POST") && f.primary().isPresent())
        .findFirst();
  }

  static Optional<String> diaryNumber(String text) {
    Matcher m = DIARY_NUMBER.matcher(text);
    return m.find() ? Optional.of(m.group()) : Optional.empty();
  }

  private static String lastSegment(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
