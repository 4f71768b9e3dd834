/** What is implemented to reach an archive. */
@NullMarked
package se.byggsten.archive.spi;

import org.jspecify.annotations.NullMarked;
