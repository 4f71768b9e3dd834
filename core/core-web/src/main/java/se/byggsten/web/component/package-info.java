/** Components with the markup of govuk-frontend 5.14.0, each an immutable value that gives HTML. */
@NullMarked
package se.byggsten.web.component;

import org.jspecify.annotations.NullMarked;
