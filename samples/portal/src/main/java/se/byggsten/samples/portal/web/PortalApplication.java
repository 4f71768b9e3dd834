package se.byggsten.samples.portal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.archive.delivery.ArchiveHook;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.data.DataReader;
import se.byggsten.diary.DiarySchema;
import se.byggsten.diary.PostgresDiary;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.draft.CodeVisits;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.KeptForms;
import se.byggsten.forms.draft.ParkedPosts;
import se.byggsten.forms.draft.StoredAttempts;
import se.byggsten.forms.funnel.Funnel;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.party.AssistedEntries;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.SignatureScanner;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.AttachmentScanner;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.HttpsRedirectFilter;
import se.byggsten.postgres.DatabaseSchema;
import se.byggsten.postgres.OutboxWorker;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.postgres.PostgresCounters;
import se.byggsten.postgres.PostgresKeptStore;
import se.byggsten.postgres.PostgresStore;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.upload.ClamdScanner;
import se.byggsten.upload.ScanHandler;
import se.byggsten.upload.ScanHook;
import se.byggsten.upload.ScanLedger;
import se.byggsten.upload.UploadChecks;

/** The blocks put together: this is the wiring that a service of one's own begins as a copy of. */
public final class PortalApplication implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalApplication.class);

  /** Bytes of a form that the container reads; the application's own pages read theirs. */
  static final int LARGEST_FORM = 200_000;

  private static final int TRIES = 20;
  private static final int BEGINNINGS = 60;
  private static final Duration TRIES_IN = Duration.ofHours(1);
  private static final Duration INACTIVITY = Duration.ofMinutes(30);
  private static final Duration LONGEST_SESSION = Duration.ofHours(8);
  private static final Duration KEYS_HOLD = Duration.ofDays(3650);

  private final Handler handler;
  private final OutboxWorker worker;

  private PortalApplication(Handler handler, OutboxWorker worker) {
    this.handler = handler;
    this.worker = worker;
  }

  /**
   * Builds the application; nothing runs yet.
   *
   * @param config everything it must be told
   * @param url the address that citizens use
   * @return the application
   */
  public static PortalApplication create(PortalConfig config, URI url) {
    Clock clock = config.clock();
    PortalSecrets secrets = PortalSecrets.in(config.dataFolder());
    // RSA keys take seconds to make, so at the first start that goes on beside all the rest.
    CompletableFuture<KeyMaterial> signing =
        CompletableFuture.supplyAsync(() -> secrets.key("sp-signing", clock, KEYS_HOLD));
    CompletableFuture<KeyMaterial> encryption =
        CompletableFuture.supplyAsync(() -> secrets.key("sp-encryption", clock, KEYS_HOLD));
    DatabaseSchema.migrate(config.dataSource());
    DiarySchema.migrate(config.dataSource());
    EServiceManifest manifest = manifest();
    Authority authority =
        Eksta.authority(manifest, LocalDate.ofInstant(clock.instant(), PortalTexts.SWEDEN));

    // Case store and diary: one transaction; archive: after it.
    PostgresDiary diary = PostgresDiary.on(config.dataSource(), clock).build();
    PostgresCases cases =
        PostgresCases.on(config.dataSource(), clock)
            .hook(diary)
            .hook(ReceiptMail.hook())
            .hook(NewsMail.hook())
            .hook(ScanHook.create())
            .hook(ArchiveHook.create())
            .receivedBy(submission -> authority);
    ExpiringStore store = PostgresStore.on(config.dataSource(), clock);
    ScanLedger scans = ScanLedger.of(scanner(config), store, clock);
    ScanHandler release = new ScanHandler(scans, cases, cases);
    boolean https = config.tls().isPresent();
    Sessions sessions =
        Sessions.builder()
            .store(store)
            .clock(clock)
            .inactivity(INACTIVITY)
            .maximum(LONGEST_SESSION)
            .build();
    PortalServices services =
        new PortalServices(
            manifest,
            new Shells(manifest),
            sessions,
            store,
            cases,
            cases,
            cases,
            scans,
            release,
            config.clamd().isPresent(),
            clock,
            https);
    FormRun run = run(config.form().orElseGet(() -> packaged("forms/kolloplats")), services);
    FormRun open = run(packaged("forms/felanmalan"), services);
    FormVersions versions = versions(config, services, List.of(run, open));
    SubmittedView submitted = new SubmittedView(services, versions.all());
    OutboxWorker worker = Background.worker(config, cases, services, submitted, authority, url);
    CsrfTokens csrf = CsrfTokens.withKey(secrets.csrfKey());
    Routes routes = routes(services, config, versions, run, open, submitted, diary, secrets, csrf);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.setMaxFormContentSize(LARGEST_FORM);
    context.setMaxFormKeys(100);
    Rejections rejections = new Rejections(services, parked(services, secrets));
    SamlLogin login =
        LoginParts.add(context, config, services, url, signing, encryption)
            .csrf(csrf)
            .csrfExempt(PortalApplication::carriesItsOwnProof)
            .personal(path -> path.equals(OpenPages.PATH) || OpenPages.isOfForm(path))
            .unsentPosts(rejections)
            .rejections(rejections)
            .afterLogout("/utloggad")
            .build();
    context.addServletContainerInitializer(
        (types, servlets) -> {
          redirectToHttps(servlets, services, url);
          login.addTo(servlets);
        });
    context.addServlet(new ServletHolder(new PagesServlet(services, routes)), "/");
    return new PortalApplication(context, worker);
  }

  private static AttachmentScanner scanner(PortalConfig config) {
    if (config.clamd().isEmpty()) {
      LOG.warn("No virus scanner is configured: only the EICAR test string is found");
    }
    return config
        .clamd()
        .<AttachmentScanner>map(ClamdScanner::at)
        .orElseGet(SignatureScanner::eicarOnly);
  }

  private static Routes routes(
      PortalServices services,
      PortalConfig config,
      FormVersions versions,
      FormRun run,
      FormRun open,
      SubmittedView submitted,
      PostgresDiary diary,
      PortalSecrets secrets,
      CsrfTokens csrf) {
    DraftKeys keys = keys(secrets);
    Camps camps = Camps.packaged();
    Funnel funnel = Funnel.in(PostgresCounters.on(config.dataSource()));
    DraftStore drafts =
        DraftStore.builder(services.store(), versions, keys, services.clock())
            .inputs(camps::inputs)
            .funnel(funnel)
            .attempts(StoredAttempts.in(services.store(), keys, services.clock(), TRIES, TRIES_IN))
            .build();
    ParkedPosts parked = parked(services, secrets);
    FeedbackBook feedback = FeedbackBook.open(config.dataSource(), services.clock());
    Routes routes = new Routes();
    new PublicPages(services, run.form().draftDays()).addTo(routes);
    new StatementPages(services).addTo(routes);
    new FeedbackPages(feedback).addTo(routes);
    new DiaryPages(diary).addTo(routes);
    Parties parties = Parties.of(drafts, services.store(), keys, services.clock());
    LargePosts posts = new LargePosts();
    Approvals approvals = new Approvals(services, submitted);
    CaseInvitations invitations = new CaseInvitations(services.store(), keys, services.clock());
    AssistedEntries entries = AssistedEntries.in(services.store(), keys, services.clock());
    Sending.Parts sends =
        new Sending.Parts(services, drafts, parties, entries, submitted, approvals, invitations);
    application(routes, run, sends, parked, csrf, posts);
    RecoveryAddresses addresses =
        new RecoveryAddresses(
            services.store(),
            keys,
            secrets.draftKey(),
            drafts,
            open.form().id(),
            Background.mailbox(config),
            StoredAttempts.in(services.store(), keys, services.clock(), 3, Duration.ofDays(1)),
            services.clock());
    open(routes, open, sends, keys, parked, csrf, posts, addresses);
    SentWith sentWith =
        new SentWith(
            services, versions.all().stream().map(FormRun::form).toList(), approvals, invitations);
    new CasePages(services, submitted, sentWith).addTo(routes);
    new FunnelPages(funnel, List.of(run, open)).addTo(routes);
    new HandlerPages(services, submitted, sentWith, feedback).addTo(routes);
    return routes;
  }

  private static FormDefinition packaged(String form) {
    return FormLint.sound(FormYaml.load(PortalApplication.class.getClassLoader(), form));
  }

  /** With every version that has been in use, so that what was begun or sent with it is read. */
  private static FormVersions versions(
      PortalConfig config, PortalServices services, List<FormRun> current) {
    return KeptForms.in(PostgresKeptStore.on(config.dataSource()), FormCatalog.standard())
        .versions(current, form -> run(form, services))
        .migratingWhen(FormDiff::isSafe);
  }

  private static FormRun run(FormDefinition form, PortalServices services) {
    return FormRun.builder(form, services.clock())
        .attachments(UploadChecks.with(services.scans()))
        .build();
  }

  /** The service that nobody logs in to; who goes on later does it with a code. */
  private static void open(
      Routes routes,
      FormRun run,
      Sending.Parts sends,
      DraftKeys keys,
      ParkedPosts parked,
      CsrfTokens csrf,
      LargePosts posts,
      RecoveryAddresses addresses) {
    PortalServices services = sends.services();
    DraftStore drafts = sends.drafts();
    Parties parties = sends.parties();
    CodeVisits visits = CodeVisits.in(services.store(), keys, services.clock(), VisitCookie.LIFE);
    StoredAttempts beginnings =
        StoredAttempts.in(services.store(), keys, services.clock(), BEGINNINGS, TRIES_IN);
    OpenPages pages =
        new OpenPages(services, run, drafts, sends.submitted(), visits, beginnings, parked, csrf);
    Sending sending = new Sending(sends, FormService.open(services.manifest(), run, "namn"));
    pages.addTo(routes);
    new LostCodePages(services, run.form().id(), drafts, visits, addresses, beginnings)
        .addTo(routes);
    new ApplicationPages(
            services, OpenPages.PATH, pages, run, drafts, parties, sending, parked, csrf, posts)
        .addTo(routes);
  }

  /** The citizen's own application, that of co-applicants, and staff's for somebody. */
  private static void application(
      Routes routes,
      FormRun run,
      Sending.Parts sends,
      ParkedPosts parked,
      CsrfTokens csrf,
      LargePosts posts) {
    PortalServices services = sends.services();
    DraftStore drafts = sends.drafts();
    Parties parties = sends.parties();
    Sending sending = new Sending(sends, FormService.of(services.manifest(), run));
    AssistedPages assisted = new AssistedPages(services, sends.entries());
    LateParties late =
        new LateParties(services, run, drafts, parties, sends.submitted(), sends.approvals());
    PartyPages partyPages = new PartyPages(run, drafts, parties, late);
    new DraftFilePages(run.form().id(), drafts, csrf, posts).addTo(routes);
    partyPages.addTo(routes);
    new PartyFillPages(services, drafts, parties, late, parked, csrf).addTo(routes);
    assisted.addTo(routes);
    Map<String, Desks> desks = new LinkedHashMap<>();
    desks.put(ApplicationPages.PATH, x -> Optional.of(Desk.own(x, ApplicationPages.PATH)));
    desks.put(Desk.ASSISTED + "/{ombud}", assisted::desk);
    desks.put(SupplementDesks.PATTERN, new SupplementDesks(services, run, sends.submitted()));
    desks.forEach(
        (pattern, desk) -> {
          partyPages.addTo(routes, pattern, desk);
          new ApplicationPages(
                  services, pattern, desk, run, drafts, parties, sending, parked, csrf, posts)
              .addTo(routes);
        });
  }

  private static DraftKeys keys(PortalSecrets secrets) {
    return DraftKeys.of("draft-1", secrets.draftKey());
  }

  private static ParkedPosts parked(PortalServices services, PortalSecrets secrets) {
    return ParkedPosts.in(services.store(), keys(secrets), services.clock());
  }

  private static void redirectToHttps(ServletContext servlets, PortalServices services, URI url) {
    if (services.https()) {
      servlets
          .addFilter("https", HttpsRedirectFilter.to(url))
          .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
  }

  /** The application's pages check the token themselves, after their own strict reading. */
  private static boolean carriesItsOwnProof(String path) {
    return path.startsWith("/test-idp/")
        || path.startsWith("/ansokan/")
        || OpenPages.isOfForm(path)
        || PartyFillPages.isOfForm(path)
        || SupplementDesks.isOfForm(path)
        || path.startsWith(Desk.ASSISTED + "/");
  }

  /** The manifest as it is packaged with the portal. */
  private static EServiceManifest manifest() {
    try (InputStream stream =
        Objects.requireNonNull(
            PortalApplication.class.getResourceAsStream("/byggsten.yaml"), "byggsten.yaml")) {
      return EServiceManifest.from(DataReader.yaml().view("byggsten.yaml", stream));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Returns what answers requests.
   *
   * @return the handler
   */
  public Handler handler() {
    return handler;
  }

  /** Starts the outbox worker. */
  public void start() {
    worker.start();
  }

  @Override
  public void close() {
    worker.close();
  }
}
