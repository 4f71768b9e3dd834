/**
 * What keeps the portal running on one machine: its own PostgreSQL, its certificate, its ports and
 * its data folder.
 */
@NullMarked
package se.byggsten.samples.portal.ops;

import org.jspecify.annotations.NullMarked;
