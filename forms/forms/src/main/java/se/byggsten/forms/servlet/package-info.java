/** Reads posts under a servlet container, within hard limits. */
@NullMarked
package se.byggsten.forms.servlet;

import org.jspecify.annotations.NullMarked;
