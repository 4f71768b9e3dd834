@NullMarked
package se.byggsten.data;

import org.jspecify.annotations.NullMarked;
