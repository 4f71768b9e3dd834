/** Page shell, design tokens and components. */
@NullMarked
package se.byggsten.web;

import org.jspecify.annotations.NullMarked;
