/** Serves the static files under a servlet container. */
@NullMarked
package se.byggsten.web.servlet;

import org.jspecify.annotations.NullMarked;
