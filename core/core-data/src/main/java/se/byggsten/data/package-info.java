/** Reads YAML and JSON with positions and limits, writes JSON. */
@NullMarked
package se.byggsten.data;

import org.jspecify.annotations.NullMarked;
