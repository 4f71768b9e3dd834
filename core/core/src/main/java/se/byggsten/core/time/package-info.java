/** Days and times as they are counted in Sweden. */
@NullMarked
package se.byggsten.core.time;

import org.jspecify.annotations.NullMarked;
