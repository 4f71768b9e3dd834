/** Read JSON as the values that kinds of fields take. */
@NullMarked
package se.byggsten.forms.internal.json;

import org.jspecify.annotations.NullMarked;
