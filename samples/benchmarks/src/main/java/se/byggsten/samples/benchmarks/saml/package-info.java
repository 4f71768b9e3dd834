/** How fast answers of identity providers are verified, and metadata of federations read. */
@NullMarked
package se.byggsten.samples.benchmarks.saml;

import org.jspecify.annotations.NullMarked;
