/** Reads the body of a post, within hard limits. */
@NullMarked
package se.byggsten.forms.post;

import org.jspecify.annotations.NullMarked;
