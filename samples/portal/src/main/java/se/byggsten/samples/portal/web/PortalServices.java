package se.byggsten.samples.portal.web;

import java.time.Clock;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseIntake;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.identity.Sessions;
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
    Clock clock,
    boolean https) {}
