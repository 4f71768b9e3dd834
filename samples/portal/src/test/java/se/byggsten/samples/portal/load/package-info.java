/** How fast a large form answers many citizens. */
@NullMarked
package se.byggsten.samples.portal.load;

import org.jspecify.annotations.NullMarked;
