/** Form definitions to pages, answers and violations. */
@NullMarked
package se.byggsten.forms;

import org.jspecify.annotations.NullMarked;
