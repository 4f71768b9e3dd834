/** What users of the forms may implement. */
@NullMarked
package se.byggsten.forms.spi;

import org.jspecify.annotations.NullMarked;
