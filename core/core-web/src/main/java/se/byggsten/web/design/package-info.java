/** Design tokens as data, and the contrast between them. */
@NullMarked
package se.byggsten.web.design;

import org.jspecify.annotations.NullMarked;
