/** Drafts: kept, found again, merged between windows, and gone by themselves. */
@NullMarked
package se.byggsten.forms.draft;

import org.jspecify.annotations.NullMarked;
