/** What users of core implement. */
@NullMarked
package se.byggsten.core.spi;

import org.jspecify.annotations.NullMarked;
