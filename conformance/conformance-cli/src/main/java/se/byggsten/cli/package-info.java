/** The command line of the conformance kit. */
@NullMarked
package se.byggsten.cli;

import org.jspecify.annotations.NullMarked;
