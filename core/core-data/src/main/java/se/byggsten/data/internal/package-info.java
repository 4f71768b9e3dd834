/** Turns the events of the YAML and JSON parsers into nodes, within limits. */
@NullMarked
package se.byggsten.data.internal;

import org.jspecify.annotations.NullMarked;
