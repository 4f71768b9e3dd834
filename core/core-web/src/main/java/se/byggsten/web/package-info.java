/**
 * The web pages' building blocks: safe HTML, components, the page shell, design tokens and static
 * files.
 */
@NullMarked
package se.byggsten.web;

import org.jspecify.annotations.NullMarked;
