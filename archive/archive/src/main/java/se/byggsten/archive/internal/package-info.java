/** How packages are written and read; for this module only. */
@NullMarked
package se.byggsten.archive.internal;

import org.jspecify.annotations.NullMarked;
