/** What outside judges say of the portal. */
@NullMarked
package se.byggsten.samples.portal.judges;

import org.jspecify.annotations.NullMarked;
