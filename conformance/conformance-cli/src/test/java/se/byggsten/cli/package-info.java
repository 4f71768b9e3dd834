@NullMarked
package se.byggsten.cli;

import org.jspecify.annotations.NullMarked;
