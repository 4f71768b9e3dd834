/** How drafts are sealed and written. */
@NullMarked
package se.byggsten.forms.draft.internal;

import org.jspecify.annotations.NullMarked;
