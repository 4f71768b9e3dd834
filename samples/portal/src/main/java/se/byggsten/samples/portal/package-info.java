/** The sample portal: Ansökan om kolloplats. */
@NullMarked
package se.byggsten.samples.portal;

import org.jspecify.annotations.NullMarked;
