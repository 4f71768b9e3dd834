/** Who somebody is, and how sure we are. */
@NullMarked
package se.byggsten.core.person;

import org.jspecify.annotations.NullMarked;
