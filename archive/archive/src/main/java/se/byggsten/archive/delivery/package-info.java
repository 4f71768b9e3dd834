/** From a case to the archive's receipt. */
@NullMarked
package se.byggsten.archive.delivery;

import org.jspecify.annotations.NullMarked;
