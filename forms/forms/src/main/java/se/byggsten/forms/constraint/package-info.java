/** Jakarta Validation constraints for what Swedish forms ask. */
@NullMarked
package se.byggsten.forms.constraint;

import org.jspecify.annotations.NullMarked;
