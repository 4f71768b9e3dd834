package se.byggsten.samples.portal.web;

import java.time.Clock;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseIntake;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.identity.Sessions;
import se.byggsten.upload.ScanHandler;
import se.byggsten.upload.ScanLedger;

/**
 * What the pages work with.
 *
 * @param manifest what the service is
 * @param shells what all pages share
 * @param sessions who is logged in
 * @param store drafts and uploads
 * @param intake where a submission becomes a case
 * @param handling changes cases
 * @param queries reads cases
 * @param scans what the virus scanner said of which files
 * @param release which documents of a case may be shown and archived
 * @param scansFiles false when there is no virus scanner, as in a demo
 * @param clock the time
 * @param https whether the portal is reached over HTTPS
 */
record PortalServices(
    EServiceManifest manifest,
    Shells shells,
    Sessions sessions,
    ExpiringStore store,
    CaseIntake intake,
    CaseHandling handling,
    CaseQueries queries,
    ScanLedger scans,
    ScanHandler release,
    boolean scansFiles,
    Clock clock,
    boolean https) {}
