/** Reports of a run: JSON for programs, HTML for people, JUnit XML for build servers. */
@NullMarked
package se.byggsten.conformance.report;

import org.jspecify.annotations.NullMarked;
