/** The walk of a test citizen through a service, and what was seen on it. */
@NullMarked
package se.byggsten.conformance.walk;

import org.jspecify.annotations.NullMarked;
