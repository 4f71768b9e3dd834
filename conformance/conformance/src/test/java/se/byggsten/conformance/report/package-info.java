@NullMarked
package se.byggsten.conformance.report;

import org.jspecify.annotations.NullMarked;
