/** What a form on paper is made of: squares, boxes to tick, lines to write on, and where to go. */
@NullMarked
package se.byggsten.web.paper;

import org.jspecify.annotations.NullMarked;
