/** The whole way from an address and a manifest to a report. */
@NullMarked
package se.byggsten.conformance.service;

import org.jspecify.annotations.NullMarked;
