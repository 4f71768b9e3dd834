/** The pages of the portal. */
@NullMarked
package se.byggsten.samples.portal.web;

import org.jspecify.annotations.NullMarked;
