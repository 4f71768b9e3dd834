/** The same service written by hand with Hibernate Validator and a template engine. */
@NullMarked
package se.byggsten.samples.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
