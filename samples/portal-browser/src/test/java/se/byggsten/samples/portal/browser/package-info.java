/** The portal as a browser shows it. */
@NullMarked
package se.byggsten.samples.portal.browser;

import org.jspecify.annotations.NullMarked;
