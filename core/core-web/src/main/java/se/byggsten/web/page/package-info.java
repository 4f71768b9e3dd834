/** The shell that every page has: header, progress, main content and footer. */
@NullMarked
package se.byggsten.web.page;

import org.jspecify.annotations.NullMarked;
