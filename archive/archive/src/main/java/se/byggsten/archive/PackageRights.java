package se.byggsten.archive;

import java.util.Optional;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.SecrecyMark;

/**
 * What may be done with the content: how long it is kept, on what basis, and any secrecy mark.
 *
 * <p>E-ARK has no place of its own for retention; it goes into PREMIS rights, which {@code
 * mets/amdSec/rightsMD} points to.
 *
 * @param retention what the information plan says
 * @param secrecyMark the secrecy mark of the whole (5 kap. 5 § offentlighets- och sekretesslagen)
 */
public record PackageRights(RetentionRule retention, Optional<SecrecyMark> secrecyMark) {}
