/** A page behind a login, in Jetty without a framework. */
@NullMarked
package se.byggsten.samples.jettylogin;

import org.jspecify.annotations.NullMarked;
