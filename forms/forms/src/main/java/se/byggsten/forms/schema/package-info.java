/** JSON Schemas of the format of definitions and of the answers to a form. */
@NullMarked
package se.byggsten.forms.schema;

import org.jspecify.annotations.NullMarked;
