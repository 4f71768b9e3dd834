package se.byggsten.samples.portal.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.delivery.ArchiveHandler;
import se.byggsten.archive.delivery.ArchiveSettings;
import se.byggsten.archive.delivery.FolderDelivery;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.postgres.Backoff;
import se.byggsten.postgres.OutboxWorker;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.samples.portal.ops.PortalConfig;

/** What goes on by itself: mail, scans, the archive, and what has lived its time. */
final class Background {
  private Background() {}

  /** The worker, not started. */
  static OutboxWorker worker(
      PortalConfig config,
      PostgresCases cases,
      PortalServices services,
      SubmittedView submitted,
      Authority authority,
      URI url) {
    Clock clock = config.clock();
    Mailbox mailbox = mailbox(config);
    return OutboxWorker.on(config.dataSource(), clock)
        .handler(new ReceiptMail(services, submitted, mailbox, url))
        .handler(new NewsMail(services, submitted, mailbox, url))
        .handler(services.release())
        .handler(
            new ArchiveHandler(
                    cases,
                    cases,
                    PdfRenderers.preservation(),
                    FolderDelivery.to(config.archiveFolder(), clock),
                    archiveSettings(services.manifest(), authority, config),
                    clock)
                .releasedBy(services.release()))
        .every("expire", Duration.ofMinutes(5), services.store()::removeExpired)
        .backoff(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)))
        .build();
  }

  /** Where the mail lies that would have been sent. */
  static Mailbox mailbox(PortalConfig config) {
    return new Mailbox(config.dataFolder().resolve("mail"), config.clock());
  }

  private static ArchiveSettings archiveSettings(
      EServiceManifest manifest, Authority authority, PortalConfig config) {
    return new ArchiveSettings(
        PackageProfile.CSIP_SIP_2_1_0,
        PackageAgent.organisation(manifest.service().municipality(), authority.organisation()),
        Optional.empty(),
        "0.1.0",
        config.dataFolder().resolve("work"));
  }
}
