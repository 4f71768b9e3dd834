/** The same work, done by others. */
@NullMarked
package se.byggsten.samples.benchmarks.saml.peer;

import org.jspecify.annotations.NullMarked;
