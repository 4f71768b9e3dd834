/** How a form meets Hibernate Validator. */
@NullMarked
package se.byggsten.forms.internal.validation;

import org.jspecify.annotations.NullMarked;
