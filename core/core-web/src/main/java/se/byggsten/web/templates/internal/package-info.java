/** Templates compiled by jte in the build. */
@NullMarked
package se.byggsten.web.templates.internal;

import org.jspecify.annotations.NullMarked;
