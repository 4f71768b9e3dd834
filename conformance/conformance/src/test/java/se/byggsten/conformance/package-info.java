@NullMarked
package se.byggsten.conformance;

import org.jspecify.annotations.NullMarked;
