/** What has changed between two versions of a form, and what that means for drafts. */
@NullMarked
package se.byggsten.forms.diff;

import org.jspecify.annotations.NullMarked;
