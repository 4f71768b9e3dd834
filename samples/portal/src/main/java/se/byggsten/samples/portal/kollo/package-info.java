/** The e-service <i>Ansökan om kolloplats</i>. */
@NullMarked
package se.byggsten.samples.portal.kollo;

import org.jspecify.annotations.NullMarked;
