package se.byggsten.archive.internal;

import java.util.List;

/**
 * What has been written before the package's own METS.
 *
 * @param descriptions the descriptions, in the package's order
 * @param provenance the PREMIS file with events and agents
 * @param rights the PREMIS file with rights; at most one
 * @param documentation the documentation
 * @param schemas the schemas
 * @param representations each representation's METS, in the package's order
 */
record Placed(
    List<PlacedFile> descriptions,
    PlacedFile provenance,
    List<PlacedFile> rights,
    List<PlacedFile> documentation,
    List<PlacedFile> schemas,
    List<PlacedFile> representations) {}
