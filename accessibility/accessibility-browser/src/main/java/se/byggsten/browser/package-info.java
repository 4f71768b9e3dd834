/** Looks at pages in Chromium, for what only a browser can tell. */
@NullMarked
package se.byggsten.browser;

import org.jspecify.annotations.NullMarked;
