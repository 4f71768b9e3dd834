package se.byggsten.archive.delivery;

import java.nio.file.Path;
import java.util.Optional;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.PackageProfile;

/**
 * What every package of an organisation has in common.
 *
 * @param profile the specification that packages are written to
 * @param submittingAgent the organisation that submits them
 * @param submissionAgreement the reference to its agreement with the archive
 * @param softwareVersion the version of the software, without its name
 * @param workFolder where packages are written before they are delivered; made when it is missing
 */
public record ArchiveSettings(
    PackageProfile profile,
    PackageAgent submittingAgent,
    Optional<String> submissionAgreement,
    String softwareVersion,
    Path workFolder) {}
